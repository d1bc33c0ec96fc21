import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Pair } from 'yaml';
import { SourceScalar } from '../../src/schemas/scalar.ts';
import { readToml } from './toml.ts';

/** A document of another system: its fields, its text, and what of its head could not be read. */
export interface ForeignDocument {
  /** Text, lists and maps; numbers and booleans as `SourceScalar`, so that their source is kept. */
  data: Record<string, unknown>;
  body: string;
  /** Words of the head that no field holds, with the reason. */
  faults: { reason: string; text: string }[];
  /** What its author noted beside the fields, with the number sign. */
  comments: string[];
  /** False for a file without front matter. */
  marked: boolean;
}

/** Read a document with front matter in YAML, TOML (`+++`) or JSON; lenient, since another system has read it before. Never throws. */
export function readForeign(bytes: Uint8Array): ForeignDocument {
  const { text, faults } = decode(bytes);
  for (const { open, close, read } of notations) {
    const start = open.exec(text);
    if (!start) continue;
    const from = start[0].length;
    const end = close.exec(text.slice(from));
    if (!end) continue;
    const head = text.slice(from, from + end.index);
    const parsed = read(open.source.startsWith('^\\s*\\{') ? `{${head}}` : head);
    const body = text.slice(from + end.index + end[0].length);
    return { data: parsed.data, body, faults: [...faults, ...parsed.faults], comments: commentsIn(head), marked: true };
  }
  return { data: {}, body: text, faults, comments: [], marked: false };
}

/** Read YAML of another system, such as its configuration; an unreadable text yields nothing and a fault. */
export function readForeignYaml(text: string): Pick<ForeignDocument, 'data' | 'faults'> {
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const broken = document.errors.find(({ code }) => code !== 'TAG_RESOLVE_FAILED' && code !== 'MULTIPLE_DOCS');
  if (broken) return { data: {}, faults: [{ reason: `the front matter cannot be read as YAML (${broken.message})`, text }] };
  const faults: ForeignDocument['faults'] = [];
  const data = plain(document.contents as Node | null, { document: document as Document, faults, left: mostNodes }, 0);
  return { data: isRecord(data) ? data : {}, faults };
}

/** Tell a map from lists, scalars and nothing. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof SourceScalar);
}

const mostNodes = 20_000;
const deepest = 32;

const notations = [
  { open: /^\s*---[ \t]*\n/, close: /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m, read: readForeignYaml },
  { open: /^\s*\+\+\+[ \t]*\n/, close: /^\+\+\+[ \t]*(?:\n|$)/m, read: readHugoToml },
  { open: /^\s*\{(?=\s*")/, close: /^\}[ \t]*(?:\n|$)/m, read: readForeignYaml },
] as const satisfies readonly { open: RegExp; close: RegExp; read: (text: string) => Pick<ForeignDocument, 'data' | 'faults'> }[];

/** Comments on a line of their own, or behind a value; one in a block of text is told although it is kept. */
function commentsIn(head: string): string[] {
  return [...head.matchAll(/^#.*$|^\s*[\w-]+\s*[:=](?:"[^"\n]*"|'[^'\n]*'|[^"'#\n])*[ \t](#[ \t].*)$/gm)].map(
    ([whole, behind]) => behind ?? whole,
  );
}

function readHugoToml(text: string): Pick<ForeignDocument, 'data' | 'faults'> {
  const { data, faults } = readToml(text);
  return { data, faults: faults.map((line) => ({ reason: 'the front matter cannot be read as TOML here', text: line })) };
}

/** UTF-8 where the bytes allow it, else the old Windows encoding; control characters, which no page can carry, are dropped. */
function decode(bytes: Uint8Array): { text: string; faults: ForeignDocument['faults'] } {
  const faults: ForeignDocument['faults'] = [];
  let text: string;
  try {
    const [first, second] = bytes;
    const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
    faults.push({ reason: 'the file is not UTF-8 and was read as Windows-1252; look at its accents', text: '' });
  }
  return { text: text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, ''), faults };
}

interface Walk {
  document: Document;
  faults: ForeignDocument['faults'];
  left: number;
}

function plain(node: Node | null, walk: Walk, depth: number): unknown {
  if (node === null || depth > deepest || --walk.left < 0) return undefined;
  if (isAlias(node)) return plain(node.resolve(walk.document) ?? null, walk, depth + 1);
  if (isSeq(node)) return node.items.map((item) => plain(item as Node | null, walk, depth + 1)).filter((item) => item !== undefined);
  if (isMap(node)) return plainMap(node.items as Pair<Node | null, Node | null>[], walk, depth);
  if (!isScalar(node) || node.value === null) return undefined;
  if (typeof node.value === 'number' || typeof node.value === 'boolean')
    return new SourceScalar(node.value, node.source ?? String(node.value));
  return String(node.value);
}

/** Merged maps (`<<`) come first and yield to the map's own keys; of a key written twice the last one counts, as in Jekyll. */
function plainMap(items: Pair<Node | null, Node | null>[], walk: Walk, depth: number): Record<string, unknown> {
  const merged: [string, unknown][] = [];
  const own = new Map<string, unknown>();
  for (const { key, value } of items) {
    const name = isScalar(key) ? (typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))) : String(key);
    const read = plain(value, walk, depth + 1);
    if (name === '__proto__') continue;
    if (name === '<<') merged.push(...[read].flat().flatMap((map) => (isRecord(map) ? Object.entries(map) : [])));
    else {
      if (own.has(name))
        walk.faults.push({ reason: `the key \`${name}\` stands twice; the last one counts`, text: describe(own.get(name)) });
      if (read !== undefined) own.set(name, read);
    }
  }
  return Object.fromEntries([...merged.filter(([name]) => !own.has(name)), ...own]);
}

function describe(value: unknown): string {
  if (value instanceof SourceScalar) return value.source;
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}

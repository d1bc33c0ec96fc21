import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Pair } from 'yaml';
import { SourceScalar } from '../../../src/schemas/scalar.ts';
import { isRecord } from './values.ts';

/** Data of another system. Texts, lists and maps are plain; numbers and booleans are `SourceScalar`, which keeps their source. */
export interface ParsedData {
  data: Record<string, unknown>;
  /** What could not be read: the reason, and the text that no field holds. */
  diagnostics: { reason: string; text: string }[];
}

/** Read YAML or JSON of another system as leniently as libyaml; a key that cannot be read costs no other key. Never throws. */
export function readYaml(text: string): ParsedData {
  const indented = indentContinuations(text);
  const document = [text, indented].map(parse).find(isValid);
  return document ? toData(document) : readKeyByKey(indented);
}

function parse(text: string): Document.Parsed {
  return parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
}

function isValid({ errors }: Document.Parsed): boolean {
  return errors.every(({ code }) => code === 'TAG_RESOLVE_FAILED' || code === 'MULTIPLE_DOCS');
}

function toData(document: Document.Parsed): ParsedData {
  const diagnostics: ParsedData['diagnostics'] = [];
  const data = fromNode(document.contents as Node | null, { document: document as Document, diagnostics, nodesLeft: maxNodes }, 0);
  return { data: isRecord(data) ? data : {}, diagnostics };
}

/** Read each top-level key alone. One line of invalid YAML becomes plain text; anything longer goes to the diagnostics. */
function readKeyByKey(text: string): ParsedData {
  const data: Record<string, unknown> = {};
  const diagnostics: ParsedData['diagnostics'] = [];
  for (const part of text.split(/^(?=[\p{L}_"'][^\n]*?:(?:\s|$))/mu)) {
    const document = parse(part);
    if (isValid(document)) {
      const parsed = toData(document);
      Object.assign(data, parsed.data);
      diagnostics.push(...parsed.diagnostics);
      continue;
    }
    const [, key, value] = /^([^\s:][^:\n]*?)\s*:[ \t]+(?![[{&*!|>])([^\n]+?)\s*$/.exec(part) ?? [];
    if (key === undefined || value === undefined || key === '__proto__') {
      const name = /^([^\s:]+)\s*:/.exec(part)?.[1];
      const subject = name === undefined ? 'a part of the front matter' : `the key \`${name}\``;
      diagnostics.push({ reason: `${subject} cannot be read as YAML (${document.errors[0]?.message ?? ''})`, text: part.trim() });
    } else {
      data[key] = value.replace(/^(["'])((?:(?!\1).)*|.*(?=\1$))\1?$/, '$2');
      diagnostics.push({ reason: `the key \`${key}\` is no valid YAML and was read as plain text`, text: '' });
    }
  }
  return { data, diagnostics };
}

/** libyaml accepts quoted texts and flow lists that continue at any column, and tabs as indentation; this parser does not. */
function indentContinuations(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^\s+/, (indentation) => indentation.replaceAll('\t', '  ')));
  for (let index = 0; index < lines.length; index++) {
    const [, indentation = '', value = ''] = /^(\s*(?:- +)*)(?:[^\s#"'[{:][^:]*:\s+)?(["'[{|>].*)$/.exec(lines[index] ?? '') ?? [];
    if (value === '') continue;
    const needed = indentation.length + 1;
    if (/^[|>]/.test(value)) {
      while (index + 1 < lines.length && /^\s*$|^\s/.test(lines[index + 1] ?? '')) {
        if (/\S/.test(lines[index + 1] ?? '') && (/^\s*/.exec(lines[index + 1] ?? '')?.[0].length ?? 0) < needed) break;
        index++;
      }
      continue;
    }
    const end = closingLine([value, ...lines.slice(index + 1, index + maxContinuations)]);
    if (end === null) continue;
    for (const stop = index + end; index < stop;) {
      const line = lines[++index] ?? '';
      lines[index] =
        line.trim() === '' || (/^\s*/.exec(line)?.[0].length ?? 0) >= needed ? line : ' '.repeat(needed + 1) + line.trimStart();
    }
  }
  return lines.join('\n');
}

/** Find the line on which a quoted text or a flow list that begins the first line ends; null if it ends on none. */
function closingLine(lines: readonly string[]): number | null {
  let quote = '';
  let depth = 0;
  for (const [index, line] of lines.entries()) {
    for (let column = 0; column < line.length; column++) {
      const character = line[column] ?? '';
      const isEscape = quote === '"' ? character === '\\' : quote === "'" && line.startsWith("''", column);
      if (isEscape) column++;
      else if (quote !== '') quote = character === quote ? '' : quote;
      else if (character === '"' || character === "'") quote = /^$|[\s[{,:]$/.test(line.slice(0, column)) ? character : '';
      else if (character === '[' || character === '{') depth++;
      else if (character === ']' || character === '}') depth--;
    }
    if (quote === '' && depth <= 0) return index;
  }
  return null;
}

const maxContinuations = 400;

/** Limits against aliases that expand to gigabytes. */
const maxNodes = 20_000;
const maxDepth = 32;

interface Walk {
  document: Document;
  diagnostics: ParsedData['diagnostics'];
  nodesLeft: number;
}

function fromNode(node: Node | null, walk: Walk, depth: number): unknown {
  if (node === null || depth > maxDepth || --walk.nodesLeft < 0) return undefined;
  if (isAlias(node)) {
    // Without an anchor, `*word` is the author's text.
    const target = node.resolve(walk.document);
    return target === undefined ? `*${node.source}` : fromNode(target, walk, depth + 1);
  }
  if (isSeq(node)) return node.items.map((item) => fromNode(item as Node | null, walk, depth + 1)).filter((item) => item !== undefined);
  if (isMap(node)) return fromMap(node.items as Pair<Node | null, Node | null>[], walk, depth);
  if (!isScalar(node) || node.value === null) return undefined;
  if (typeof node.value === 'number' || typeof node.value === 'boolean')
    return new SourceScalar(node.value, node.source ?? String(node.value));
  return String(node.value);
}

/** Merged maps (`<<`) yield to the map's own keys; of a repeated key the last one counts, as in Jekyll. */
function fromMap(items: Pair<Node | null, Node | null>[], walk: Walk, depth: number): Record<string, unknown> {
  const merged: [string, unknown][] = [];
  const direct = new Map<string, unknown>();
  for (const { key, value } of items) {
    const name = isScalar(key) ? (typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))) : String(key);
    const parsed = fromNode(value, walk, depth + 1);
    if (name === '__proto__') continue;
    if (name === '<<') merged.push(...[parsed].flat().flatMap((map) => (isRecord(map) ? Object.entries(map) : [])));
    else {
      if (direct.has(name))
        walk.diagnostics.push({ reason: `the key \`${name}\` appears twice; the last one counts`, text: describe(direct.get(name)) });
      if (parsed !== undefined) direct.set(name, parsed);
    }
  }
  return Object.fromEntries([...merged.filter(([name]) => !direct.has(name)), ...direct]);
}

function describe(value: unknown): string {
  if (value instanceof SourceScalar) return value.source;
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}

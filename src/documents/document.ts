import { pathKey, readTree, type Entry } from './yaml.ts';
import type { Place } from './positions.ts';
import { printable, type Finding } from './diagnostic.ts';
import { readSource, type Source } from './front-matter.ts';

/** A document as it is written: values, Markdown, and where everything stands. */
export interface Document {
  path: string;
  /** The fields, or the entries of a file that is a list; null when they could not be read. */
  data: Record<string, unknown> | unknown[] | null;
  body: string;
  bodyLine: number;
  /** The whole text, without byte order mark. */
  text: string;
  /** Everything wrong with the file as such. */
  findings: Finding[];
  /** Where a field is written; its parent where it is absent, 1:1 where that is the document. */
  locate: (path: readonly PropertyKey[]) => Place;
  /** The place in the file of a line and column of a text field's value. */
  locateIn: (path: readonly PropertyKey[], at: Place) => Place;
  /** What is written as the value, printable; undefined where nothing is. */
  written: (path: readonly PropertyKey[]) => string | undefined;
  /** Whether the key is there, even without a value. */
  has: (path: readonly PropertyKey[]) => boolean;
  /** The field a line and column of the file belong to; null in a comment and outside of the front matter. */
  fieldAt: (offset: number) => readonly PropertyKey[] | null;
  /** Line and column of an offset in the text. */
  place: (offset: number) => Place;
}

/** Read a Markdown or MDX document with front matter. Never throws. */
export function readDocument(bytes: Uint8Array, path: string): Document {
  const document = read(readSource(bytes), path);
  if (!Array.isArray(document.data)) return document;
  const finding = {
    severity: 'error',
    field: [],
    line: 2,
    column: 1,
    message: 'has a list for front matter',
    fix: 'write each field as `key: value`',
  } as const;
  return { ...document, data: null, findings: [...document.findings, finding] };
}

/** Read a file that is YAML, or JSON, from end to end. Never throws. */
export function readYaml(bytes: Uint8Array, path: string): Document {
  return read(readSource(bytes, { bare: true }), path);
}

function read({ text, yaml, place, findings, body, bodyLine }: Source, path: string): Document {
  return { ...fields({ text, yaml: yaml?.text ?? null, offset: yaml?.offset ?? 0, place, findings }), body, bodyLine, path };
}

interface Parts {
  text: string;
  yaml: string | null;
  offset: number;
  place: (offset: number) => Place;
  findings: Finding[];
}

function fields({ text, yaml, offset, place, findings }: Parts): Omit<Document, 'body' | 'bodyLine' | 'path'> {
  const tree = yaml === null ? { data: null, entries: new Map<string, Entry>(), findings: [] } : readTree(yaml, (at) => place(at + offset));
  const entryOf = (path: readonly PropertyKey[]): Entry | undefined => tree.entries.get(pathKey(path));
  const locate = (path: readonly PropertyKey[]): Place => {
    for (let length = path.length; length > 0; length--) {
      const found = entryOf(path.slice(0, length));
      if (found) return place(found.at + offset);
    }
    return { line: 1, column: 1 };
  };
  return {
    data: tree.data,
    text,
    findings: [...findings, ...tree.findings],
    locate,
    locateIn: (path, at) => {
      const found = entryOf(path);
      return found ? within(found, { yaml: yaml ?? '', offset, place, at }) : locate(path);
    },
    written: (path) => {
      const found = entryOf(path);
      const value = found && (yaml ?? '').slice(found.start, Math.min(found.end, found.start + 400)).trim();
      return value ? printable(value) : undefined;
    },
    has: (path) => entryOf(path) !== undefined,
    fieldAt: (at) => fieldAt(tree.entries, at - offset),
    place,
  };
}

/** A literal block keeps its lines, each behind the indentation of the first; of other styles only the beginning is known. */
function within(
  { start, end, style }: Entry,
  { yaml, offset, place, at }: { yaml: string; offset: number; place: Parts['place']; at: Place },
): Place {
  const first = place(start + offset);
  if (style === 'BLOCK_LITERAL') {
    const content = yaml.slice(yaml.indexOf('\n', start) + 1, end);
    const indent = /^(?:[ \t]*\r?\n)*( *)/.exec(content)?.[1]?.length ?? 0;
    return { line: first.line + at.line, column: indent + at.column };
  }
  const last = place(Math.max(start, end - 1) + offset).line;
  if (style === 'BLOCK_FOLDED') return { line: Math.min(first.line + at.line, last), column: 1 };
  const quoted = style === 'QUOTE_DOUBLE' || style === 'QUOTE_SINGLE' ? 1 : 0;
  return first.line === last ? { line: first.line, column: first.column + quoted + at.column - 1 } : first;
}

function fieldAt(entries: Map<string, Entry>, at: number): readonly PropertyKey[] | null {
  for (const { path, start, end, style, at: keyAt } of entries.values()) {
    if (style !== undefined && at >= Math.min(start, keyAt) && at < end) return path;
  }
  return null;
}

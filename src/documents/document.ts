import { errorIn, escapeControlCharacters, type FieldDiagnostic } from './diagnostic.ts';
import { readSource, type Source } from './front-matter.ts';
import type { Position } from './positions.ts';
import { parseYaml, pathKey, unreadYaml, type Entry } from './yaml.ts';

/** A document as written: values, Markdown, and the position of everything. */
export interface Document {
  path: string;
  /** The fields, or the entries of a file that is a list; null when the YAML could not be read. */
  data: Record<string, unknown> | unknown[] | null;
  body: string;
  bodyLine: number;
  /** The whole text, without byte order mark. */
  text: string;
  /** Errors of encoding, front matter and YAML. */
  diagnostics: FieldDiagnostic[];
  /** Return the position of a field; its parent's when the field is absent, 1:1 when that is the document. */
  locate: (path: readonly PropertyKey[]) => Position;
  /** Turn a position in a text field's value into the position in the file. */
  locateIn: (path: readonly PropertyKey[], position: Position) => Position;
  /** Return a value's source, control characters escaped; undefined when the field is absent. */
  written: (path: readonly PropertyKey[]) => string | undefined;
  /** The paths of keys without a value, which `data` leaves out. */
  emptyKeys: readonly (readonly PropertyKey[])[];
  /** Whether the key is present, with or without a value. */
  has: (path: readonly PropertyKey[]) => boolean;
  /** Return the text field that an offset belongs to; null in a comment and outside the front matter. */
  fieldAt: (offset: number) => readonly PropertyKey[] | null;
  positionAt: (offset: number) => Position;
}

/** Read a Markdown or MDX document with front matter. Never throws. */
export function readDocument(bytes: Uint8Array, path: string): Document {
  const document = read(readSource(bytes), path);
  if (!Array.isArray(document.data)) return document;
  return { ...document, data: null, diagnostics: [...document.diagnostics, listAsFrontMatter] };
}

/** Read a file that is YAML, or JSON, throughout. Never throws. */
export function readYaml(bytes: Uint8Array, path: string): Document {
  return read(readSource(bytes, { bare: true }), path);
}

const listAsFrontMatter = errorIn([], 'has a list as front matter', 'write each field as `key: value`', { line: 2, column: 1 });

function read({ text, yaml: source, positionAt, diagnostics, body, bodyLine }: Source, path: string): Document {
  const { text: yaml, offset } = source ?? { text: '', offset: 0 };
  const parsed = source ? parseYaml(yaml, (at) => positionAt(at + offset)) : unreadYaml;
  const entryOf = (field: readonly PropertyKey[]): Entry | undefined => parsed.entries.get(pathKey(field));
  const locate = (field: readonly PropertyKey[]): Position => {
    for (let length = field.length; length > 0; length--) {
      const entry = entryOf(field.slice(0, length));
      if (entry) return positionAt(entry.at + offset);
    }
    return { line: 1, column: 1 };
  };
  return {
    ...{ path, body, bodyLine, text, positionAt, locate },
    data: parsed.data,
    emptyKeys: parsed.emptyKeys,
    diagnostics: [...diagnostics, ...parsed.diagnostics],
    locateIn: (field, position) => {
      const entry = entryOf(field);
      return entry ? positionWithin(entry, position, { yaml, positionAt: (at) => positionAt(at + offset) }) : locate(field);
    },
    written: (field) => {
      const entry = entryOf(field);
      const value = entry && yaml.slice(entry.start, Math.min(entry.end, entry.start + 400)).trim();
      return value ? escapeControlCharacters(value) : undefined;
    },
    has: (field) => entryOf(field) !== undefined,
    fieldAt: (at) => fieldAt(parsed.entries, at - offset),
  };
}

/** Every line of a literal block has the indentation of the first; of other styles only the start is exact. */
function positionWithin(
  { start, end, style }: Entry,
  { line, column }: Position,
  { yaml, positionAt }: { yaml: string; positionAt: (offset: number) => Position },
): Position {
  const first = positionAt(start);
  if (style === 'BLOCK_LITERAL') {
    const content = yaml.slice(yaml.indexOf('\n', start) + 1, end);
    const indent = /^(?:[ \t]*\r?\n)*( *)/.exec(content)?.[1]?.length ?? 0;
    return { line: first.line + line, column: indent + column };
  }
  const lastLine = positionAt(Math.max(start, end - 1)).line;
  if (style === 'BLOCK_FOLDED') return { line: Math.min(first.line + line, lastLine), column: 1 };
  const quote = style === 'QUOTE_DOUBLE' || style === 'QUOTE_SINGLE' ? 1 : 0;
  return first.line === lastLine ? { line: first.line, column: first.column + quote + column - 1 } : first;
}

function fieldAt(entries: Map<string, Entry>, offset: number): readonly PropertyKey[] | null {
  for (const { path, start, end, style, at } of entries.values()) {
    if (style !== undefined && offset >= Math.min(start, at) && offset < end) return path;
  }
  return null;
}

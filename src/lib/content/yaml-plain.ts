import { TypedScalar } from '../../schemas/scalar.ts';
import type { Entry, Tree } from './yaml-tree.ts';

/**
 * Read the YAML that most documents are written in, many times as fast as a parser of all of YAML: keys with texts on one line, literal
 * blocks, and maps and lists of these. Gives what `readTree` gives; null for any other YAML, right or wrong.
 */
export function readPlainYaml(text: string): Pick<Tree, 'data' | 'entries'> | null {
  if (!text.endsWith('\n') || /[\0-\t\v-\x1F\x7F\uFEFF\uFFFE\uFFFF]/.test(text) || !text.isWellFormed()) return null;
  const reader: Reader = { text, at: 0, line: 0, entries: new Map() };
  if (nextIndent(reader) !== 0) return null;
  const data = readMap(reader, { key: '', path: [] }, { at: reader.line, column: 0 });
  return data === other || reader.line < text.length ? null : { data, entries: reader.entries };
}

/** Whether a text says nothing: nothing is written there, or nothing but blanks. */
export function isBlank(text: string): boolean {
  return /^[\s\u200B\u2060]*$/.test(text);
}

interface Reader {
  text: string;
  /** Where what was read ends: the beginning of a line. */
  at: number;
  /** Where the next line with something in it begins. */
  line: number;
  entries: Map<string, Entry>;
}

/** A path, with itself as one string. */
interface Name {
  key: string;
  path: readonly PropertyKey[];
}

interface Start {
  at: number;
  column: number;
}

/** It is not the YAML that is read here. */
const other = Symbol('other');
const absent = Symbol('absent');

/** Deeper YAML is left to the parser, which knows what is too deep. */
const deepest = 6;

const keyPattern = /([A-Za-z][\w-]*):(?: +(?! )|(?=\n))/y;
const quoted = /"([^"\\\n]*)"|'([^'\n]*)'/y;
const flowPlain = /[^\s\-?:,[\]{}#&*!|>%@`"'](?:[^\s,[\]{}:]|:(?![\s,[\]{}])| +(?=[^\s,[\]{}:#]))*/y;

/** The spaces before the next line that is not empty; -1 behind the last. */
function nextIndent(reader: Reader): number {
  const { text } = reader;
  let at = reader.at;
  while (text.charCodeAt(at) === lineFeed) at++;
  reader.line = at;
  return at === text.length ? -1 : spacesAt(text, at);
}

function readMap(reader: Reader, { key: parent, path }: Name, { at: first, column }: Start): Record<string, unknown> | typeof other {
  const { text, entries } = reader;
  const data: Record<string, unknown> = {};
  for (let at = first; ; at = reader.line + column) {
    const name = nameAt(text, at);
    if (name === undefined) return other;
    const key = parent ? `${parent}\0${name}` : name;
    if (entries.has(key)) return other;
    const value = readValue(reader, { key, path: [...path, name] }, { at: keyPattern.lastIndex, keyAt: at, column });
    if (value === other) return other;
    if (value !== absent) data[name] = value;
    const indent = nextIndent(reader);
    if (indent < column) return data;
    if (indent > column) return other;
  }
}

function readList(reader: Reader, { key: parent, path }: Name, column: number): unknown[] | typeof other {
  const { text } = reader;
  const items: unknown[] = [];
  for (;;) {
    const dash = reader.line + column;
    const at = dash + 1 + spacesAt(text, dash + 1);
    if (at === dash + 1) return other;
    const name = { key: `${parent}\0${items.length}`, path: [...path, items.length] };
    keyPattern.lastIndex = at;
    const value = keyPattern.test(text)
      ? readInner(reader, name, { at, keyAt: at, column: at - reader.line })
      : readLine(reader, name, { at, keyAt: at });
    if (value === other) return other;
    items.push(value === absent ? null : value);
    const indent = nextIndent(reader);
    if (indent > column) return other;
    if (indent < column || text[reader.line + column] !== '-') return items;
  }
}

/** What stands behind a key, on its line or below it. */
function readValue(reader: Reader, name: Name, { at, keyAt, column }: Start & { keyAt: number }): unknown {
  const { text } = reader;
  if (text[at] === '|') return readLiteral(reader, name, { at, keyAt, column });
  if (text[at] !== '\n') return readLine(reader, name, { at, keyAt });
  reader.at = at + 1;
  const indent = nextIndent(reader);
  const inner = reader.line + indent;
  if (indent < column || (indent === column && text[inner] !== '-')) return other;
  return readInner(reader, name, { at: inner, keyAt, column: indent });
}

/** A list or a map below a key, or a map behind the dash of a list's item. */
function readInner(reader: Reader, name: Name, { at, keyAt, column }: Start & { keyAt: number }): unknown {
  if (name.path.length > deepest) return other;
  const entry = { path: name.path, at: keyAt, start: at, end: at, style: undefined };
  reader.entries.set(name.key, entry);
  const value = reader.text[at] === '-' ? readList(reader, name, column) : readMap(reader, name, { at, column });
  entry.end = reader.at;
  return value;
}

/** A text, a number, a truth, or a list or map in brackets, that ends with its line. */
function readLine(reader: Reader, { key, path }: Name, { at, keyAt }: { at: number; keyAt: number }): unknown {
  const { text, entries } = reader;
  const lineEnd = text.indexOf('\n', at);
  reader.at = lineEnd + 1;
  const first = text[at];
  if (first === '[' || first === '{') return readFlow(reader, { key, path }, { at, keyAt, lineEnd });
  if (first === '"' || first === "'") {
    const found = scalarAt(text, at);
    if (!found || found.end + spacesAt(text, found.end) !== lineEnd) return other;
    entries.set(key, { path, at: keyAt, start: at, end: found.end, style: found.style });
    return found.value;
  }
  let end = lineEnd;
  while (text.charCodeAt(end - 1) === space) end--;
  const written = text.slice(at, end);
  if (/^$|^[-?:,[\]{}#&*!|>%@`]|: |:$| #/.test(written)) return other;
  entries.set(key, { path, at: keyAt, start: at, end, style: 'PLAIN' });
  return plainOf(written);
}

/** A list in brackets or a map in braces, of nothing but texts, numbers and truths. */
function readFlow(reader: Reader, { key, path }: Name, { at, keyAt, lineEnd }: { at: number; keyAt: number; lineEnd: number }): unknown {
  const { text, entries } = reader;
  const pairs: Record<string, unknown> | null = text[at] === '{' ? {} : null;
  const items: unknown[] = [];
  const entry = { path, at: keyAt, start: at, end: at, style: undefined };
  entries.set(key, entry);
  let end = at;
  do {
    const itemAt = end + 1 + spacesAt(text, end + 1);
    const name = pairs ? nameAt(text, itemAt) : items.length;
    if (name === undefined) return other;
    const start = pairs ? keyPattern.lastIndex : itemAt;
    const innerKey = `${key}\0${name}`;
    const found = scalarAt(text, start);
    if (!found || found.value === other || entries.has(innerKey)) return other;
    entries.set(innerKey, { path: [...path, name], at: itemAt, start, end: found.end, style: found.style });
    if (!pairs) items.push(found.value === absent ? null : found.value);
    else if (found.value !== absent) pairs[name] = found.value;
    end = found.end + spacesAt(text, found.end);
  } while (text[end] === ',');
  entry.end = end + 1;
  return text[end] === (pairs ? '}' : ']') && entry.end + spacesAt(text, entry.end) === lineEnd ? (pairs ?? items) : other;
}

/** The key at an offset; `keyPattern` stands behind it then. */
function nameAt(text: string, at: number): string | undefined {
  keyPattern.lastIndex = at;
  const name = keyPattern.exec(text)?.[1];
  return name === undefined || constants.test(name) ? undefined : name;
}

/** A text in quotes, or a plain one inside of brackets. */
function scalarAt(text: string, at: number): { value: unknown; end: number; style: string } | null {
  const plain = text[at] !== '"' && text[at] !== "'";
  const pattern = plain ? flowPlain : quoted;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return null;
  const style = plain ? 'PLAIN' : text[at] === '"' ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE';
  return { value: plain ? plainOf(match[0]) : textOf(match[1] ?? match[2] ?? ''), end: pattern.lastIndex, style };
}

/** A block of lines behind `|`, the last of them with its line end. */
function readLiteral(reader: Reader, { key, path }: Name, { at, keyAt, column }: Start & { keyAt: number }): unknown {
  const { text, entries } = reader;
  if (text[at + 1] !== '\n') return other;
  const indent = spacesAt(text, at + 2);
  if (indent <= column) return other;
  const lines: string[] = [];
  let end = at + 2;
  let kept = 0;
  for (let line = end; line < text.length;) {
    const lineEnd = text.indexOf('\n', line);
    const spaces = spacesAt(text, line);
    if (lineEnd === line) lines.push('');
    else if (line + spaces === lineEnd) return other;
    else if (spaces < indent) break;
    else {
      kept = lines.push(text.slice(line + indent, lineEnd));
      end = lineEnd + 1;
    }
    line = lineEnd + 1;
  }
  reader.at = end;
  entries.set(key, { path, at: keyAt, start: at, end, style: 'BLOCK_LITERAL' });
  return textOf(`${lines.slice(0, kept).join('\n')}\n`);
}

const lineFeed = 10;
const space = 32;

function spacesAt(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === space) end++;
  return end - at;
}

const constants = /^(?:null|true|false)$/i;
/** What the core schema takes for no text, besides the plainest numbers and truths. */
const oddScalars = /^(?:~|null|true|false|[-+]?\.(?:inf|nan)|0[ox][\da-f]+|[-+]?[\d.]+(?:e[-+]?\d+)?)$/i;

function plainOf(written: string): unknown {
  if (/^\d{1,15}(?:\.\d{1,15})?$/.test(written)) return new TypedScalar(Number(written), written);
  if (written === 'true' || written === 'false') return new TypedScalar(written === 'true', written);
  return oddScalars.test(written) ? other : textOf(written);
}

function textOf(text: string): string | typeof absent {
  return isBlank(text) ? absent : text;
}

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
const flowPlain = /[\w./](?:[^\s,[\]{}:]| +(?=[^\s,[\]{}:#]))*/y;

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
    keyPattern.lastIndex = at;
    const name = keyPattern.exec(text)?.[1];
    if (name === undefined || constants.test(name)) return other;
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

/** A text, a number, a truth or a list in brackets that ends with its line. */
function readLine(reader: Reader, { key, path }: Name, { at, keyAt }: { at: number; keyAt: number }): unknown {
  const { text, entries } = reader;
  const lineEnd = text.indexOf('\n', at);
  reader.at = lineEnd + 1;
  const first = text[at] ?? '';
  if (first === '[') return readFlowList(reader, { key, path }, { at, keyAt, lineEnd });
  if (first === '"' || first === "'") {
    quoted.lastIndex = at;
    const match = quoted.exec(text);
    const end = quoted.lastIndex;
    if (!match || end + spacesAt(text, end) !== lineEnd) return other;
    entries.set(key, { path, at: keyAt, start: at, end, style: first === '"' ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE' });
    return textOf(match[1] ?? match[2] ?? '');
  }
  let end = lineEnd;
  while (text.charCodeAt(end - 1) === space) end--;
  const written = text.slice(at, end);
  if (/^$|^[-?:,[\]{}#&*!|>%@`]|: |:$| #/.test(written)) return other;
  entries.set(key, { path, at: keyAt, start: at, end, style: 'PLAIN' });
  return plainOf(written);
}

function readFlowList(reader: Reader, { key, path }: Name, { at, keyAt, lineEnd }: { at: number; keyAt: number; lineEnd: number }): unknown {
  const { text, entries } = reader;
  const items: unknown[] = [];
  const entry = { path, at: keyAt, start: at, end: at, style: undefined };
  entries.set(key, entry);
  let end = at;
  do {
    const start = end + 1 + spacesAt(text, end + 1);
    const pattern = text[start] === '"' || text[start] === "'" ? quoted : flowPlain;
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (!match) return other;
    end = pattern.lastIndex;
    const style = pattern === flowPlain ? 'PLAIN' : text[start] === '"' ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE';
    entries.set(`${key}\0${items.length}`, { path: [...path, items.length], at: start, start, end, style });
    const value = pattern === flowPlain ? plainOf(match[0]) : textOf(match[1] ?? match[2] ?? '');
    if (value === other) return other;
    items.push(value === absent ? null : value);
    end += spacesAt(text, end);
  } while (text[end] === ',');
  entry.end = end + 1;
  return text[end] === ']' && entry.end + spacesAt(text, entry.end) === lineEnd ? items : other;
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
  for (let line = end; line < text.length; ) {
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

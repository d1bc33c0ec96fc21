import { SourceScalar } from '../../src/schemas/scalar.ts';

/**
 * Read the TOML that front matter is written in: keys, tables, arrays, inline tables, all kinds of strings (https://toml.io/en/v1.0.0).
 * Dates stay text, numbers and booleans keep their source; what cannot be read is listed in `faults`, line by line. Never throws.
 */
export function readToml(text: string): { data: Record<string, unknown>; faults: string[] } {
  const data: Table = {};
  const faults: string[] = [];
  const reader: Reader = { text: text.replaceAll('\r\n', '\n'), at: 0 };
  let table = data;
  while ((skipBlank(reader), reader.at < reader.text.length)) {
    const start = reader.at;
    try {
      const header = /\[(\[?)([^\]\n]+)\](\]?)[ \t]*(?:#[^\n]*)?(?=\n|$)/y;
      header.lastIndex = start;
      const opened = header.exec(reader.text);
      if (opened) {
        table = openTable(data, keyParts(opened[2] ?? ''), opened[1] === '[');
        reader.at = header.lastIndex;
        continue;
      }
      assign(table, readKey(reader), readValue(reader, 0));
      endLine(reader);
    } catch (error) {
      if (!(error instanceof TomlFault)) throw error;
      const end = lineEnd(reader.text, start);
      faults.push(reader.text.slice(start, end).trim());
      reader.at = end;
    }
  }
  return { data, faults };
}

type Table = Record<string, unknown>;

interface Reader {
  text: string;
  at: number;
}

class TomlFault extends Error {}

const deepest = 32;

function readKey(reader: Reader): string[] {
  const key = /(?:[^\s="'#[\]{},]+|"[^"\n]*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[^\s="'#[\]{},]+|"[^"\n]*"|'[^'\n]*'))*(?=[ \t]*=)/y;
  key.lastIndex = reader.at;
  const found = key.exec(reader.text);
  if (!found) throw new TomlFault();
  reader.at = reader.text.indexOf('=', key.lastIndex) + 1;
  skipSpaces(reader);
  return keyParts(found[0]);
}

function keyParts(key: string): string[] {
  return [...key.matchAll(/"([^"]*)"|'([^']*)'|([^\s."']+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? '');
}

/** Follow a path of tables from the top, making those that are not there; the last entry of an array of tables is the open one. */
function openTable(data: Table, path: string[], array: boolean): Table {
  let table = data;
  for (const [index, key] of path.entries()) {
    const last = array && index === path.length - 1;
    const known = Object.hasOwn(table, key) ? table[key] : undefined;
    const next: Table =
      last || !isTable(Array.isArray(known) ? known.at(-1) : known) ? {} : ((Array.isArray(known) ? known.at(-1) : known) as Table);
    if (last) set(table, key, [...(Array.isArray(known) ? known : []), next]);
    else if (known === undefined || !isTable(Array.isArray(known) ? known.at(-1) : known)) set(table, key, next);
    table = next;
  }
  return table;
}

function assign(table: Table, path: string[], value: unknown): void {
  const key = path.at(-1) ?? '';
  const target = openTable(table, path.slice(0, -1), false);
  if (Object.hasOwn(target, key)) throw new TomlFault();
  set(target, key, value);
}

function set(table: Table, key: string, value: unknown): void {
  Object.defineProperty(table, key, { value, enumerable: true, configurable: true, writable: true });
}

function readValue(reader: Reader, depth: number): unknown {
  if (depth > deepest) throw new TomlFault();
  const kind = kinds.find(({ opens }) => reader.text.startsWith(opens, reader.at));
  return kind ? kind.read(reader, depth) : readPlain(reader);
}

/** By the signs a value begins with, the longer first. */
const kinds = [
  { opens: '"""', read: (reader: Reader) => unescaped(delimited(reader, '"""', true)) },
  { opens: "'''", read: (reader: Reader) => delimited(reader, "'''", false) },
  { opens: '"', read: (reader: Reader) => unescaped(delimited(reader, '"', true)) },
  { opens: "'", read: (reader: Reader) => delimited(reader, "'", false) },
  { opens: '[', read: readArray },
  { opens: '{', read: readInlineTable },
] as const satisfies readonly { opens: string; read: (reader: Reader, depth: number) => unknown }[];

function delimited(reader: Reader, quote: string, escapes: boolean): string {
  const start = reader.at + quote.length;
  for (let at = start; at < reader.text.length; at++) {
    if (escapes && reader.text[at] === '\\') at++;
    else if (quote.length === 1 && reader.text[at] === '\n') break;
    else if (reader.text.startsWith(quote, at)) {
      reader.at = at + quote.length;
      const content = reader.text.slice(start, at);
      return quote.length === 3 ? content.replace(/^\n/, '') : content;
    }
  }
  throw new TomlFault();
}

const escapes: Record<string, string> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r', '"': '"', '\\': '\\' };

function unescaped(text: string): string {
  return text.replace(/\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|\s*\n\s*|(.))/gi, (whole, short?: string, long?: string, letter?: string) => {
    const code = Number.parseInt(short ?? long ?? '', 16);
    if (!Number.isNaN(code)) return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    return letter === undefined ? '' : (escapes[letter] ?? whole);
  });
}

function readArray(reader: Reader, depth: number): unknown[] {
  const items: unknown[] = [];
  reader.at++;
  for (;;) {
    skipBlank(reader);
    if (take(reader, ']')) return items;
    items.push(readValue(reader, depth + 1));
    skipBlank(reader);
    if (!take(reader, ',') && reader.text[reader.at] !== ']') throw new TomlFault();
  }
}

function readInlineTable(reader: Reader, depth: number): Table {
  const table: Table = {};
  reader.at++;
  for (;;) {
    skipBlank(reader);
    if (take(reader, '}')) return table;
    assign(table, readKey(reader), readValue(reader, depth + 1));
    skipBlank(reader);
    if (!take(reader, ',') && reader.text[reader.at] !== '}') throw new TomlFault();
  }
}

function readPlain(reader: Reader): unknown {
  const plain = /\d{4}-\d{2}-\d{2}[Tt ]\d{2}:[^\s,#\]}]+|[^\s,#\]}]+/y;
  plain.lastIndex = reader.at;
  const source = plain.exec(reader.text)?.[0];
  if (source === undefined) throw new TomlFault();
  reader.at = plain.lastIndex;
  if (source === 'true' || source === 'false') return new SourceScalar(source === 'true', source);
  const number = /^[+-]?(?:0x[\da-f_]+|0o[0-7_]+|0b[01_]+|\d[\d_]*(?:\.[\d_]+)?(?:e[+-]?\d+)?)$/i.test(source)
    ? Number(source.replaceAll('_', ''))
    : NaN;
  if (Number.isFinite(number)) return new SourceScalar(number, source);
  if (/^\d/.test(source)) return source;
  throw new TomlFault();
}

function endLine(reader: Reader): void {
  skipSpaces(reader);
  if (reader.text[reader.at] === '#') reader.at = lineEnd(reader.text, reader.at);
  if (reader.at < reader.text.length && reader.text[reader.at] !== '\n') throw new TomlFault();
}

function skipSpaces(reader: Reader): void {
  while (reader.text[reader.at] === ' ' || reader.text[reader.at] === '\t') reader.at++;
}

function skipBlank(reader: Reader): void {
  const blank = /(?:\s+|#[^\n]*)*/y;
  blank.lastIndex = reader.at;
  blank.exec(reader.text);
  reader.at = blank.lastIndex;
}

function take(reader: Reader, sign: string): boolean {
  if (reader.text[reader.at] !== sign) return false;
  reader.at++;
  return true;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof SourceScalar);
}

import { projectSchema } from '../schemas/project.ts';
import { checkControlCharacters } from './control-characters.ts';
import { errorIn, escapeControlCharacters, type FieldDiagnostic } from './diagnostic.ts';
import { createLocator, type Position } from './positions.ts';
import { decodeUtf8 } from './utf8.ts';

/** A file's text, split into front matter and body; the text is empty when the file could not be decoded. */
export interface Source {
  /** The whole text without byte order mark. */
  text: string;
  /** The YAML between the markers and its offset in the text; null when there is none. */
  yaml: { text: string; offset: number } | null;
  body: string;
  /** Line of the body's first character, from 1. */
  bodyLine: number;
  positionAt: (offset: number) => Position;
  diagnostics: FieldDiagnostic[];
}

/** The largest file that is opened; a larger one could exhaust the memory. */
export const maxReadableBytes = 16_000_000;

/** The largest document allowed. */
const maxBytes = 2_000_000;

/** Decode a document and split it at its `---` markers; with `bare`, the whole file is YAML. Never throws. */
export function readSource(bytes: Uint8Array, { bare = false }: { bare?: boolean } = {}): Source {
  const unread = { yaml: null, body: '', bodyLine: 1 };
  const size = `is ${(bytes.length / 1e6).toFixed(1)} MB; a document may have 2 MB`;
  const tooLarge = bytes.length > maxBytes ? [errorIn([], size, 'shorten the document, or move large parts into files of their own')] : [];
  const text = bytes.length > maxReadableBytes ? '' : decodeUtf8(bytes);
  if (typeof text !== 'string') return { ...unread, text: '', positionAt: createLocator(''), diagnostics: [...tooLarge, text] };
  const positionAt = createLocator(text);
  const diagnostics = [...tooLarge, ...checkControlCharacters(text, positionAt)];
  if (bytes.length > maxReadableBytes || text.includes('\0')) return { ...unread, text, positionAt, diagnostics };
  const parts = bare ? { ...unread, yaml: { text, offset: 0 } } : split(text, positionAt);
  if ('message' in parts) return { ...unread, text, positionAt, diagnostics: [...diagnostics, parts] };
  return { ...parts, text, positionAt, diagnostics };
}

function split(text: string, positionAt: Source['positionAt']): Pick<Source, 'yaml' | 'body' | 'bodyLine'> | FieldDiagnostic {
  const start = /\S/.exec(text)?.index ?? text.length;
  const opening = text.slice(text.lastIndexOf('\n', start) + 1, lineEnd(text, start));
  if (/\r(?!\n)/.test(opening.slice(0, -1))) {
    return error({ line: 1, column: 1 }, 'has classic Mac OS line endings (CR only)', 'save the file with LF or CRLF line endings');
  }
  if (!/^---[ \t]*\r?$/.test(opening)) return missingFrontMatter(opening, positionAt(start));
  const offset = Math.min(lineEnd(text, start) + 1, text.length);
  const rest = text.slice(offset);
  const end = /^---[ \t]*\r?$/m.exec(rest)?.index;
  if (end === undefined) {
    const almost = /^(?:-{2}|-{4,}|–-|—|\.\.\.|\+\+\+|[ \t]+---)[ \t]*\r?$/m.exec(rest);
    const position = positionAt(almost ? offset + almost.index : start);
    return error(position, 'has front matter without an end', 'end it with a line of three hyphens, `---`', almost?.[0].trimEnd());
  }
  const marker = positionAt(offset + end);
  const bodyStart = Math.min(lineEnd(text, offset + end) + 1, text.length);
  const second = secondFrontMatter(text.slice(bodyStart));
  if (second) {
    return error(marker, 'ends the front matter, but more fields follow', 'delete this `---`: a document has one front matter', second);
  }
  return { yaml: { text: rest.slice(0, end), offset }, body: text.slice(bodyStart).replaceAll('\r\n', '\n'), bodyLine: marker.line + 1 };
}

function missingFrontMatter(opening: string, position: Position): FieldDiagnostic {
  const line = opening.trim();
  if (line === '') return error({ line: 1, column: 1 }, 'is empty', startFix);
  return line.startsWith('+++')
    ? error(position, 'starts with `+++`, Hugo’s front matter in TOML', 'write the front matter as YAML between two lines of `---`', line)
    : error(position, 'has no front matter: its first line is not `---`', startFix, line);
}

const startFix = 'start the document with a line of `---`, its fields, and another line of `---`';

/** Return the first line of a second front matter: fields down to another line of `---`. Prose above a horizontal rule does not count. */
function secondFrontMatter(body: string): string | null {
  const block = /^\s*([a-z_]+:(?:[ \t][^\n]*)?)\r?\n(?:(?:[a-z_]+:(?:[ \t][^\n]*)?|[ \t-][^\n]*|)\r?\n)*?---[ \t]*\r?(?:\n|$)/.exec(
    body.slice(0, 100_000),
  );
  const first = block?.[1];
  return first && Object.hasOwn(projectSchema.shape, first.slice(0, first.indexOf(':'))) ? first : null;
}

function error(position: Position, message: string, fix: string, value?: string): FieldDiagnostic {
  return errorIn([], message, fix, { ...position, value: value && escapeControlCharacters(value) });
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

import { projectSchema } from '../schemas/project.ts';
import { placer, type Place } from './positions.ts';
import { printable, type Finding } from './diagnostic.ts';
import { decode, type Fault } from './utf8.ts';

/** A file's text cut into front matter and body; without a text the file could not be read, and the findings say why. */
export interface Source {
  /** The whole text without byte order mark. */
  text: string;
  /** The YAML between the markers and where it begins in the text; null where there is none. */
  yaml: { text: string; offset: number } | null;
  body: string;
  /** Line of the body's first character, from 1. */
  bodyLine: number;
  place: (offset: number) => Place;
  findings: Finding[];
}

/** The most a document may weigh. */
export const maxBytes = 2_000_000;
/** Past this the file is not even looked into. */
export const readableBytes = 16_000_000;

/** Decode a document and cut it at its `---` markers, or take a `bare` one for YAML throughout; every fault of the file is a finding. */
export function readSource(bytes: Uint8Array, { bare = false }: { bare?: boolean } = {}): Source {
  const findings: Finding[] = [];
  const fault = fileFault(findings);
  const nothing: Source = { text: '', yaml: null, body: '', bodyLine: 1, place: () => ({ line: 1, column: 1 }), findings };
  if (bytes.length > maxBytes) {
    fault(
      { line: 1, column: 1 },
      `weighs ${(bytes.length / 1e6).toFixed(1)} MB, 2 MB at most`,
      'cut the document, or move what is large into files of its own',
    );
    if (bytes.length > readableBytes) return nothing;
  }
  const text = decode(bytes, fault);
  if (text === null) return nothing;
  const place = placer(text);
  if (!noteControls(text, place, fault)) return { ...nothing, text, place };
  const parts = bare ? { yaml: { text, offset: 0 }, body: '', bodyLine: 1 } : split(text, place, fault);
  return { ...parts, text, place, findings };
}

/** Find characters that no page or feed can carry: C0 controls, lone surrogates, U+FFFE and U+FFFF. */
export function unprintable(text: string): { offset: number; name: string } | null {
  const found = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Cs}/u.exec(text);
  if (!found) return null;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    offset: found.index,
    name: `${found[0] === '\0' ? 'a NUL byte' : /\p{Cs}/u.test(found[0]) ? 'half a surrogate pair' : 'the control character'} U+${code}`,
  };
}

function fileFault(findings: Finding[]): Fault {
  return (place, message, fix, value) => findings.push({ severity: 'error', field: [], ...place, message, fix, value });
}

/** Report control characters, at most one a line; false when the file is no text at all. */
function noteControls(text: string, place: (offset: number) => Place, fault: Fault): boolean {
  const controls = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\r(?!\n)/g;
  let line = 0;
  let lines = 0;
  for (let found = controls.exec(text); found && lines < 20; found = controls.exec(text)) {
    if (found[0] === '\r') continue;
    const at = place(found.index);
    if (at.line === line) continue;
    line = at.line;
    lines++;
    const name = unprintable(found[0])?.name ?? '';
    fault(
      at,
      `holds ${name}, which no page or feed can carry`,
      'delete it',
      printable(
        text.slice(Math.max(found.index - at.column + 1, found.index - 40), Math.min(lineEnd(text, found.index), found.index + 40)),
      ),
    );
  }
  return !text.includes('\0');
}

function split(text: string, place: (offset: number) => Place, fault: Fault): Pick<Source, 'yaml' | 'body' | 'bodyLine'> {
  const start = /\S/.exec(text)?.index ?? text.length;
  const opening = text.slice(text.lastIndexOf('\n', start) + 1, lineEnd(text, start));
  const nothing = { yaml: null, body: '', bodyLine: 1 };
  if (/\r(?!\n)/.test(opening.slice(0, -1))) {
    fault({ line: 1, column: 1 }, 'has line ends of old Macintoshes, CR alone', 'save the file with line ends LF or CRLF');
    return nothing;
  }
  if (!/^---[ \t]*\r?$/.test(opening)) {
    const at = start === text.length ? { line: 1, column: 1 } : place(start);
    const toml = opening.startsWith('+++');
    fault(
      at,
      toml
        ? 'begins with `+++`, the front matter of Hugo in TOML'
        : start === text.length
          ? 'is empty'
          : 'has no front matter: its first line is not `---`',
      toml
        ? 'write the front matter as YAML between two lines of `---`'
        : 'begin the document with a line of `---`, its fields, and another line of `---`',
      start === text.length ? undefined : printable(opening.trim()),
    );
    return nothing;
  }
  const offset = Math.min(lineEnd(text, start) + 1, text.length);
  const closing = /^---[ \t]*\r?$/m;
  const end = closing.exec(text.slice(offset));
  if (!end) {
    const near = /^(?:-{2}|-{4,}|–-|—|\.\.\.|\+\+\+|[ \t]+---)[ \t]*\r?$/m.exec(text.slice(offset));
    const at = near ? place(offset + near.index) : place(start);
    fault(
      at,
      'has front matter that does not end',
      'close it with a line of three hyphens, `---`',
      near ? printable(near[0].trimEnd()) : undefined,
    );
    return nothing;
  }
  const bodyStart = Math.min(lineEnd(text, offset + end.index) + 1, text.length);
  const again = secondDocument(text.slice(bodyStart));
  if (again) {
    fault(
      place(offset + end.index),
      'ends the front matter, and fields go on below it',
      'delete this line of `---`: a document has one front matter',
      again,
    );
    return nothing;
  }
  const yaml = { text: text.slice(offset, offset + end.index), offset };
  return { yaml, body: text.slice(bodyStart).replaceAll('\r\n', '\n'), bodyLine: place(offset + end.index).line + 1 };
}

/** The first line of what is plainly more front matter: fields down to another line of `---`. Prose above a rule is left alone. */
function secondDocument(body: string): string | null {
  const block = /^\s*([a-z_]+:(?:[ \t][^\n]*)?)\r?\n(?:(?:[a-z_]+:(?:[ \t][^\n]*)?|[ \t-][^\n]*|)\r?\n)*?---[ \t]*\r?(?:\n|$)/.exec(
    body.slice(0, 100_000),
  );
  const first = block?.[1];
  return first && Object.hasOwn(projectSchema.shape, first.slice(0, first.indexOf(':'))) ? first : null;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

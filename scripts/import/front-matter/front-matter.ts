import { readToml } from './toml.ts';
import { readYaml, type ParsedData } from './yaml.ts';

/** A document of another system, split into front matter and text. */
export interface ParsedFile extends ParsedData {
  body: string;
  /** Comments of the front matter, with their number sign. */
  comments: string[];
}

/** Read a document with front matter in YAML, TOML (`+++`) or JSON; lenient, because another system accepted it. Never throws. */
export function readFrontMatter(bytes: Uint8Array): ParsedFile {
  const { text, diagnostics } = decode(bytes);
  for (const { open, close, read } of notations) {
    const start = open.exec(text)?.[0].length;
    if (start === undefined) continue;
    const end = close.exec(text.slice(start));
    if (!end) continue;
    const head = text.slice(start, start + end.index);
    const parsed = read(head);
    const body = text.slice(start + end.index + end[0].length);
    return { data: parsed.data, body, diagnostics: [...diagnostics, ...parsed.diagnostics], comments: findComments(head) };
  }
  return { data: {}, body: text, diagnostics, comments: [] };
}

const notations = [
  { open: /^\s*---[ \t]*\n/, close: /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m, read: readYaml },
  { open: /^\s*\+\+\+[ \t]*\n/, close: /^\+\+\+[ \t]*(?:\n|$)/m, read: readToml },
  // JSON is YAML; its braces are the delimiters.
  { open: /^\s*\{(?=\s*")/, close: /^\}[ \t]*(?:\n|$)/m, read: (head: string) => readYaml(`{${head}}`) },
] as const satisfies readonly { open: RegExp; close: RegExp; read: (head: string) => ParsedData }[];

/** Comments on a line of their own or after a value; a `#` line within a block of text counts too, although the field keeps it. */
function findComments(head: string): string[] {
  return [...head.matchAll(/^#.*$|^\s*[\w-]+\s*[:=](?:"[^"\n]*"|'[^'\n]*'|[^"'#\n])*[ \t](#[ \t].*)$/gm)].map(
    ([line, trailing]) => trailing ?? line,
  );
}

/** Decode UTF-8 or UTF-16, else Windows-1252; control characters, which no page may contain, are removed. */
function decode(bytes: Uint8Array): { text: string; diagnostics: ParsedData['diagnostics'] } {
  const diagnostics: ParsedData['diagnostics'] = [];
  let text: string;
  try {
    const [first, second] = bytes;
    const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes);
    diagnostics.push({ reason: 'the file is not UTF-8 and was read as Windows-1252; check its accents', text: '' });
  }
  return { text: text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/g, ''), diagnostics };
}

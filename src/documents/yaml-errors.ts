import type { YAMLError } from 'yaml';
import type { Place } from './positions.ts';
import { printable, type Finding } from './diagnostic.ts';

/** Tell an author what YAML could not read: the first fault of a line, three lines at most, since later ones mostly follow from it. */
export function syntaxFindings(errors: readonly YAMLError[], text: string, place: (offset: number) => Place): Finding[] {
  const lines = new Set<number>();
  const findings: Finding[] = [];
  for (const { code, pos, message } of errors) {
    // Tags are reported by name when the tree is walked.
    if (code === 'TAG_RESOLVE_FAILED') continue;
    const tabbed = /^ *\t/.test(lineAt(text, pos[0]));
    const fault = faults.find((one) =>
      tabbed ? one.code === 'TAB_AS_INDENT' : one.code === code && (!one.says || message.includes(one.says)),
    );
    const at = fault?.opening ? opening(text, pos[0]) : pos[0];
    const where = place(at);
    if (lines.has(where.line)) continue;
    lines.add(where.line);
    if (lines.size > 3) break;
    const line = lineAt(text, at);
    const liquid = /:\s*\{\{|:\s*\{%/.test(line);
    findings.push({
      severity: 'error',
      field: [],
      ...where,
      message: fault?.message ?? `cannot be read as YAML: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
      value: printable(line.trim()),
      fix: liquid
        ? 'Liquid is not filled in here: write the value out, in quotes'
        : (fault?.fix ?? 'put the text in quotes, or mend the indentation'),
    });
  }
  return findings;
}

const faults: readonly { code: string; says?: string; message: string; fix: string; opening?: boolean }[] = [
  { code: 'TAB_AS_INDENT', message: 'is indented with a tab', fix: 'indent with spaces' },
  { code: 'BLOCK_AS_IMPLICIT_KEY', message: 'holds a colon and a blank, which begin a map', fix: 'put the text in quotes' },
  {
    code: 'BAD_INDENT',
    says: 'Flow',
    message: 'stands inside of a bracket that is not closed',
    fix: 'close the bracket in the line before',
  },
  {
    code: 'BAD_INDENT',
    message: 'is indented unlike the lines around it',
    fix: 'begin the keys of one map, and the lines of one text, in the same column',
  },
  {
    code: 'MISSING_CHAR',
    says: 'quote',
    message: 'opens a quote that is not closed',
    fix: 'close the quote, or double it where it is meant',
    opening: true,
  },
  {
    code: 'MISSING_CHAR',
    says: 'map values',
    message: 'is neither `key: value` nor part of the value before it',
    fix: 'put a colon and a blank behind the key, or indent the line',
  },
  { code: 'UNEXPECTED_TOKEN', message: 'goes on after its value has ended', fix: 'put the whole value in quotes' },
  { code: 'MULTIPLE_DOCS', message: 'holds a second YAML document', fix: 'keep one front matter in a file' },
  { code: 'BAD_ALIAS', message: 'begins with `*` or `&`, the signs of YAML anchors', fix: 'put the text in quotes' },
  { code: 'RESOURCE_EXHAUSTION', message: 'nests too deep to be read', fix: 'flatten it' },
];

/** The quote that was left open: the last one that begins a value before the place where the text ran out. */
function opening(text: string, end: number): number {
  const values = /(?:^|[:\-[{,])[ \t]*(["'])/gm;
  let found = end;
  for (let match = values.exec(text); match && match.index < end; match = values.exec(text)) {
    const quote = match[1] ?? '"';
    const at = match.index + match[0].length - 1;
    const close = quote === '"' ? /"(?:[^"\\]|\\[^])*"/y : /'(?:[^']|'')*'/y;
    close.lastIndex = at;
    if (!close.test(text)) return at;
    values.lastIndex = close.lastIndex;
    found = at;
  }
  return found;
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end === -1 ? text.length : end);
}

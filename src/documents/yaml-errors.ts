import type { YAMLError } from 'yaml';
import { errorIn, escapeControlCharacters, type FieldDiagnostic } from './diagnostic.ts';
import type { Position } from './positions.ts';

/** Turn the parser's errors into diagnostics: the first of each line, and three lines at most, since later errors mostly follow from it. */
export function syntaxDiagnostics(errors: readonly YAMLError[], text: string, positionAt: (offset: number) => Position): FieldDiagnostic[] {
  const lines = new Set<number>();
  const diagnostics: FieldDiagnostic[] = [];
  // Tags are reported by name when the tree is read. A hostile file can have a hundred thousand errors.
  for (const error of errors.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED').slice(0, maxErrors)) {
    const rule = ruleFor(error, lineAt(text, error.pos[0]));
    const at = rule?.atQuote ? openQuote(text, error.pos[0]) : error.pos[0];
    const position = positionAt(at);
    if (lines.has(position.line)) continue;
    lines.add(position.line);
    if (lines.size > 3) break;
    const line = lineAt(text, at);
    const isLiquid = /:\s*\{[{%]/.test(line);
    const message = rule?.message ?? `is not valid YAML: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`;
    const fix = isLiquid
      ? 'write the value out, in quotes: Liquid is not evaluated here'
      : (rule?.fix ?? 'put the text in quotes, or correct the indentation');
    diagnostics.push(errorIn([], message, fix, { ...position, value: escapeControlCharacters(line.trim()) }));
  }
  return diagnostics;
}

const maxErrors = 100;

interface Rule {
  code: string;
  /** Words of the parser's message, when one code has several meanings. */
  includes?: string;
  message: string;
  fix: string;
  /** The parser reports an open quote where the text ends; the author needs to see where it starts. */
  atQuote?: boolean;
}

const rules: readonly Rule[] = [
  { code: 'TAB_AS_INDENT', message: 'is indented with a tab', fix: 'indent with spaces' },
  { code: 'BLOCK_AS_IMPLICIT_KEY', message: 'contains `: `, which starts a mapping', fix: 'put the text in quotes' },
  { code: 'BAD_INDENT', includes: 'Flow', message: 'is inside a bracket that is not closed', fix: 'close the bracket on the line before' },
  {
    code: 'BAD_INDENT',
    message: 'is indented differently from the lines around it',
    fix: 'start the keys of one map, and the lines of one text, in the same column',
  },
  {
    code: 'MISSING_CHAR',
    includes: 'quote',
    message: 'opens a quote that is not closed',
    fix: 'close the quote, or double it inside the text',
    atQuote: true,
  },
  {
    code: 'MISSING_CHAR',
    includes: 'map values',
    message: 'is neither `key: value` nor part of the value before it',
    fix: 'put a colon and a space after the key, or indent the line',
  },
  { code: 'UNEXPECTED_TOKEN', message: 'continues after the end of its value', fix: 'put the whole value in quotes' },
  { code: 'MULTIPLE_DOCS', message: 'starts a second YAML document', fix: 'keep one front matter in a file' },
  { code: 'BAD_ALIAS', message: 'starts with `*` or `&`, which YAML uses for anchors', fix: 'put the text in quotes' },
  { code: 'RESOURCE_EXHAUSTION', message: 'is nested too deeply', fix: 'flatten it' },
];

function ruleFor({ code, message }: YAMLError, line: string): Rule | undefined {
  const effective = /^ *\t/.test(line) ? 'TAB_AS_INDENT' : code;
  return rules.find((rule) => rule.code === effective && (!rule.includes || message.includes(rule.includes)));
}

/** Find the quote that was left open: the last one that starts a value before `end`. */
function openQuote(text: string, end: number): number {
  const values = /(?:^|[:\-[{,])[ \t]*(["'])/gm;
  let last = end;
  for (let match = values.exec(text); match && match.index < end; match = values.exec(text)) {
    const at = match.index + match[0].length - 1;
    const quoted = match[1] === "'" ? /'(?:[^']|'')*'/y : /"(?:[^"\\]|\\[^])*"/y;
    quoted.lastIndex = at;
    if (!quoted.test(text)) return at;
    values.lastIndex = quoted.lastIndex;
    last = at;
  }
  return last;
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, end === -1 ? text.length : end);
}

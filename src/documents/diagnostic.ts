import type { Place } from './positions.ts';

/** Something an author should mend, with the place and the remedy. */
export interface Problem {
  /** From the project's root, with forward slashes. */
  path: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units as editors count. */
  column: number;
  severity: Severity;
  /** The whole path of the field, `screenshots[0].alt`; empty for a fault of the whole file. */
  field: string;
  message: string;
  /** What is written there, printable and cut at 200 characters. */
  value?: string | undefined;
  /** The remedy. */
  fix?: string | undefined;
  /** Paths of the other documents a problem is between. */
  related: string[];
}

export type Severity = 'error' | 'warning';

/** What a rule says of a field; the document adds path and place. */
export interface Finding extends Partial<Place> {
  severity: Severity;
  field: readonly PropertyKey[];
  message: string;
  value?: string | undefined;
  fix?: string | undefined;
  related?: string[];
  /** Name of the field whose absence this explains. */
  explains?: string;
}

/** Write a field's path as an author reads it: `['screenshots', 0, 'alt']` is `screenshots[0].alt`. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part}]` : name ? `${name}.${String(part)}` : String(part)),
    '',
  );
}

/** Make a value printable: control characters, lone surrogates and line ends escaped, cut at 200 characters. */
export function printable(value: string): string {
  const cut = value.length > limit ? `${value.slice(0, limit).toWellFormed()}…` : value;
  if (/^[ -~]*$/.test(cut)) return cut;
  return cut.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu,
    (character) => escapes[character] ?? unicodeEscape(character),
  );
}

/** Sort problems by path, then by place; errors before warnings at one place. */
export function byPlace(a: Problem, b: Problem): number {
  return compare(a.path, b.path) || a.line - b.line || a.column - b.column || compare(a.severity, b.severity);
}

const limit = 200;
const escapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\0' };

function unicodeEscape(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

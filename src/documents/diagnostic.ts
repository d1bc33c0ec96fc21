import type { Position } from './positions.ts';

/** One thing an author should fix, with its position and the fix. */
export interface Diagnostic {
  /** From the project's root, with forward slashes. */
  path: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units as editors count. */
  column: number;
  severity: Severity;
  /** The whole path of the field, `screenshots[0].alt`; empty when the diagnostic is about the whole file. */
  field: string;
  message: string;
  /** The author's text, control characters escaped and cut at 200 characters. */
  value?: string | undefined;
  fix?: string | undefined;
  /** Paths of the other documents involved. */
  related: string[];
}

type Severity = 'error' | 'warning';

/** What a rule reports about a field; the run adds the path of the document, and the field's position unless the rule gives one. */
export interface FieldDiagnostic extends Partial<Position> {
  severity: Severity;
  field: readonly PropertyKey[];
  message: string;
  value?: string | undefined;
  fix?: string | undefined;
  related?: string[];
  /** Name of a field whose absence this diagnostic explains. */
  explains?: string;
}

/** What a rule reports about a text or an element, wherever that is. */
export type Note = Pick<FieldDiagnostic, 'severity' | 'message' | 'fix' | 'value'>;

/** Report an error in a field; an empty path is the whole file. */
export function errorIn(field: readonly PropertyKey[], message: string, fix?: string, more?: Partial<FieldDiagnostic>): FieldDiagnostic {
  return { severity: 'error', field, message, fix, ...more };
}

/** Report what readers would miss or doubt in a field. */
export function warningIn(field: readonly PropertyKey[], message: string, fix?: string, more?: Partial<FieldDiagnostic>): FieldDiagnostic {
  return { ...errorIn(field, message, fix, more), severity: 'warning' };
}

/** Write a field's path as an author reads it: `['screenshots', 0, 'alt']` becomes `screenshots[0].alt`. */
export function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, part) => (typeof part === 'number' ? `${name}[${part}]` : name ? `${name}.${String(part)}` : String(part)),
    '',
  );
}

/** Escape control characters, lone surrogates and line breaks, and cut the text at 200 characters. */
export function escapeControlCharacters(value: string): string {
  const cut = value.length > maxLength ? `${value.slice(0, maxLength).toWellFormed()}…` : value;
  return cut.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202A-\u202E\u2066-\u2069]/gu,
    (character) => escapes[character] ?? unicodeEscape(character),
  );
}

/** Compare diagnostics by path, then by position; errors come before warnings at the same position. */
export function byPosition(a: Diagnostic, b: Diagnostic): number {
  return compare(a.path, b.path) || a.line - b.line || a.column - b.column || compare(a.severity, b.severity);
}

const maxLength = 200;
const escapes: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\0' };

function unicodeEscape(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { Diagnostic } from '../documents/diagnostic.ts';

/** The result of a check, for printing. */
export interface Report {
  documents: readonly unknown[];
  diagnostics: readonly Diagnostic[];
  /** Number of files checked, when it differs from the documents without errors. */
  checked?: number;
  /** Number of documents that are not public yet, where that matters. */
  hidden?: number;
  /** Number of documents that only their addresses lead to. */
  shared?: number;
}

interface ReportOptions {
  /** Return the text of a document by its path, to show the line of a diagnostic. */
  source?: (path: string) => string | undefined;
  color?: boolean;
  /** Count the warnings instead of printing them. */
  errorsOnly?: boolean;
}

/** Format a report for people: one line per diagnostic, its value and fix below it, and a summary at the end. */
export function formatReport(report: Report, { source, color = false, errorsOnly = false }: ReportOptions = {}): string {
  const paint = color ? terminalColors : noColors;
  const printed = report.diagnostics.filter(({ severity }) => severity === 'error' || !errorsOnly);
  const omitted = printed.length < report.diagnostics.length ? ' `npm run check` lists the warnings.' : '';
  return [...printed.map((one) => formatDiagnostic(one, paint, source)), summary(report) + omitted].join('\n');
}

/** Format a report as one JSON object. */
export function jsonReport({ documents, diagnostics, checked = documents.length }: Report): string {
  const { errors, warnings } = tally(diagnostics);
  return JSON.stringify({ documents: checked, errors, warnings, problems: diagnostics }, null, 2);
}

/** Count errors and warnings. */
export function tally(diagnostics: readonly Diagnostic[]): { errors: number; warnings: number } {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: diagnostics.length - errors };
}

type Paint = Record<'position' | 'error' | 'warning' | 'field' | 'quiet', (text: string) => string>;

const same = (text: string): string => text;
const noColors: Paint = { position: same, error: same, warning: same, field: same, quiet: same };
const ansi = (code: number) => (text: string) => `\u001B[${code}m${text}\u001B[0m`;
const terminalColors: Paint = { position: ansi(36), error: ansi(31), warning: ansi(33), field: ansi(1), quiet: ansi(2) };

/** Format one diagnostic: its position and message, and its value and fix on lines of their own. */
export function formatDiagnostic(diagnostic: Diagnostic, paint: Paint = noColors, source?: ReportOptions['source']): string {
  const { path, line, column, severity, field, message, value, fix, related } = diagnostic;
  const position = paint.position(`${path}:${line}:${column}`);
  const head = [position, paint[severity](severity), ...(field ? [paint.field(field)] : []), message].join('  ');
  const frame = source && codeFrame(source(path), { line, column }, paint);
  const detail = (label: string, text: string): string => `    ${paint.quiet(label.padEnd(5))}  ${text}`;
  return [
    head,
    ...(frame ?? []),
    ...(value !== undefined && !frame ? [detail('value', value)] : []),
    ...(fix ? [detail('fix', fix)] : []),
    ...related.filter((other) => !message.includes(other)).map((other) => detail('see', other)),
  ].join('\n');
}

/** Show the line and the one before it, with a mark below the position. */
function codeFrame(text: string | undefined, { line, column }: { line: number; column: number }, paint: Paint): string[] | null {
  const lines = text?.split(/\r?\n/, line + 1);
  if (lines?.[line - 1] === undefined || column > 160) return null;
  const width = String(line + 1).length;
  const show = (number: number): string =>
    `    ${paint.quiet(`${String(number).padStart(width)} │`)} ${withoutControls(lines[number - 1] ?? '')}`;
  const mark = `    ${paint.quiet(`${' '.repeat(width)} │`)} ${' '.repeat(column - 1)}${paint.error('^')}`;
  return [...(line > 1 ? [show(line - 1)] : []), show(line), mark];
}

function withoutControls(line: string): string {
  return line
    .slice(0, 160)
    .replace(/\t/g, '→')
    .replace(/\p{Cc}/gu, '\uFFFD');
}

function summary({ documents, diagnostics, checked = documents.length, hidden = 0, shared = 0 }: Report): string {
  const { errors, warnings } = tally(diagnostics);
  const outcome = diagnostics.length === 0 ? 'no problems' : `${count(errors, 'error')}, ${count(warnings, 'warning')}`;
  const parts = [hidden > 0 && `${hidden} of them hidden`, shared > 0 && `${shared} shared by link alone`].filter(Boolean);
  return `${[`${count(checked, 'document')} checked`, ...parts].join(', ')}: ${outcome}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

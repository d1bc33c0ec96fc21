import type { Problem } from '../documents/diagnostic.ts';

/** What a check found, to be told. */
export interface Report {
  documents: readonly unknown[];
  problems: readonly Problem[];
  /** How many files were read, where that is more than the documents without errors. */
  checked?: number;
}

export interface ReportOptions {
  /** Text of a document by its path, to show the line a problem is in. */
  source?: (path: string) => string | undefined;
  color?: boolean;
  /** How many warnings are told; all errors are, and how many warnings are left out. */
  mostWarnings?: number;
}

/** Write a report for people: a line a problem, with its value and remedy below it, and a summary last. */
export function formatReport(report: Report, { source, color = false, mostWarnings = Infinity }: ReportOptions = {}): string {
  const paint = color ? painted : plain;
  const untold = new Set(report.problems.filter(({ severity }) => severity === 'warning').slice(mostWarnings));
  const lines = report.problems.filter((problem) => !untold.has(problem)).map((problem) => formatProblem(problem, paint, source));
  const more = untold.size > 0 ? [`${count(untold.size, 'more warning')}; npm run check tells all of them.`] : [];
  return [...lines, ...more, summary(report)].join('\n');
}

/** Write a report for machines: one JSON object. */
export function jsonReport({ documents, problems, checked = documents.length }: Report): string {
  const { errors, warnings } = tally(problems);
  return JSON.stringify({ documents: checked, errors, warnings, problems }, null, 2);
}

/** Count errors and warnings. */
export function tally(problems: readonly Problem[]): { errors: number; warnings: number } {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: problems.length - errors };
}

type Paint = Record<'place' | 'error' | 'warning' | 'field' | 'quiet', (text: string) => string>;

const same = (text: string): string => text;
const plain: Paint = { place: same, error: same, warning: same, field: same, quiet: same };
const style = (code: number) => (text: string) => `\u001B[${code}m${text}\u001B[0m`;
const painted: Paint = { place: style(36), error: style(31), warning: style(33), field: style(1), quiet: style(2) };

function formatProblem(
  { path, line, column, severity, field, message, value, fix, related }: Problem,
  paint: Paint,
  source?: ReportOptions['source'],
): string {
  const head = [paint.place(`${path}:${line}:${column}`), paint[severity](severity), ...(field ? [paint.field(field)] : []), message].join(
    '  ',
  );
  const frame = source && codeFrame(source(path), { line, column }, paint);
  return [
    head,
    ...(frame ?? []),
    ...(value !== undefined && !frame ? [`    ${paint.quiet('value')}  ${value}`] : []),
    ...(fix ? [`    ${paint.quiet('mend')}   ${fix}`] : []),
    ...related.filter((other) => !message.includes(other)).map((other) => `    ${paint.quiet('see')}    ${other}`),
  ].join('\n');
}

/** The line in question between its neighbours, with a mark below the place. */
function codeFrame(text: string | undefined, { line, column }: { line: number; column: number }, paint: Paint): string[] | null {
  const lines = text?.split(/\r?\n/, line + 1);
  const written = lines?.[line - 1];
  if (!lines || written === undefined || column > 160) return null;
  const width = String(line + 1).length;
  const show = (number: number): string[] => {
    const content = lines[number - 1];
    return content === undefined ? [] : [`    ${paint.quiet(`${String(number).padStart(width)} │`)} ${visible(content)}`];
  };
  const mark = `    ${paint.quiet(`${' '.repeat(width)} │`)} ${' '.repeat(column - 1)}${paint.error('^')}`;
  return [...(line > 1 ? show(line - 1) : []), ...show(line), mark];
}

function visible(line: string): string {
  return line
    .slice(0, 160)
    .replace(/\t/g, '→')
    .replace(/\p{Cc}/gu, '�');
}

function summary({ documents, problems, checked = documents.length }: Report): string {
  const { errors, warnings } = tally(problems);
  const read = `${count(checked, 'document')} read`;
  return problems.length === 0 ? `${read}, nothing to mend.` : `${read}: ${count(errors, 'error')}, ${count(warnings, 'warning')}.`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

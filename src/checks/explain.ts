import { placeOf } from '../documents/collections.ts';
import { escapeControlCharacters, fieldName, type Diagnostic } from '../documents/diagnostic.ts';
import { readDocument, type Document } from '../documents/document.ts';
import { readFileName } from '../documents/file-names.ts';
import { declaredLanguage, textAt, valueAt } from '../documents/values.ts';
import { entriesOf, type OutcomeEntry } from '../lib/content/outcome-entries.ts';
import { isFields, type Value } from '../lib/content/values.ts';
import { readStory } from '../lib/story/story.ts';
import { SourceScalar } from '../schemas/scalar.ts';
import { describeOutcome } from '../metrics/format/format-outcome.ts';
import { readOutcomes } from '../metrics/read-outcomes.ts';
import { diagnose, type DiagnoseOptions } from './diagnose.ts';
import { formatDiagnostic } from './report.ts';

/** Say what each outcome of a case study is understood as, below its own words. `path` starts at the project's root. */
export function explainOutcomes(text: string, path: string, options: DiagnoseOptions): string {
  const { diagnostics, outcomes } = diagnose(text, path, options);
  const document = readDocument(new TextEncoder().encode(text), path);
  if (document.data === null) return diagnostics.map((one) => formatDiagnostic(one)).join('\n');
  const entries = entriesOf(valueAt(document.data, ['metrics']) as Value | undefined);
  const explained = entries.map((entry, index) => {
    const { line, column } = document.locate(entry.path);
    const understood = outcomes[index]?.words ?? problemOf(entry, diagnostics) ?? noFigure;
    return paragraph(`${path}:${line}:${column}  ${fieldName(entry.path)}`, wordsOf(entry.value), understood);
  });
  const found = entries.length > 0 ? explained : explainBullets(document, options.locale ?? 'en');
  return found.length > 0
    ? found.join('\n')
    : `${path} has no outcomes: write \`metrics\`, or begin bullets of the results with a figure in bold.`;
}

const noFigure = 'no figure was understood: the page shows the sentence';

/** The page reads outcomes from bullets of the results where `metrics` has none. */
function explainBullets(document: Document, locale: string): string[] {
  const { path, data, body } = document;
  const lang = readFileName(placeOf(path)?.relative ?? '')?.lang ?? declaredLanguage(data) ?? locale;
  const story = readStory(body, { mdx: path.endsWith('.mdx') });
  const outcomes = readOutcomes(undefined, [textAt(data, ['results_metrics']), story.results].join('\n\n'), lang);
  return outcomes.map((outcome) =>
    paragraph(`${path}  in the bullets of the results`, outcome.text, describeOutcome(outcome, locale) ?? noFigure),
  );
}

function problemOf({ path }: OutcomeEntry, diagnostics: readonly Diagnostic[]): string | null {
  const field = fieldName(path);
  const problem = diagnostics.find((one) => one.severity === 'error' && (one.field === field || one.field.startsWith(`${field}.`)));
  return problem ? `${problem.field === field ? '' : `${problem.field} `}${problem.message}` : null;
}

function paragraph(head: string, words: string, understood: string): string {
  return `${head}\n    ${words}\n    → ${understood}`;
}

/** Write an outcome in one line: its sentence, or its fields. */
function wordsOf(value: Value): string {
  if (!isFields(value)) return plain(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${plain(inner ?? null)}`)
    .join(', ');
}

function plain(value: Value): string {
  if (Array.isArray(value)) return value.map(plain).join(', ');
  return escapeControlCharacters(value instanceof SourceScalar ? value.source : typeof value === 'string' ? value.trim() : '');
}

import { isStructured, type MetricsInput, type OneMetric, type SeveralMetrics, type StructuredMetric } from '../schemas/metric.ts';
import { directionBetween } from './model/dimensions.ts';
import type { Metric, Outcome, Quantity } from './model/types.ts';
import { parseMetrics, parseQuantity, statement } from './parse/parse-metrics.ts';

/**
 * Read the outcomes of a document, in its order: those under `metrics`, else those in the bullets of `results_metrics` (Markdown) that begin in
 * bold. `lang`, the document's language, decides whether a single dot or comma in a number is a decimal separator.
 */
export function readOutcomes(metrics: MetricsInput | undefined, resultsMetrics: string | undefined, lang?: string): Outcome[] {
  return readLocatedOutcomes(metrics, resultsMetrics, lang).flatMap(({ outcomes }) => outcomes);
}

/** Read outcomes as `readOutcomes` does, grouped by their place in the front matter. */
export function readLocatedOutcomes(
  metrics: MetricsInput | undefined,
  resultsMetrics: string | undefined,
  lang?: string,
): LocatedOutcomes[] {
  if (metrics !== undefined) {
    return placesOf(metrics).map(({ path, category, written }) => ({
      path: ['metrics', ...path],
      outcomes: readOne(written, category, lang),
    }));
  }
  return boldBullets(resultsMetrics ?? '').map((text) => ({
    path: ['results_metrics'],
    outcomes: parseMetrics(text, lang)
      .filter(({ kind }) => kind !== 'statement')
      .map((metric) => asOutcome(metric, {}, null)),
  }));
}

/** The outcomes of one value, with its path in the front matter: `['metrics', 'performance', 0]`. */
export interface LocatedOutcomes {
  path: (string | number)[];
  outcomes: Outcome[];
}

interface Place {
  path: (string | number)[];
  category: string | null;
  written: OneMetric;
}

function placesOf(metrics: MetricsInput): Place[] {
  if (typeof metrics === 'string' || Array.isArray(metrics) || isStructured(metrics)) return severalOf(metrics, [], null);
  return Object.entries(metrics).flatMap(([category, written]) => severalOf(written, [category], category));
}

function severalOf(written: SeveralMetrics, path: (string | number)[], category: string | null): Place[] {
  if (!Array.isArray(written)) return [{ path, category, written }];
  return written.map((entry, index) => ({ path: [...path, index], category, written: entry }));
}

function readOne(written: OneMetric, category: string | null, lang: string | undefined): Outcome[] {
  if (typeof written === 'string') return parseMetrics(written, lang).map((metric) => asOutcome(metric, {}, category));
  return [asOutcome(readStructured(written, lang), written, category)];
}

function asOutcome(metric: Metric, written: StructuredMetric, category: string | null): Outcome {
  return {
    ...metric,
    category,
    label: labelOf(written) ?? null,
    period: written.period ?? null,
    method: written.method ?? null,
    source: written.source ?? null,
    context: contextOf(written) ?? null,
    headline: written.headline ?? false,
    better: written.better ?? null,
  };
}

const labelOf = (written: StructuredMetric) => written.label ?? written.metric ?? written.text;
const contextOf = (written: StructuredMetric) => written.context ?? written.description;
const claimIn = (written: StructuredMetric) => written.value ?? written.improvement ?? written.number;

/** Read one metric in the structured form; figures given as text go through the grammar of sentences. */
function readStructured(written: StructuredMetric, lang: string | undefined): Metric {
  const label = labelOf(written) ?? null;
  const before = endpoint(written.before ?? written.from, written, lang);
  const after = endpoint(written.after ?? written.to, written, lang);
  const figure = claimIn(written);
  const claim = figure === undefined ? null : readClaim(figure, label, written, lang);
  const text = sentenceOf(written);
  if (before || after) {
    const direction = directionBetween(before, after) ?? claim?.direction ?? null;
    const claimed = claim ?? statement(text);
    return { ...claimed, kind: 'transition', text, direction, before, after, subject: label ?? claim?.subject ?? null, good: null };
  }
  return claim ? { ...claim, text, subject: label ?? claim.subject } : { ...statement(text), subject: label };
}

function readClaim(figure: number | string, label: string | null, written: StructuredMetric, lang: string | undefined): Metric {
  const text = String(figure);
  if (typeof figure === 'number' || written.unit !== undefined) {
    const quantity = endpoint(figure, written, lang);
    if (quantity) return { ...statement(text), ...quantity, kind: 'level', subject: label };
  }
  const [alone] = parseMetrics(text, lang);
  if (alone && (label === null || (alone.kind !== 'level' && alone.kind !== 'statement'))) return alone;
  // The label may complete a claim: "300%" with "Increase in traffic". So does the key `improvement`.
  const phrases =
    written.improvement === undefined ? [`${text} ${label ?? ''}`, `${label ?? ''}: ${text}`] : [`${label ?? ''}: ${text} improvement`];
  const completed = phrases
    .map((phrase) => parseMetrics(phrase, lang))
    .find(([metric, ...more]) => metric && more.length === 0 && metric.kind !== 'level' && metric.kind !== 'statement');
  return completed?.[0] ?? alone ?? statement(text);
}

function endpoint(given: number | string | undefined, written: StructuredMetric, lang: string | undefined): Quantity | null {
  if (given === undefined) return null;
  const currency = written.currency ?? null;
  const unit = written.unit ?? (currency ? 'money' : 'count');
  if (typeof given === 'number') return { value: given, upper: null, unit, currency, bound: 'exact' };
  const read = parseQuantity(given, lang);
  if (!read) return null;
  const bare = read.unit === 'count' || read.unit === null;
  return bare && (written.unit || currency) ? { ...read, unit, currency: unit === 'money' ? currency : null } : read;
}

function sentenceOf(written: StructuredMetric): string {
  const inWords = (part: number | string | undefined) => (typeof part === 'number' ? withUnit(part, written) : part);
  const states = [inWords(written.before ?? written.from), inWords(written.after ?? written.to)].filter((part) => part !== undefined);
  const figures = [states.join(' → '), inWords(claimIn(written))].filter(Boolean).join(', ');
  return [labelOf(written), figures].filter(Boolean).join(': ') || (contextOf(written) ?? '');
}

/** Write a bare number with the unit or the currency of its metric, as an author would. */
function withUnit(value: number, { unit, currency }: StructuredMetric): string {
  if (currency) return `${currency} ${value}`;
  if (unit === undefined || unit === 'count' || unit === 'money') return String(value);
  if (unit === 'percent') return `${value}%`;
  if (unit === 'ratio') return `${value}x`;
  const [noun = '', ...rest] = unit.split('_per_');
  return [`${value} ${noun.replace('_', ' ')}${value === 1 ? '' : 's'}`, ...rest].join(' per ');
}

/** Return the text of the bullets that begin in bold (`- **60% less waste:** since March`), without Markdown's markers. */
function boldBullets(markdown: string): string[] {
  return markdown
    .split(/\r?\n/)
    .filter((line) => /^\s{0,3}(?:[-*+]|\d{1,3}[.)])\s+(?:\*\*|__)\S/.test(line))
    .map((line) =>
      line
        .replace(/^\s*(?:[-*+]|\d{1,3}[.)])\s+/, '')
        .replace(/\*\*|__/g, '')
        .trim(),
    );
}

import { isStructured, type MetricsInput, type OneMetric, type SeveralMetrics, type StructuredMetric } from '../schemas/metric.ts';
import { toCommonUnit } from './model/dimensions.ts';
import { parseMetrics, parseQuantity, statement } from './parse/parse-metrics.ts';
import type { Direction, Metric, Outcome, Quantity } from './model/types.ts';

/**
 * Read what stands under `metrics` in reading order; where there is none, the bold-led bullets of `results_metrics` (Markdown) that hold a figure.
 * Pure; `lang` is the document's language and decides what a dot or a comma in a number is.
 */
export function readOutcomes(metrics: MetricsInput | undefined, resultsMetrics: string | undefined, lang?: string): Outcome[] {
  return readLocatedOutcomes(metrics, resultsMetrics, lang).flatMap(({ outcomes }) => outcomes);
}

/** Read outcomes with the front-matter path each was written at, as `readOutcomes` does. */
export function readLocatedOutcomes(
  metrics: MetricsInput | undefined,
  resultsMetrics: string | undefined,
  lang?: string,
): LocatedOutcomes[] {
  if (metrics !== undefined) {
    return placesOf(metrics).map(({ path, category, written }) => ({
      path: ['metrics', ...path],
      written,
      outcomes: readOne(written, category, lang),
    }));
  }
  return boldBullets(resultsMetrics ?? '').map((text) => ({
    path: ['results_metrics'],
    written: text,
    outcomes: parseMetrics(text, lang)
      .filter(({ kind }) => kind !== 'statement')
      .map((metric) => asOutcome(metric, {}, null)),
  }));
}

/** One place under `metrics` with what was read from it. */
export interface LocatedOutcomes {
  path: (string | number)[];
  written: OneMetric;
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

/** Read one metric in the structured form; figures given as words go through the same grammar as sentences. */
function readStructured(written: StructuredMetric, lang: string | undefined): Metric {
  const label = labelOf(written) ?? null;
  const before = endpoint(written.before ?? written.from, written, lang);
  const after = endpoint(written.after ?? written.to, written, lang);
  const figure = claimIn(written);
  const claim = figure === undefined ? null : readClaim(figure, label, written, lang);
  const text = sentenceOf(written);
  if (before || after) {
    const direction = directionOf(before, after) ?? claim?.direction ?? null;
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
  if (alone && (alone.kind !== 'level' || label === null)) {
    if (alone.kind !== 'statement' || label === null) return alone;
  }
  // "300%" with the label "Increase in traffic" is one claim; "70%" under `improvement` is one as well.
  const asked =
    written.improvement === undefined ? [`${text} ${label ?? ''}`, `${label ?? ''}: ${text}`] : [`${label ?? ''}: ${text} improvement`];
  const joined = asked
    .map((phrase) => parseMetrics(phrase, lang))
    .find(([metric, ...more]) => metric && more.length === 0 && metric.kind !== 'level' && metric.kind !== 'statement');
  return joined?.[0] ?? alone ?? statement(text);
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

function directionOf(before: Quantity | null, after: Quantity | null): Direction | null {
  const ends = before && after && toCommonUnit(before, after);
  if (!ends || ends[0] === ends[1]) return null;
  return ends[1] > ends[0] ? 'up' : 'down';
}

function sentenceOf(written: StructuredMetric): string {
  const worded = (part: number | string | undefined) => (typeof part === 'number' ? wordNumber(part, written) : part);
  const figures = [worded(written.before ?? written.from), worded(written.after ?? written.to)]
    .filter((part) => part !== undefined)
    .join(' → ');
  const said = [figures, worded(claimIn(written))].filter((part) => part !== undefined && part !== '').join(', ');
  return [labelOf(written), said].filter(Boolean).join(': ') || (contextOf(written) ?? '');
}

/** A bare number with the unit or currency that was given beside it. */
function wordNumber(value: number, { unit, currency }: StructuredMetric): string {
  if (currency) return `${currency} ${value}`;
  if (unit === undefined || unit === 'count' || unit === 'money') return String(value);
  if (unit === 'percent') return `${value}%`;
  if (unit === 'ratio') return `${value}x`;
  const [noun = '', ...rest] = unit.split('_per_');
  return [`${value} ${noun.replace('_', ' ')}${value === 1 ? '' : 's'}`, ...rest].join(' per ');
}

/** The bullets that begin with bold words, without Markdown's signs: `- **60% less waste:** since March`. */
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

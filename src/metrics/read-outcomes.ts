import { isStructured, type MetricsInput, type OneMetric, type SeveralMetrics, type StructuredMetric } from '../schemas/metric.ts';
import type { Metric, Outcome } from './model/types.ts';
import { parseMetrics } from './parse/parse-metrics.ts';
import { contextOf, labelOf, readStructured } from './read-structured.ts';

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
    return placesOf(metrics).map(({ path, category, input }) => ({
      path: ['metrics', ...path],
      outcomes: readOne(input, category, lang),
    }));
  }
  return bulletsInBold(resultsMetrics ?? '').map((text) => ({
    path: ['results_metrics'],
    outcomes: parseMetrics(text, lang)
      .filter(({ kind }) => kind !== 'statement')
      .map((metric) => asOutcome({ ...metric, subject: metric.subject && toSentenceCase(metric.subject, lang) }, {}, null))
      .map((outcome) => (outcome.label === null ? outcome : { ...outcome, label: toSentenceCase(outcome.label, lang) })),
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
  input: OneMetric;
}

function placesOf(metrics: MetricsInput): Place[] {
  if (typeof metrics === 'string' || Array.isArray(metrics) || isStructured(metrics)) return placesIn(metrics, [], null);
  return Object.entries(metrics).flatMap(([category, input]) => placesIn(input, [category], category));
}

function placesIn(input: SeveralMetrics, path: (string | number)[], category: string | null): Place[] {
  if (!Array.isArray(input)) return [{ path, category, input }];
  return input.map((entry, index) => ({ path: [...path, index], category, input: entry }));
}

function readOne(input: OneMetric, category: string | null, lang: string | undefined): Outcome[] {
  if (typeof input === 'string') return parseMetrics(input, lang).map((metric) => asOutcome(metric, {}, category));
  return [asOutcome(readStructured(input, lang), input, category)];
}

function asOutcome(metric: Metric, input: StructuredMetric, category: string | null): Outcome {
  return {
    ...metric,
    category,
    label: labelOf(input) ?? savedOn(metric),
    period: input.period ?? null,
    method: input.method ?? null,
    source: input.source ?? null,
    context: contextOf(input) ?? null,
    headline: input.headline ?? false,
    better: input.better ?? null,
  };
}

/** Name what a sum of money was saved on: the returns in "€1.2M saved on returns". */
function savedOn({ kind, unit, subject, text }: Metric): string | null {
  if (kind !== 'level' || unit !== 'money' || !/^(?:saved|savings?)$/i.test(subject ?? '')) return null;
  return (
    /\b(?:saved|savings?) (?:on|in) (?!\d|(?:the )?(?:first|last|second|year|month|total))([^\d:;,.(–—]*\p{L})/iu.exec(text)?.[1] ?? null
  );
}

/**
 * Write a heading in title case as a sentence would: "Decision time" for "Decision Time". Initialisms (LCP), names with capitals inside (GitHub),
 * days and months stay, and so does a phrase with any word in lower case, or in German, whose nouns are capitalised.
 */
function toSentenceCase(phrase: string, lang: string | undefined): string {
  const words = phrase.split(' ').filter((word) => !smallWords.test(word));
  if (/^de\b/i.test(lang ?? '') || words.length < 2 || !words.every((word) => /^[\p{Lu}\p{N}]/u.test(word))) return phrase;
  const [first = '', ...rest] = phrase.split(' ');
  const lower = (word: string) =>
    /^\p{Lu}[\p{Ll}'’]+(?:-\p{Lu}?[\p{Ll}'’]+)*$/u.test(word) && !calendarNames.test(word) ? word.toLowerCase() : word;
  return [first, ...rest.map(lower)].join(' ');
}

const smallWords = /^(?:an?|and|as|at|by|for|from|in|into|of|on|or|per|the|to|vs|with|de|del|des|du|et|la|le|les|por|y|&|\/|–|-)$/;
const calendarNames =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?$|^(?:January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter)$/;

/** Return the text of the bullets that begin in bold (`- **60% less waste:** since March`), without Markdown's markers and links. */
function bulletsInBold(markdown: string): string[] {
  return markdown
    .split(/\r?\n/)
    .filter((line) => /^\s{0,3}(?:[-*+]|\d{1,3}[.)])\s+(?:\*\*|__)\S/.test(line))
    .map((line) =>
      line
        .replace(/^\s*(?:[-*+]|\d{1,3}[.)])\s+/, '')
        .replace(/\*\*|__/g, '')
        .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
        .trim(),
    );
}

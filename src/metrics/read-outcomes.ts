import { physicalUnit, units } from '../schemas/units.ts';
import { isStructured, type MetricsInput, type OneMetric, type SeveralMetrics, type StructuredMetric } from '../schemas/metric.ts';
import { languageOf } from '../i18n/languages.ts';
import { formatFigure } from './format/format-figure.ts';
import { directionBetween } from './model/dimensions.ts';
import { makeQuantity } from './model/quantity.ts';
import type { Metric, Outcome, Period, Quantity, Unit } from './model/types.ts';
import { meaningOfM } from './parse/symbols.ts';
import { parseMetrics, parsePeriod, parseState, type State, statement } from './parse/parse-metrics.ts';

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

const labelOf = (input: StructuredMetric) => input.label ?? input.metric ?? input.text;
const contextOf = (input: StructuredMetric) => input.context ?? input.description;
const claimOf = (input: StructuredMetric) => input.value ?? input.improvement ?? input.number;

/** Read one metric in the structured form; figures given as text go through the grammar of sentences. */
function readStructured(input: StructuredMetric, lang: string | undefined): Metric {
  const label = labelOf(input) ?? null;
  const given = [input.before ?? input.from, input.after ?? input.to].map((end) => clarified(end, label));
  const ends = sharedNoun(
    given,
    given.map((end) => endpoint(end, input, lang)),
    label,
  );
  // Said once, by one of the states or by the label, a period counts for both.
  const period = ends.find((end) => end?.per)?.per ?? null;
  const [before = null, after = null] = ends.map((end, index) => {
    if (!end) return null;
    const { outOf: _, ...state } = end;
    return isRate(given[index]) ? state : withPeriod(state, period, label);
  });
  const figure = clarified(claimOf(input), label);
  const claim = figure === undefined ? null : withNoun(withPeriod(readClaim(figure, label, input, lang), null, label), figure, label);
  const text = sentenceOf(input, lang);
  if (before || after) {
    const wholes = new Set(ends.flatMap((end) => end?.outOf ?? []));
    const [whole] = wholes;
    // 3 of 4 and 5 of 10 are no states of one quantity.
    const earlier = wholes.size > 1 ? null : before;
    const direction = directionBetween(earlier, after) ?? claim?.direction ?? null;
    return {
      ...(claim ?? statement(text)),
      ...{ kind: 'transition', text, direction, before: earlier, after, subject: label ?? claim?.subject ?? null, good: null },
      ...(whole !== undefined && after && { outOf: whole }),
    };
  }
  return claim ? { ...claim, text, subject: label ?? claim.subject } : { ...statement(text), subject: label };
}

/** Write the single "m" of a figure as what its label says it is: `18 min` of a build time, `18 m` of a bridge. */
function clarified(given: number | string | undefined, label: string | null): number | string | undefined {
  const meaning = typeof given === 'string' && label !== null ? meaningOfM(label) : null;
  return meaning === null || typeof given !== 'string'
    ? given
    : given.replace(/(?<=^\D*[\d.,]+)\s?m$/, meaning === 'minute' ? ' min' : ' m');
}

/** Keep the noun that follows both numbers as their unit, if the label does not have it: "12 tickets" and "3 tickets" of a support load. */
function sharedNoun(
  given: readonly (number | string | undefined)[],
  ends: readonly (State | null)[],
  label: string | null,
): (State | null)[] {
  const nouns = given.map((end, index) => (typeof end === 'string' ? nounAfter(end, ends[index] ?? {}) : null));
  const [noun = null] = nouns;
  const [symbol, ...more] = new Set(ends.flatMap((end) => end?.symbol ?? []));
  // "18" and "37 m".
  const isBare = (index: number) => /^[\d.,\s]+$/.test(String(given[index] ?? ''));
  if (symbol && more.length === 0)
    return ends.map((end, index) => end && (end.unit === 'count' && isBare(index) ? { ...end, symbol } : end));
  if (noun === null || nouns.some((other) => other !== noun) || label?.toLowerCase().includes(noun.toLowerCase())) return [...ends];
  return ends.map((end) => end && { ...end, symbol: noun });
}

/** Keep the noun of a value as its unit in the same way: the teams of "37 teams" of an adoption. */
function withNoun(claim: Metric, figure: number | string, label: string | null): Metric {
  const noun =
    claim.kind === 'level' && typeof figure === 'string' ? nounAfter(figure, { ...claim, outOf: claim.outOf ?? undefined } as State) : null;
  return noun === null || label === null || label.toLowerCase().includes(noun.toLowerCase()) ? claim : { ...claim, symbol: noun };
}

/** Return the one word that follows the number of a bare count, its period left out: the tok of "61 tok/s". */
function nounAfter(text: string, { unit, symbol, outOf }: Partial<State>): string | null {
  if (unit !== 'count' || symbol !== null || outOf !== undefined) return null;
  const [, noun = null] =
    /\d\s?(\p{L}[\p{L}’'-]{1,15})(?:\/\p{L}+|\s(?:an?|per|each|pro|je|par|por|al)\s\p{L}+)?$/u.exec(text.trim()) ?? [];
  return noun;
}

/** Whether a state is a rate of its own, known as a period (per day) or not (per shift). */
function isRate(given: number | string | undefined): boolean {
  return typeof given === 'string' && /\d.*(?:\s(?:per|an?|each|every|pro|je|par|por)\s|\/\s?)\p{L}/iu.test(given);
}

function withPeriod<Q extends Quantity>(quantity: Q, period: Period | null, label: string | null): Q {
  return {
    ...quantity,
    per: quantity.per ?? period ?? (label === null || quantity.value === null ? null : parsePeriod(label, quantity.unit)),
  };
}

function readClaim(figure: number | string, label: string | null, input: StructuredMetric, lang: string | undefined): Metric {
  const text = String(figure);
  if (typeof figure === 'number' || input.unit !== undefined) {
    const quantity = endpoint(figure, input, lang);
    if (quantity) return { ...statement(text), ...quantity, kind: 'level', subject: label };
  }
  const [alone] = parseMetrics(text, lang);
  if (alone && (label === null || (alone.kind !== 'level' && alone.kind !== 'statement'))) return alone;
  // The label may complete a claim: "300%" with "Increase in traffic". So does the key `improvement`.
  const phrases =
    input.improvement === undefined ? [`${text} ${label ?? ''}`, `${label ?? ''}: ${text}`] : [`${label ?? ''}: ${text} improvement`];
  const completed = phrases
    .map((phrase) => parseMetrics(phrase, lang))
    .find(([metric, ...more]) => metric && more.length === 0 && metric.kind !== 'level' && metric.kind !== 'statement');
  return completed?.[0] ?? alone ?? statement(text);
}

function endpoint(given: number | string | undefined, input: StructuredMetric, lang: string | undefined): State | null {
  if (given === undefined) return null;
  const currency = input.currency ?? null;
  const symbol = physicalUnit(input.unit ?? '');
  const unit = currency ? 'money' : unitOf(input);
  if (typeof given === 'number') return makeQuantity({ value: given, unit, symbol, currency });
  const read = parseState(given, lang);
  if (!read) return null;
  const bare = (read.unit === 'count' && read.symbol === null) || read.unit === null;
  return bare && (input.unit || currency) ? { ...read, unit, symbol, currency: unit === 'money' ? currency : null } : read;
}

/** Return the unit of the bare numbers of a metric; a physical unit is that of a count. */
function unitOf({ unit }: StructuredMetric): Unit {
  return units.find((name) => name === unit) ?? 'count';
}

function sentenceOf(input: StructuredMetric, lang: string | undefined): string {
  const inWords = (part: number | string | undefined) => (typeof part === 'number' ? withUnit(part, input, lang) : part);
  const states = [inWords(input.before ?? input.from), inWords(input.after ?? input.to)].filter((part) => part !== undefined);
  const figures = [states.join(' → '), inWords(claimOf(input))].filter(Boolean).join(', ');
  return [labelOf(input), figures].filter(Boolean).join(': ') || (contextOf(input) ?? '');
}

/** Write a bare number with the unit or the currency of its metric, as an author would. */
function withUnit(value: number, { unit, currency }: StructuredMetric, lang = 'en'): string {
  if (currency) return `${currency} ${value}`;
  if (unit === undefined || unit === 'count' || unit === 'money') return String(value);
  if (unit === 'percent') return `${value}%`;
  if (unit === 'ratio') return `${value}x`;
  const symbol = physicalUnit(unit);
  if (symbol) return `${value} ${symbol}`;
  const { figure, unit: suffix } = formatFigure(makeQuantity({ value, unit: unitOf({ unit }) }), languageOf(lang) ? lang : 'en', 'long');
  return (figure + suffix).replace(/\u00a0/g, ' ');
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

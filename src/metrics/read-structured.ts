import { languageOf } from '../i18n/languages.ts';
import type { StructuredMetric } from '../schemas/metric.ts';
import { physicalUnit, units } from '../schemas/units.ts';
import { formatFigure } from './format/format-figure.ts';
import { directionBetween } from './model/dimensions.ts';
import { makeQuantity } from './model/quantity.ts';
import type { Metric, Period, Quantity, Unit } from './model/types.ts';
import { parseMetrics, parsePeriod, parseState, type State, statement } from './parse/parse-metrics.ts';
import { meaningOfM } from './parse/symbols.ts';

/** Read one metric in the structured form; figures given as text go through the grammar of sentences. */
export function readStructured(input: StructuredMetric, lang: string | undefined): Metric {
  const label = labelOf(input) ?? null;
  const given = statesOf(input).map((end) => clarified(end, label));
  const read = given.map((end) => endpoint(end, input, lang));
  const ends = sharedNoun(given, read, label);
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

/** Get the name of a metric under any of its keys. */
export const labelOf = (input: StructuredMetric) => input.label ?? input.metric ?? input.text;

/** Get the remark on a metric under any of its keys. */
export const contextOf = (input: StructuredMetric) => input.context ?? input.description;

const statesOf = (input: StructuredMetric) => [input.before ?? input.from, input.after ?? input.to];

const claimOf = (input: StructuredMetric) => input.value ?? input.improvement ?? input.number;

/** Write the single "m" of a figure as what its label says it is: `18 min` of a build time, `18 m` of a bridge. */
function clarified(given: Given, label: string | null): Given {
  const meaning = meaningOfM(label ?? '');
  if (meaning === null || typeof given !== 'string') return given;
  return given.replace(/(?<=^\D*[\d.,]+)\s?m$/, meaning === 'minute' ? ' min' : ' m');
}

type Given = number | string | undefined;

/** Keep the noun that follows both numbers as their unit, if the label does not have it: "12 tickets" and "3 tickets" of a support load. */
function sharedNoun(given: readonly Given[], ends: readonly (State | null)[], label: string | null): (State | null)[] {
  const nouns = given.map((end, index) => (typeof end === 'string' ? nounAfter(end, ends[index] ?? {}) : null));
  const [noun = null] = nouns;
  const [symbol, ...more] = new Set(ends.flatMap((end) => end?.symbol ?? []));
  // "18" and "37 m".
  const isBare = (index: number) => /^[\d.,\s]+$/.test(String(given[index] ?? ''));
  if (symbol && more.length === 0)
    return ends.map((end, index) => end && (end.unit === 'count' && isBare(index) ? { ...end, symbol } : end));
  const isShared = noun !== null && nouns.every((other) => other === noun) && !includesWord(label, noun);
  return ends.map((end) => end && (isShared ? { ...end, symbol: noun } : end));
}

/** Keep the noun of a value as its unit in the same way: the teams of "37 teams" of an adoption. */
function withNoun(claim: Metric, figure: number | string, label: string | null): Metric {
  const noun = claim.kind === 'level' && typeof figure === 'string' ? nounAfter(figure, claim) : null;
  return noun === null || label === null || includesWord(label, noun) ? claim : { ...claim, symbol: noun };
}

function includesWord(label: string | null, word: string): boolean {
  return label !== null && label.toLowerCase().includes(word.toLowerCase());
}

/** Return the one word that follows the number of a bare count, its period left out: the tok of "61 tok/s". */
function nounAfter(text: string, { unit, symbol, outOf }: Partial<Metric>): string | null {
  if (unit !== 'count' || symbol !== null || outOf != null) return null;
  const [, noun = null] =
    /\d\s?(\p{L}[\p{L}’'-]{1,15})(?:\/\p{L}+|\s(?:an?|per|each|pro|je|par|por|al)\s\p{L}+)?$/u.exec(text.trim()) ?? [];
  return noun;
}

/** Whether a state is a rate of its own, known as a period (per day) or not (per shift). */
function isRate(given: Given): boolean {
  return typeof given === 'string' && /\d.*(?:\s(?:per|an?|each|every|pro|je|par|por)\s|\/\s?)\p{L}/iu.test(given);
}

function withPeriod<Q extends Quantity>(quantity: Q, period: Period | null, label: string | null): Q {
  const named = label === null || quantity.value === null ? null : parsePeriod(label, quantity.unit);
  return { ...quantity, per: quantity.per ?? period ?? named };
}

function readClaim(figure: number | string, label: string | null, input: StructuredMetric, lang: string | undefined): Metric {
  const text = String(figure);
  if (typeof figure === 'number' || input.unit !== undefined) {
    const quantity = endpoint(figure, input, lang);
    if (quantity) return { ...statement(text), ...quantity, kind: 'level', subject: label };
  }
  const [alone] = parseMetrics(text, lang);
  if (alone && (label === null || isChange(alone))) return alone;
  // The label may complete a claim: "300%" with "Increase in traffic". So does the key `improvement`.
  const phrases =
    input.improvement === undefined ? [`${text} ${label ?? ''}`, `${label ?? ''}: ${text}`] : [`${label ?? ''}: ${text} improvement`];
  const completed = phrases
    .map((phrase) => parseMetrics(phrase, lang))
    .find(([metric, ...more]) => metric && more.length === 0 && isChange(metric));
  return completed?.[0] ?? alone ?? statement(text);
}

const isChange = ({ kind }: Metric) => kind !== 'level' && kind !== 'statement';

function endpoint(given: Given, input: StructuredMetric, lang: string | undefined): State | null {
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
  const inWords = (part: Given) => (typeof part === 'number' ? withUnit(part, input, lang) : part);
  const states = statesOf(input)
    .map(inWords)
    .filter((part) => part !== undefined);
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

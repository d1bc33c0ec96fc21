import { interpolate, stringsFor } from '../../i18n/strings.ts';
import { toCommonUnit } from '../model/dimensions.ts';
import { measuredChange, relativeChange } from '../model/evaluate.ts';
import { isSpeedOfTime } from '../model/polarity.ts';
import { makeQuantity, oppositeBound } from '../model/quantity.ts';
import type { Bound, Metric, Quantity } from '../model/types.ts';
import { formatQuantity, type FormattedOutcome } from './format-outcome.ts';

/** Draw a change to scale as two labelled bars from zero: both states, or a full bar and what a claim makes of it. Null if there is nothing to compare. */
export function drawing(metric: Metric, locale: string): Drawing | null {
  if (metric.kind === 'transition' && metric.before?.value != null && metric.after?.value != null) return drawTransition(metric, locale);
  return drawClaim(metric, locale);
}

/** Return the text to print beside a figure, its bars if any and the author's sentence if it is printed: without states that label the bars. */
export function textBeside({ states, detail, claim, statement }: FormattedOutcome, bars: Drawing | null): string | null {
  if (!bars || states !== detail) return states;
  return statement === null ? claim : null;
}

/** The state before and the state after. */
export type Drawing = [before: Bar, after: Bar];

export interface Bar {
  /** The word of its label: "was", "now", "before"; empty if the figure says it. */
  word: string;
  /** The figure of its label: "31%", "30% of it"; empty if it is unknown. */
  figure: string;
  /** Fraction of the scale, from 0 to 1. */
  length: number;
  /** What part of the other bar it is, "1/480 of it", if it is too short to be compared; else null. */
  part: string | null;
}

/** Below this length a bar would be a line of its least width, 3 px of 150. */
const shortest = 0.02;

function drawTransition(metric: Metric, locale: string): Drawing | null {
  const { before, after } = metric;
  const ends = before && after && toCommonUnit(before, after);
  if (!ends || measuredChange(metric) === null || ends[1] < 0) return null;
  const words = stringsFor(locale).bars;
  const longest = Math.max(...ends);
  const whole = before.unit === 'percent' && after.unit === 'percent' ? 100 : (metric.outOf ?? 0);
  const scale = whole >= longest ? whole : longest;
  // The figure of a share or a score is its part of the whole.
  const part = (end: number) => (scale !== whole && end > 0 && end / scale < shortest ? partOf(scale / end, 'exact', locale) : null);
  const bar = (word: string, quantity: Quantity, end: number): Bar => {
    return { word, figure: formatQuantity(quantity, locale), length: end / scale, part: part(end) };
  };
  return [bar(words.was, before, ends[0]), bar(words.now, after, ends[1])];
}

function drawClaim(metric: Metric, locale: string): Drawing | null {
  // "60% faster" states a speed. A bar for the time would be a guess.
  if (isSpeedOfTime(metric)) return null;
  const change = relativeChange(metric);
  if (change === null || change < -1) return null;
  const ratio = exact(1 + change);
  const longest = Math.max(1, ratio);
  return [
    { word: stringsFor(locale).bars.before, figure: '', length: 1 / longest, part: null },
    { word: '', figure: remainder(metric, locale), length: ratio / longest, part: null },
  ];
}

/** Say what a claim makes of the state before, with its bound: "30% of it", "at most 1/500 of it", "4 times that". */
function remainder(claim: Metric, locale: string): string {
  const { value, upper, unit } = claim;
  const words = stringsFor(locale).bars;
  const bound = claim.direction === 'down' ? oppositeBound[claim.bound] : claim.bound;
  const [low = 0, high = low] = [value ?? 0, ...(upper === null ? [] : [upper])]
    .map((end) => factorOf(end, claim))
    .toSorted((a, b) => a - b);
  const write = (factors: Pick<Quantity, 'value' | 'upper' | 'unit' | 'bound'>) => formatQuantity(makeQuantity(factors), locale);
  const range = (scale: number) => ({ value: exact(low * scale), upper: high > low ? exact(high * scale) : null });
  if (low >= 2) return interpolate(words.times, { times: write({ ...range(1), unit: 'count', bound }) });
  const isDivided = unit === 'ratio' && claim.direction === 'down';
  if (upper === null && low > 0 && (low < shortest || (isDivided && value !== 2))) return partOf(1 / low, bound, locale);
  return interpolate(words.of, { part: write({ ...range(100), unit: 'percent', bound }) });
}

/** Return the factor that a claim states: 0.3 for 70 % less, 0.2 for five times less, 1.25 for 25 % more. */
function factorOf(stated: number, { unit, direction }: Metric): number {
  if (unit === 'ratio') return direction === 'down' ? 1 / stated : stated;
  return direction === 'down' ? 1 - stated / 100 : 1 + stated / 100;
}

/** Write a part as a fraction of one: "1/480 of it"; rounded to three digits if it is no such fraction, or one of more than six digits. */
function partOf(whole: number, bound: Bound, locale: string): string {
  const value = Number(whole.toPrecision(3));
  const integer = Math.round(whole);
  const isWhole = integer < 1e6 && Math.abs(whole - integer) < whole * 1e-9;
  const isRounded = !isWhole && Math.abs(whole - value) > whole * 1e-9;
  const quantity = { value: isWhole ? integer : value, unit: 'count', bound: isRounded && bound === 'exact' ? 'approx' : bound } as const;
  return interpolate(stringsFor(locale).bars.of, { part: formatQuantity(makeQuantity(quantity), locale).replace(/(?=\d)/, '1/') });
}

/** Remove the error of a binary fraction. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}

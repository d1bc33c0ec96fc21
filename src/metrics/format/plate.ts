import { numberWords } from '../../i18n/number-words.ts';
import { interpolate, stringsFor } from '../../i18n/strings.ts';
import { changeFactor } from '../model/evaluate.ts';
import type { Metric } from '../model/types.ts';

/**
 * Put every change with a known ratio on one logarithmic scale, sorted from the strongest fall to the strongest rise. A fall to zero and a
 * figure that stayed the same have no place on such a scale and are left out. Null below three changes.
 */
export function plate<R extends { outcome: Metric }>(results: readonly R[], locale: string): Plate<R> | null {
  const changes = results
    .flatMap((result) => {
      const ratio = changeFactor(result.outcome);
      return ratio !== null && ratio > 0 && Number.isFinite(ratio) && ratio !== 1 ? [{ result, ratio }] : [];
    })
    .toSorted((a, b) => a.ratio - b.ratio);
  const [first, last] = [changes[0], changes.at(-1)];
  if (changes.length < fewest || !first || !last) return null;
  const steps = { below: stepsTo(1 / first.ratio), above: stepsTo(last.ratio) };
  // The scale ends at a step, so that its ends are labelled.
  const [low, high] = [1 / (steps.below.at(-1) ?? 1), steps.above.at(-1) ?? 1];
  const position = (ratio: number) => {
    const fraction = Math.log(ratio / low) / Math.log(high / low);
    return Number((margin + (100 - 2 * margin) * fraction).toFixed(1));
  };
  const words = stringsFor(locale).plate;
  const format = new Intl.NumberFormat(locale).format;
  const label = (factor: number, [word, sign]: [string, string]) => (factor === 2 ? word : sign + format(factor));
  return {
    rows: changes.map(({ result, ratio }) => ({ result, x: position(ratio) })),
    before: position(1),
    reach: { low, high },
    ticks: chooseTicks([
      ...labelled(steps.below).map(({ factor, rank }) => ({ rank, x: position(1 / factor), label: label(factor, [words.half, '1/']) })),
      ...labelled(steps.above).map(({ factor, rank }) => ({ rank, x: position(factor), label: label(factor, [words.double, '×']) })),
    ]),
  };
}

/** Name a plate by its number of changes: "Twenty-four changes on one scale". */
export function plateTitle({ rows }: Plate<unknown>, locale: string): string {
  const words = numberWords(rows.length, locale);
  const count = words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
  return interpolate(stringsFor(locale).plate.title, { count });
}

/** Part the rows of a plate that is too long to read at once: the strongest are shown, the others are folded. Both keep their order. */
export function foldRows<R>({ rows, before }: Plate<R>): { shown: PlateRow<R>[]; folded: PlateRow<R>[] } {
  if (rows.length <= mostRows) return { shown: rows, folded: [] };
  const strength = ({ x }: PlateRow<R>) => Math.abs(x - before);
  const strongest = new Set(rows.toSorted((a, b) => strength(b) - strength(a)).slice(0, shownRows));
  return { shown: rows.filter((row) => strongest.has(row)), folded: rows.filter((row) => !strongest.has(row)) };
}

/** Changes on one logarithmic scale. Every x is in percent of its width, for text from left to right. */
export interface Plate<R> {
  /** The state after each change. */
  rows: PlateRow<R>[];
  /** The state before, which all changes share. */
  before: number;
  /** The ratios at the ends of the scale. */
  reach: { low: number; high: number };
  /** Labelled steps of the scale, from the left. Their labels never overlap. */
  ticks: Tick[];
}

export interface PlateRow<R> {
  result: R;
  x: number;
}

export interface Tick {
  label: string;
  x: number;
  /** Whether the label needs a scale of `plateWidths.wide`; all labels together fit `plateWidths.narrow`. */
  wide: boolean;
}

/** The least widths of a drawn scale in em of its labels: on a phone, and on a wide screen. */
export const plateWidths = { narrow: 21, wide: 36 } as const;

/** Return the estimated width of a label in em, with a space around it. */
export function labelWidth(label: string): number {
  return [...label].reduce((sum, character) => sum + (/[\p{P}\s1]/u.test(character) ? 0.35 : 0.55), 0.8);
}

/** Fewer changes than these are no pattern. */
const fewest = 3;
/** Rows of a plate without folded ones, about two screens. */
const mostRows = 60;
const shownRows = 40;
/** Space at each end of the scale in percent, so that no dot is cut off. */
const margin = 4;

/** List the factors that read easily (2, 4, 10, 20, 50, 100 …) up to the first that reaches a ratio; none for a ratio of 1 or less. */
function stepsTo(ratio: number): number[] {
  const steps: number[] = [];
  const add = (step: number) => {
    // Ratios are quotients, so a doubling may be off by a rounding error.
    const last = steps.at(-1);
    if (last === undefined ? ratio > 1 : ratio > last * (1 + 1e-9)) steps.push(step);
  };
  [2, 4].forEach(add);
  for (let power = 10; power / 5 < ratio; power *= 10) [power, 2 * power, 5 * power].forEach(add);
  return steps;
}

/** Rank the steps that may have a label: a power of ten first, then half or double, then the last one. */
function labelled(steps: readonly number[]): { factor: number; rank: number }[] {
  return steps.flatMap((factor) => {
    const rank = 10 ** Math.round(Math.log10(factor)) === factor ? 0 : factor === 2 ? 1 : factor === steps.at(-1) ? 2 : null;
    return rank === null ? [] : [{ factor, rank }];
  });
}

/** Choose steps by their rank, as far as the labels before them leave room. */
function chooseTicks(steps: readonly (Pick<Tick, 'label' | 'x'> & { rank: number })[]): Tick[] {
  const candidates = steps.toSorted((a, b) => a.rank - b.rank);
  const fitting = (from: typeof candidates, width: number) =>
    from.reduce<typeof candidates>((chosen, tick) => {
      const overlaps = chosen.some(
        ({ label, x }) => (Math.abs(x - tick.x) / 100) * width < (labelWidth(label) + labelWidth(tick.label)) / 2,
      );
      return overlaps ? chosen : [...chosen, tick];
    }, []);
  const wide = fitting(candidates, plateWidths.wide);
  const narrow = new Set(fitting(wide, plateWidths.narrow));
  return wide.map((tick) => ({ label: tick.label, x: tick.x, wide: !narrow.has(tick) })).toSorted((a, b) => a.x - b.x);
}

import { capitalize } from '../../i18n/capitalize.ts';
import { textDirection } from '../../i18n/languages.ts';
import { numberWords } from '../../i18n/number-words.ts';
import { interpolate, stringsFor } from '../../i18n/strings.ts';
import { changeFactor } from '../model/evaluate.ts';
import type { Metric } from '../model/types.ts';

/**
 * Put every change with a known ratio on one logarithmic scale, sorted from the strongest fall to the strongest rise. A fall to zero and a
 * figure that stayed the same have no place on such a scale and are left out. Null below three changes. A fall runs to the left, or to the
 * right in languages written from right to left.
 */
export function plate<R extends { outcome: Metric }>(
  results: readonly R[],
  locale: string,
  direction = textDirection(locale),
): Plate<R> | null {
  const changes = results
    .map((result) => ({ result, ratio: changeFactor(result.outcome) ?? 0 }))
    .filter(({ ratio }) => ratio > 0 && Number.isFinite(ratio) && ratio !== 1)
    .toSorted((a, b) => a.ratio - b.ratio);
  const [first, last] = [changes[0], changes.at(-1)];
  if (changes.length < fewest || !first || !last) return null;
  const steps = { below: stepsTo(1 / first.ratio), above: stepsTo(last.ratio) };
  // The scale ends at a step, so that its ends are labelled.
  const [low, high] = [1 / (steps.below.at(-1) ?? 1), steps.above.at(-1) ?? 1];
  const position = (ratio: number) => {
    const fraction = Math.log(ratio / low) / Math.log(high / low);
    return Number((margin + (100 - 2 * margin) * (direction === 'rtl' ? 1 - fraction : fraction)).toFixed(1));
  };
  const words = stringsFor(locale).plate;
  const format = new Intl.NumberFormat(locale).format;
  const label = (factor: number, [word, sign]: [string, string]) => (factor === 2 ? word : sign + format(factor));
  return {
    rows: changes.map(({ result, ratio }) => ({ result, ratio, x: position(ratio) })),
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
  const count = capitalize(numberWords(rows.length, locale), locale);
  return interpolate(stringsFor(locale).plate.title, { count });
}

/** Part the rows of a plate that is too long to read at once: the strongest falls and rises stay, the smaller changes between them fold. */
export function foldRows<R>({ rows }: Plate<R>): { falls: PlateRow<R>[]; folded: PlateRow<R>[]; rises: PlateRow<R>[] } {
  if (rows.length <= mostRows) return { falls: rows, folded: [], rises: [] };
  // Each direction keeps its share.
  const falls = Math.round((shownRows * rows.filter(({ ratio }) => ratio < 1).length) / rows.length);
  const rises = rows.length - (shownRows - falls);
  return { falls: rows.slice(0, falls), folded: rows.slice(falls, rises), rises: rows.slice(rises) };
}

/** Changes on one logarithmic scale. Every x is in percent of its width, from the left. */
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
  /** The state after, divided by the state before. */
  ratio: number;
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

import { toCommonUnit } from '../model/dimensions.ts';
import { makeQuantity } from '../model/quantity.ts';
import type { Quantity, Unit } from '../model/types.ts';
import { formatFigure } from './format-figure.ts';
import type { ReaderUnit } from './your-numbers.ts';

/** The units of an answer, as people speak: a part of a day in hours, 240 s in minutes. Hours stay hours, and days stay days. */
export function readerUnits(after: Quantity, locale: string): ReaderUnit[] {
  const ladder = ladderOf(after.unit);
  const own = ladder.findIndex(([name]) => name === after.unit);
  if (own < 0) return [readerUnit(after, 0, 1, locale)];
  const claimed = (after.value ?? 1) * baseOf(after.unit);
  const units = ladder.flatMap(([unit], index): ReaderUnit[] => {
    const size = baseOf(unit);
    // The unit of the claim applies to its own state, however many or few of it that is.
    const from =
      index === 0 ? 0 : index === own ? Math.min(size, claimed) : index < own ? size : Math.max(claimed + 1, size * least(ladder, index));
    const reached = ladder.slice(own, index).every(([, limit]) => limit > 0);
    // One less than a whole unit still rounds to it.
    return reached ? [readerUnit({ ...after, unit }, index === 0 ? 0 : from - 1, size, locale)] : [];
  });
  return units.toReversed();
}

/** Return from how many of a unit on people say it instead of the one below: 2 hours, not 120 minutes. */
function least(ladder: readonly Step[], index: number): number {
  const [unit, limit] = ladder[index - 1] as Step;
  return (limit * baseOf(unit)) / baseOf(ladder[index]?.[0] ?? null);
}

/** The smallest unit of the dimension of a unit counts 1: a minute is 60,000 (milliseconds), and a score 1. */
export function baseOf(unit: Unit | null): number {
  const [smallest] = ladderOf(unit)[0] ?? [unit];
  return smallest && unit ? sizeIn(unit, smallest) : 1;
}

function ladderOf(unit: Unit | null): readonly Step[] {
  return ladders.find((steps) => steps.some(([name]) => name === unit)) ?? [];
}

/** A unit and how many of it people rather say in the next one; 0 for never. */
type Step = readonly [Unit, number];

const upToDays: readonly Step[] = [
  ['millisecond', 1000],
  ['second', 120],
  ['minute', 120],
  ['hour', 0],
  ['day', 0],
];

const ladders: readonly (readonly Step[])[] = [
  upToDays,
  [...upToDays, ['week', 0]],
  [...upToDays, ['month', 24], ['year', 0]],
  [
    ['byte', 1000],
    ['kilobyte', 1000],
    ['megabyte', 1000],
    ['gigabyte', 1000],
    ['terabyte', 0],
  ],
];

/** Write a unit of an answer: from how many on it is used, its size in the smallest unit, and its words. */
export function readerUnit(quantity: Quantity, from: number, size: number, locale: string): ReaderUnit {
  const unitOf = (value: number) => formatFigure({ ...quantity, value, upper: null }, locale).unit;
  const [name, one] = [unitOf(2), unitOf(1)];
  return name === one ? [from, size, name] : [from, size, name, one];
}

/** Return what stands before and after the input: the symbol of a currency on its side of the figure, or a unit. */
export function unitsBeside(quantity: Quantity, locale: string): { prefix: string; unit: string } {
  const { figure, unit } = formatFigure({ ...quantity, value: 2, upper: null }, locale);
  const [prefix = '', suffix = ''] = figure.split('2');
  return { prefix: prefix.trim(), unit: `${suffix}${unit}`.trim() };
}

/** One of a unit. */
export function quantityOf(unit: Unit): Quantity {
  return makeQuantity({ value: 1, unit });
}

/** Return how many of another unit one of a unit is. */
export function sizeIn(unit: Unit, other: Unit): number {
  const [size, otherSize] = toCommonUnit(quantityOf(unit), quantityOf(other)) ?? [1, 1];
  return Math.round((size / otherSize) * 1e6) / 1e6;
}

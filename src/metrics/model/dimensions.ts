import { physicalUnit, physicalUnits } from '../../schemas/units.ts';
import type { Direction, Period, Quantity, Unit } from './types.ts';

/** Return the values of two quantities in one unit and one period (hours and minutes both in seconds), or null if they are not comparable. */
export function toCommonUnit(a: Quantity, b: Quantity): [number, number] | null {
  if (a.value === null || b.value === null || a.currency !== b.currency || !comparablePeriods(a, b)) return null;
  if (a.currency !== null && a.symbol !== b.symbol) return null;
  const isSame = a.unit === b.unit && a.symbol === b.symbol && !restOf(a);
  const [first, second] = isSame ? [unity, unity] : [sizeOf(a), sizeOf(b)];
  if (!first || !second || first.dimension !== second.dimension) return null;
  const [perFirst, perSecond] = a.per === b.per ? [1, 1] : [lengthOf(a.per), lengthOf(b.per)];
  return [(a.value * first.size + restOf(a)) / perFirst, (b.value * second.size + restOf(b)) / perSecond];
}

/** Whether two quantities have the same period, or periods whose conversion is exact: a week has 7 days, but a month no number of weeks. */
export function comparablePeriods(a: Quantity, b: Quantity): boolean {
  if (a.per === b.per) return true;
  return a.per !== null && b.per !== null && periods[a.per].calendar !== 'season' && periods[a.per].calendar === periods[b.per].calendar;
}

/** Return the direction from one quantity to another, or null if they are equal or not comparable. */
export function directionBetween(before: Quantity | null, after: Quantity | null): Direction | null {
  if (!before || !after) return null;
  const values = toCommonUnit(before, after);
  if (values && values[0] !== values[1]) return values[1] > values[0] ? 'up' : 'down';
  if (values) return before.upper === after.upper ? null : (after.upper ?? 0) > (before.upper ?? 0) ? 'up' : 'down';
  if (before.per !== null && after.per !== null && before.per !== after.per) return directionBetweenRates(before, after);
  // "3 days to just hours": the units are enough.
  const sizes = toCommonUnit({ ...before, value: 1 }, { ...after, value: 1 });
  return sizes && sizes[0] !== sizes[1] ? (sizes[1] > sizes[0] ? 'up' : 'down') : null;
}

/** Whether two quantities measure the same dimension, whatever their periods; one without a unit may measure any. */
export function sameDimension(a: Quantity, b: Quantity): boolean {
  if (a.unit === null || b.unit === null) return true;
  if (a.unit === 'money' && b.unit === 'money') return a.currency === b.currency && a.symbol === b.symbol;
  return (a.unit === b.unit && a.symbol === b.symbol) || (sizeOf(a) !== undefined && sizeOf(a)?.dimension === sizeOf(b)?.dimension);
}

/** Whether a quantity has a zero, so that a ratio of two means something: 20 °C is not twice 10 °C. */
export function hasZero({ symbol }: Quantity): boolean {
  const name = physicalUnit(symbol ?? '');
  return name === null || physicalUnits[name][1] !== null;
}

/** Whether a unit measures time. */
export function isDuration(unit: Unit | null): boolean {
  return unit !== null && sizes[unit]?.dimension === 'time';
}

/** Sizes in seconds, bytes and requests per second; a month has 30.4375 days, a year 365.25. */
const sizes: Partial<Record<Unit, { dimension: 'time' | 'data' | 'rate'; size: number }>> = {
  millisecond: { dimension: 'time', size: 0.001 },
  second: { dimension: 'time', size: 1 },
  minute: { dimension: 'time', size: 60 },
  hour: { dimension: 'time', size: 3600 },
  day: { dimension: 'time', size: 86_400 },
  week: { dimension: 'time', size: 604_800 },
  month: { dimension: 'time', size: 2_629_800 },
  year: { dimension: 'time', size: 31_557_600 },
  byte: { dimension: 'data', size: 1 },
  kilobyte: { dimension: 'data', size: 1e3 },
  megabyte: { dimension: 'data', size: 1e6 },
  gigabyte: { dimension: 'data', size: 1e9 },
  terabyte: { dimension: 'data', size: 1e12 },
  request_per_second: { dimension: 'rate', size: 1 },
  request_per_minute: { dimension: 'rate', size: 1 / 60 },
};

const unity = { dimension: null, size: 1 };

/** Lengths in hours for days and weeks, in months for quarters and years; a period converts exactly into those of its calendar. */
const periods: Record<Period, { calendar: 'clock' | 'months' | 'season'; length: number; days: [shortest: number, longest: number] }> = {
  second: { calendar: 'clock', length: 1 / 3600, days: [1 / 86_400, 1 / 86_400] },
  minute: { calendar: 'clock', length: 1 / 60, days: [1 / 1440, 1 / 1440] },
  hour: { calendar: 'clock', length: 1, days: [1 / 24, 1 / 24] },
  day: { calendar: 'clock', length: 24, days: [1, 1] },
  week: { calendar: 'clock', length: 168, days: [7, 7] },
  month: { calendar: 'months', length: 1, days: [28, 31] },
  quarter: { calendar: 'months', length: 3, days: [90, 92] },
  year: { calendar: 'months', length: 12, days: [365, 366] },
  season: { calendar: 'season', length: 1, days: [28, 366] },
};

/** Return the seconds that a duration of two units has beyond its value: 1,200 in "1 h 20 min". */
function restOf({ symbol }: Quantity): number {
  const [, minutes, seconds] = /^(?:h (\d+) min|min (\d+) s)$/.exec(symbol ?? '') ?? [];
  return minutes ? 60 * Number(minutes) : Number(seconds ?? 0);
}

const lengthOf = (per: Period | null) => (per === null ? 1 : periods[per].length);

/** Return the direction between rates that no exact conversion compares, if the shortest and the longest month agree: 1 a month, 15 a day. */
function directionBetweenRates(before: Quantity, after: Quantity): Direction | null {
  const values = toCommonUnit({ ...before, per: null }, { ...after, per: null });
  if (!values || !before.per || !after.per) return null;
  const [first, second] = [periods[before.per].days, periods[after.per].days];
  if (values[1] / second[1] > values[0] / first[0]) return 'up';
  return values[1] / second[0] < values[0] / first[1] ? 'down' : null;
}

function sizeOf({ unit, symbol }: Quantity): { dimension: string; size: number } | undefined {
  const name = physicalUnit(symbol ?? '');
  if (name === null) return unit === null || (symbol !== null && !isDuration(unit)) ? undefined : sizes[unit];
  const [dimension, size] = physicalUnits[name];
  return size === null ? undefined : { dimension, size };
}

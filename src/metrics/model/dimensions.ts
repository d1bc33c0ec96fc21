import type { Direction, Quantity, Unit } from './types.ts';

/** Return the values of two quantities in one unit (hours and minutes both in seconds), or null if they are not comparable. */
export function toCommonUnit(a: Quantity, b: Quantity): [number, number] | null {
  if (a.value === null || b.value === null || a.currency !== b.currency) return null;
  if (a.unit === b.unit) return [a.value, b.value];
  const [first, second] = [sizeOf(a.unit), sizeOf(b.unit)];
  if (!first || !second || first.dimension !== second.dimension) return null;
  return [a.value * first.size, b.value * second.size];
}

/** Return the direction from one quantity to another, or null if they are equal or not comparable. */
export function directionBetween(before: Quantity | null, after: Quantity | null): Direction | null {
  if (!before || !after) return null;
  const values = toCommonUnit(before, after);
  if (values && values[0] !== values[1]) return values[1] > values[0] ? 'up' : 'down';
  if (values) return before.upper === after.upper ? null : (after.upper ?? 0) > (before.upper ?? 0) ? 'up' : 'down';
  // "3 days to just hours": the units are enough.
  const sizes = toCommonUnit({ ...before, value: 1 }, { ...after, value: 1 });
  return sizes && sizes[0] !== sizes[1] ? (sizes[1] > sizes[0] ? 'up' : 'down') : null;
}

/** Whether two quantities measure the same dimension; one without a unit may measure any. */
export function sameDimension(a: Quantity, b: Quantity): boolean {
  if (a.unit === null || b.unit === null) return true;
  if (a.unit === 'money' && b.unit === 'money') return a.currency === b.currency;
  return a.unit === b.unit || (sizeOf(a.unit) !== undefined && sizeOf(a.unit)?.dimension === sizeOf(b.unit)?.dimension);
}

/** Whether a unit measures time. */
export function isDuration(unit: Unit | null): boolean {
  return sizeOf(unit)?.dimension === 'time';
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

function sizeOf(unit: Unit | null) {
  return unit === null ? undefined : sizes[unit];
}

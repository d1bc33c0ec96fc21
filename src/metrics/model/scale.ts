import type { Quantity, Unit } from './types.ts';

/** Give two quantities of one kind in one unit (hours and minutes both in seconds); null where they can't be compared. */
export function comparable(a: Quantity, b: Quantity): [number, number] | null {
  if (a.value === null || b.value === null || a.currency !== b.currency) return null;
  if (a.unit === b.unit) return [a.value, b.value];
  const [first, second] = [sizeOf(a.unit), sizeOf(b.unit)];
  if (!first || !second || first.of !== second.of) return null;
  return [a.value * first.size, b.value * second.size];
}

/** Say whether two quantities measure the same thing; an endpoint without a number still has its unit. */
export function sameKind(a: Quantity, b: Quantity): boolean {
  if (a.unit === null || b.unit === null) return true;
  if (a.unit === 'money' && b.unit === 'money') return a.currency === b.currency;
  return a.unit === b.unit || (sizeOf(a.unit) !== undefined && sizeOf(a.unit)?.of === sizeOf(b.unit)?.of);
}

/** Say whether a unit measures time. */
export function isDuration(unit: Unit | null): boolean {
  return sizeOf(unit)?.of === 'time';
}

/** Sizes in seconds, bytes and requests per second; a month is 30.4375 days, a year 365.25. */
const sizes: Partial<Record<Unit, { of: 'time' | 'data' | 'rate'; size: number }>> = {
  millisecond: { of: 'time', size: 0.001 },
  second: { of: 'time', size: 1 },
  minute: { of: 'time', size: 60 },
  hour: { of: 'time', size: 3600 },
  day: { of: 'time', size: 86_400 },
  week: { of: 'time', size: 604_800 },
  month: { of: 'time', size: 2_629_800 },
  year: { of: 'time', size: 31_557_600 },
  byte: { of: 'data', size: 1 },
  kilobyte: { of: 'data', size: 1e3 },
  megabyte: { of: 'data', size: 1e6 },
  gigabyte: { of: 'data', size: 1e9 },
  terabyte: { of: 'data', size: 1e12 },
  request_per_second: { of: 'rate', size: 1 },
  request_per_minute: { of: 'rate', size: 1 / 60 },
};

function sizeOf(unit: Unit | null) {
  return unit === null ? undefined : sizes[unit];
}

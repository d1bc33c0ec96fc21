import { isAvailability, relativeChange } from './evaluate.ts';
import { isDuration } from './dimensions.ts';
import type { Metric } from './types.ts';

/** Fewer figures than this are better read one by one. */
const minimumCount = 3;

/** What may be summed up: figures of one kind in like units. Percentages of unlike things are in none of them. */
const kinds = {
  time: (metric: Metric) =>
    isDuration(metric.before?.unit ?? null) && isDuration(metric.after?.unit ?? null) ? relativeChange(metric) : null,
  availability: (metric: Metric) => (isAvailability(metric) && metric.value !== null ? metric.value / 100 : null),
} satisfies Record<string, (metric: Metric) => number | null>;

/** The kinds of figures that are summed up. */
export const aggregateKinds = Object.keys(kinds) as AggregateKind[];

/** Sum up like figures by their median and range, as fractions: −0.7 for a time cut by 70 %, 0.999 for an availability. */
export function aggregate(metrics: readonly Metric[]): Aggregate[] {
  return aggregateKinds.flatMap((kind) => {
    const values = metrics.flatMap((metric) => kinds[kind](metric) ?? []).toSorted((a, b) => a - b);
    const [low, high] = [values[0], values.at(-1)];
    if (values.length < minimumCount || low === undefined || high === undefined) return [];
    return [{ kind, count: values.length, median: medianOf(values), low, high }];
  });
}

/** Write a median or an end of a range in per cent, with enough decimals that nothing is rounded up to a whole: 99.8 % less is not 100 % less. */
export function formatAggregate(kind: AggregateKind, value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', ...styles[kind] }).format(value).replace('-', '−');
}

export type AggregateKind = keyof typeof kinds;

export interface Aggregate {
  kind: AggregateKind;
  count: number;
  median: number;
  low: number;
  high: number;
}

const styles = {
  time: { maximumFractionDigits: 1, signDisplay: 'exceptZero' },
  availability: { maximumFractionDigits: 3 },
} as const satisfies Record<AggregateKind, Intl.NumberFormatOptions>;

function medianOf(sorted: readonly number[]): number {
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

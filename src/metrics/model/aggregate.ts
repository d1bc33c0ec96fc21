import { isDuration } from './dimensions.ts';
import { isAvailability, relativeChange } from './evaluate.ts';
import type { Metric } from './types.ts';

/** Results of a kind that are worth a summary; fewer are better read one by one. */
const minimumCount = 3;

/** How to read the value of each kind, as a fraction. Percentages of unlike things belong to no kind. */
const kinds = {
  time: (metric: Metric) =>
    isDuration(metric.before?.unit ?? null) && isDuration(metric.after?.unit ?? null) ? relativeChange(metric) : null,
  availability: (metric: Metric) => (isAvailability(metric) && metric.value !== null ? metric.value / 100 : null),
} satisfies Record<string, (metric: Metric) => number | null>;

export type AggregateKind = keyof typeof kinds;

export const aggregateKinds = Object.keys(kinds) as AggregateKind[];

/** Summarise the metrics of each kind by median and range, as fractions: −0.7 for a time cut by 70 %, 0.999 for an availability of 99.9 %. */
export function aggregate(metrics: readonly Metric[]): Aggregate[] {
  return aggregateKinds.flatMap((kind) => {
    const values = metrics.flatMap((metric) => kinds[kind](metric) ?? []).toSorted((a, b) => a - b);
    const [low, high] = [values[0], values.at(-1)];
    if (values.length < minimumCount || low === undefined || high === undefined) return [];
    return [{ kind, count: values.length, median: medianOf(values), low, high }];
  });
}

export interface Aggregate {
  kind: AggregateKind;
  count: number;
  median: number;
  low: number;
  high: number;
}

function medianOf(sorted: readonly number[]): number {
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

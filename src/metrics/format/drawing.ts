import { toCommonUnit } from '../model/dimensions.ts';
import { isShare, measuredChange, relativeChange } from '../model/evaluate.ts';
import { betterDirection, isSpeedClaim } from '../model/polarity.ts';
import type { Metric } from '../model/types.ts';

/** Draw a metric to scale as bars from zero, their lengths as fractions of the longest; null if there is nothing to compare. */
export function drawing(metric: Metric): Drawing | null {
  const ends = metric.before && metric.after && toCommonUnit(metric.before, metric.after);
  if (ends && measuredChange(metric) !== null && ends[1] >= 0) return bars('transition', ends[0], ends[1]);
  if (metric.kind === 'transition' && metric.before?.value != null && metric.after?.value != null) return null;
  if (isShare(metric) && metric.value !== null) return share(Number((metric.value / 100).toPrecision(12)));
  if (metric.kind === 'level' && metric.unit === 'count' && metric.value !== null && metric.outOf && metric.value <= metric.outOf) {
    return share(metric.value / metric.outOf);
  }
  // "60% faster" states a speed. A bar for the time would be a guess.
  if (isSpeedClaim(metric.text) && betterDirection(metric.subject) === 'lower' && metric.direction === 'up') return null;
  const change = relativeChange(metric);
  if (change === null || change < -1) return null;
  return bars(change < 0 ? 'remaining' : 'growth', 100, Number((100 * (1 + change)).toPrecision(12)));
}

function bars(kind: 'transition' | 'remaining' | 'growth', before: number, after: number): Drawing | null {
  const longest = Math.max(before, after);
  if (!(longest > 0) || !Number.isFinite(longest)) return null;
  return {
    kind,
    before,
    after,
    bars: [
      { length: before / longest, tone: 'before' },
      { length: after / longest, tone: 'now' },
    ],
  };
}

function share(fraction: number): Drawing {
  return {
    kind: 'share',
    fraction,
    bars: [
      { length: 1, tone: 'whole' },
      { length: fraction, tone: 'now' },
    ],
  };
}

/** A drawing as data. For `remaining` and `growth` the old state is unknown and counts as 100. */
export type Drawing =
  | { kind: 'transition' | 'remaining' | 'growth'; before: number; after: number; bars: Bar[] }
  | { kind: 'share'; fraction: number; bars: Bar[] };

/** One bar: its length from 0 to 1, and what it represents. */
export interface Bar {
  length: number;
  tone: 'before' | 'whole' | 'now';
}

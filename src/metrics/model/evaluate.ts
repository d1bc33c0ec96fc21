import { hasZero, isDuration, toCommonUnit } from './dimensions.ts';
import { mayLead } from './leading.ts';
import { betterDirection, isSpeedClaim, isSpeedOfTime } from './polarity.ts';
import type { Better, Metric, Outcome, Unit } from './types.ts';

/** Return the relative change between the states of a metric, else the one it claims: −0.7 for a 70 % reduction, 2 for 200 % growth; null if unknown. */
export function relativeChange(metric: Metric): number | null {
  return measuredChange(metric) ?? claimedChange(metric);
}

/** Return the relative change between the two states of a transition; null if they are missing or not comparable. */
export function measuredChange(metric: Pick<Metric, 'before' | 'after'>): number | null {
  const ends = metric.before && metric.after && toCommonUnit(metric.before, metric.after);
  if (!ends || ends[0] <= 0 || !metric.before || !hasZero(metric.before)) return null;
  // Without the error of a binary fraction.
  return Number(((ends[1] - ends[0]) / ends[0]).toPrecision(15));
}

/**
 * Whether a change is an improvement: by a claim of speed, else by the author's `better`, else by the subject (costs: lower), else by a claim of
 * savings. Null if there is no change or its better direction is unknown.
 */
export function isGood(metric: Metric & { better?: Better | null }): boolean | null {
  if (metric.direction === null) return null;
  if (metric.kind !== 'transition' && isSpeedClaim(metric.text)) return metric.direction === 'up';
  const wanted =
    metric.better ?? betterDirection(metric.subject, changedUnit(metric)) ?? (/\bsav(?:e[ds]?|ing)/i.test(metric.text) ? 'lower' : null);
  return wanted === null ? null : (wanted === 'higher') === (metric.direction === 'up');
}

/**
 * Compare a claim with its before and after; null if one of them is missing. Both states may be rounded by half a unit in their last digit
 * (3 % at most), and a claim of speed in percent may be computed as before / after − 1.
 */
export function agreement(metric: Metric): 'agrees' | 'contradicts' | null {
  if (metric.kind !== 'transition' || metric.value === null || !metric.before || !metric.after) return null;
  const ends = toCommonUnit(metric.before, metric.after);
  if (!ends || ends[0] <= 0 || ends[1] < 0 || !hasZero(metric.before)) return null;
  const expectedClaims = metric.unit && claimsByUnit[metric.unit];
  if (!expectedClaims) return null;
  const [before, after] = ends;
  const [low, high] = [metric.value, metric.upper ?? metric.value];
  const slack = roundingOf(metric.before.value) + roundingOf(metric.after.value) + (metric.bound === 'approx' ? 0.05 : 0);
  const claimRounding = Math.max(halfUnit(low), high * 0.005);
  const agrees = expectedClaims(before, after, metric.text).some((expected) => {
    // Rounded states shift a percentage in proportion to the whole, not to the difference.
    const tolerance = claimRounding + slack * (metric.unit === 'percent' ? 100 + expected : expected);
    const reachesLow = expected >= low - tolerance;
    const staysBelowHigh = expected <= high + tolerance;
    if (metric.bound === 'at_least') return reachesLow;
    return metric.bound === 'at_most' ? staysBelowHigh : reachesLow && staysBelowHigh;
  });
  return agrees ? 'agrees' : 'contradicts';
}

/** Whether a metric is a percentage of a whole, such as an uptime. */
export function isShare(metric: Metric): boolean {
  return metric.kind === 'level' && metric.unit === 'percent' && metric.value !== null && metric.value <= 100;
}

/** Whether a metric is an uptime or an availability in percent. */
export function isAvailability(metric: Metric): boolean {
  return isShare(metric) && /\b(?:uptime|availability|verfügbarkeit|disponibilité|disponibilidad)\b/i.test(metric.subject ?? '');
}

/**
 * Pick the headline of a case study: the outcome with `headline: true`, else the first one of the best rank (see `rank`) that may lead
 * (see `mayLead`); null if none may.
 */
export function headline(outcomes: readonly Outcome[]): Outcome | null {
  const chosen = outcomes.find((outcome) => outcome.headline);
  if (chosen) return chosen;
  return outcomes.filter(mayLead).toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** Order outcomes for display: the author's headline, then outcomes with a figure, then statements, each in reading order. */
export function figuresFirst(outcomes: readonly Outcome[]): Outcome[] {
  const position = (outcome: Outcome) => (outcome.headline ? 0 : outcome.kind === 'statement' ? 2 : 1);
  return outcomes.toSorted((a, b) => position(a) - position(b));
}

/** Return the factor from before to after, which applies to any other figure too: 0.3 for 70 % less; null if unknown. */
export function changeFactor(metric: Metric): number | null {
  const measured = measuredChange(metric);
  if (measured !== null) return 1 + measured;
  const claimed = claimedChange(metric);
  if (claimed === null) return null;
  // "60 % faster" divides a time by 1.6; it does not subtract 60 %.
  const factor = isSpeedOfTime(metric) ? 1 / (1 + claimed) : 1 + claimed;
  return factor >= 0 ? factor : null;
}

function claimedChange({ kind, value, unit, direction }: Metric): number | null {
  if (value === null || direction === null || kind === 'level' || kind === 'statement') return null;
  const sign = direction === 'down' ? -1 : 1;
  if (unit === 'percent') return direction === 'down' && value > 100 ? null : (sign * value) / 100;
  if (unit === 'ratio' && value > 0) return direction === 'down' ? 1 / value - 1 : value - 1;
  return null;
}

/** Return the unit of what changed: that of the states, or that of an absolute change. */
function changedUnit({ kind, unit, before, after }: Metric): Unit | null {
  return kind === 'transition' ? (after?.unit ?? before?.unit ?? null) : kind === 'change' ? unit : null;
}

/** The claims in a unit that follow from a before and an after. A metric agrees if it states one of them. */
const claimsByUnit: Partial<Record<Unit, (before: number, after: number, text: string) => number[]>> = {
  percent: (before, after, text) => {
    const change = (100 * Math.abs(after - before)) / before;
    return isSpeedClaim(text) && after < before && after > 0 ? [change, 100 * (before / after - 1)] : [change];
  },
  percentage_point: (before, after) => [Math.abs(after - before)],
  point: (before, after) => [Math.abs(after - before)],
  ratio: (before, after) => (before > 0 && after > 0 ? [Math.max(after / before, before / after)] : []),
};

/** Rank an outcome as a headline: a measured improvement, a claimed one, another change, a level, a duration, a change for the worse. */
function rank(outcome: Outcome): number {
  const good = isGood(outcome);
  if (good === false) return 5;
  if (outcome.kind === 'level') return isDuration(outcome.unit) ? 4 : 3;
  if (measuredChange(outcome) !== null && good) return 0;
  return good ? 1 : 2;
}

/** Return half a unit in the last decimal of a number; 0.5 for a whole number. */
function halfUnit(value: number): number {
  return 0.5 * 10 ** -(String(value).split('.')[1]?.length ?? 0);
}

/** Return the relative rounding error of a number by its significant digits, at least two, and 3 % at most. */
function roundingOf(value: number | null): number {
  if (!value) return 0;
  const digits = String(Math.abs(value))
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;
  const leading = Math.floor(Math.log10(Math.abs(value)));
  return Math.min(0.03, (0.5 * 10 ** (leading - Math.max(1, digits) + 1)) / Math.abs(value));
}

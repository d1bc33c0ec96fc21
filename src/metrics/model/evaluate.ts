import { betterDirection, isSpeedClaim } from './polarity.ts';
import { toCommonUnit, isDuration } from './dimensions.ts';
import type { Better, Metric, Outcome, Unit } from './types.ts';

/** Give the relative change a metric states or its endpoints show: −0.7 for a 70 % reduction, 2 for 200 % growth; null where none can be known. */
export function relativeChange(metric: Metric): number | null {
  return measuredChange(metric) ?? claimedChange(metric);
}

/** Give the relative change between the endpoints of a transition, null without two comparable ones. */
export function measuredChange(metric: Pick<Metric, 'before' | 'after' | 'text'>): number | null {
  const ends = metric.before && metric.after && toCommonUnit(metric.before, metric.after);
  if (!ends || ends[0] <= 0 || hasMixedPeriods(metric)) return null;
  return (ends[1] - ends[0]) / ends[0];
}

/** Say whether two amounts are told of different periods ("from one a month to 15 a day"), so that neither is a ratio of the other. */
export function hasMixedPeriods({ before, text }: Pick<Metric, 'before' | 'text'>): boolean {
  if (before?.unit !== 'count' && before?.unit !== 'money') return false;
  const periods = [...text.matchAll(/(?:\b(?:an?|per|each|every)\s|\/)(hour|day|week|month|quarter|year)\b/gi)].map(([, period]) =>
    period?.toLowerCase(),
  );
  return new Set(periods).size > 1;
}

/**
 * Say whether the move is a good one: by the author's `better`, else by what the words claim (faster, saved), else by what is known
 * of the subject (costs: lower). Null where there is no move or nobody can tell.
 */
export function isGood(metric: Metric & { better?: Better | null }, better: Better | null = metric.better ?? null): boolean | null {
  if (metric.direction === null) return null;
  const speed = metric.kind !== 'transition' && isSpeedClaim(metric.text);
  if (speed) return metric.direction === 'up';
  const way = better ?? betterDirection(metric.subject, movedUnit(metric)) ?? (/\bsav(?:e[ds]?|ing)/i.test(metric.text) ? 'lower' : null);
  return way === null ? null : (way === 'higher') === (metric.direction === 'up');
}

/**
 * Say whether a claim agrees with its before and after; null where one of them is missing. Endpoints may be rounded by half a unit in their
 * last digit (at most 3 %); a rate in percent may be claimed as faster (before / after − 1).
 */
export function agreement(metric: Metric): 'agrees' | 'contradicts' | null {
  if (metric.kind !== 'transition' || metric.value === null || !metric.before || !metric.after) return null;
  const ends = toCommonUnit(metric.before, metric.after);
  if (!ends || ends[0] <= 0 || ends[1] < 0 || hasMixedPeriods(metric)) return null;
  const claims = claimReaders[metric.unit ?? 'null'];
  if (!claims) return null;
  const [before, after] = ends;
  const [low, high] = [metric.value, metric.upper ?? metric.value];
  const slack = roundingOf(metric.before.value) + roundingOf(metric.after.value) + (metric.bound === 'approx' ? 0.05 : 0);
  const own = Math.max(halfUnit(low), high * 0.005);
  return claims(before, after, metric.text).some((actual) => {
    // What rounding of the endpoints does to a reduction is measured on what remains, not on the small difference.
    const play = own + slack * (metric.unit === 'percent' ? 100 + actual : actual);
    if (metric.bound === 'at_least') return actual >= low - play;
    if (metric.bound === 'at_most') return actual <= high + play;
    return actual >= low - play && actual <= high + play;
  })
    ? 'agrees'
    : 'contradicts';
}

/** Say whether a figure in percent is a share of a whole (uptime) or a change; null for other figures. */
export function shareOrChange(metric: Metric): 'share' | 'change' | null {
  if (metric.kind === 'change' && (metric.unit === 'percent' || metric.unit === 'percentage_point')) return 'change';
  if (metric.kind === 'level' && metric.unit === 'percent' && metric.value !== null && metric.value <= 100) return 'share';
  return null;
}

/** Say whether a figure is the share of time something could be used: an uptime or availability in percent. */
export function isAvailability(metric: Metric): boolean {
  return (
    shareOrChange(metric) === 'share' &&
    /\b(?:uptime|availability|verfügbarkeit|disponibilité|disponibilidad)\b/i.test(metric.subject ?? '')
  );
}

/**
 * Pick the outcome that stands for a case: the author's `headline: true`, else the first of the best kind: a good change with before and
 * after, a good change or factor, any change, an amount. A sentence without a figure is never it.
 */
export function headline(outcomes: readonly Outcome[]): Outcome | null {
  const chosen = outcomes.find((outcome) => outcome.headline);
  if (chosen) return chosen;
  const ranked = figuresFirst(outcomes).filter(({ kind }) => kind !== 'statement');
  return ranked.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** Order outcomes for a strip: the author's headline first, then what has a figure, each in reading order; statements last. */
export function figuresFirst(outcomes: readonly Outcome[]): Outcome[] {
  const place = (outcome: Outcome) => (outcome.headline ? 0 : outcome.kind === 'statement' ? 2 : 1);
  return outcomes.toSorted((a, b) => place(a) - place(b));
}

/** Give the factor that turns a reader's own figure into what the same outcome would make of it; null where none follows. */
export function changeFactor(metric: Metric): number | null {
  const measured = measuredChange(metric);
  if (measured !== null) return 1 + measured;
  const claimed = claimedChange(metric);
  if (claimed === null) return null;
  // 60 % faster divides a time by 1.6; it does not take 60 % away.
  const takesTime = isSpeedClaim(metric.text) && metric.direction === 'up' && betterDirection(metric.subject) === 'lower';
  const factor = takesTime ? 1 / (1 + claimed) : 1 + claimed;
  return factor >= 0 ? factor : null;
}

function claimedChange({ kind, value, unit, direction }: Metric): number | null {
  if (value === null || direction === null || kind === 'level' || kind === 'statement') return null;
  const sign = direction === 'down' ? -1 : 1;
  if (unit === 'percent') return direction === 'down' && value > 100 ? null : (sign * value) / 100;
  if (unit === 'ratio' && value > 0) return direction === 'down' ? 1 / value - 1 : value - 1;
  return null;
}

/** The unit of what moved: of the endpoints, or of an absolute change. */
function movedUnit({ kind, unit, before, after }: Metric): Unit | null {
  return kind === 'transition' ? (after?.unit ?? before?.unit ?? null) : kind === 'change' ? unit : null;
}

type ClaimReader = (before: number, after: number, text: string) => number[];

/** What a claim in this unit may mean by a before and an after; one of them has to fit. */
const claimReaders: Partial<Record<string, ClaimReader>> = {
  percent: (before, after, text) => {
    const change = (100 * Math.abs(after - before)) / before;
    return isSpeedClaim(text) && after < before && after > 0 ? [change, 100 * (before / after - 1)] : [change];
  },
  percentage_point: (before, after) => [Math.abs(after - before)],
  point: (before, after) => [Math.abs(after - before)],
  ratio: (before, after) => (before > 0 && after > 0 ? [Math.max(after / before, before / after)] : []),
};

function rank(outcome: Outcome): number {
  const good = isGood(outcome);
  if (good === false) return 5;
  if (outcome.kind === 'level') return isDuration(outcome.unit) ? 4 : 3;
  if (measuredChange(outcome) !== null && good) return 0;
  return good ? 1 : 2;
}

/** Half a unit in the last digit an author gave, trailing zeros of whole numbers not counted. */
function halfUnit(value: number): number {
  const decimals = String(value).split('.')[1]?.length ?? 0;
  if (decimals > 0) return 0.5 * 10 ** -decimals;
  return 0.5;
}

function roundingOf(value: number | null): number {
  if (!value) return 0;
  const digits = String(Math.abs(value))
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;
  const leading = Math.floor(Math.log10(Math.abs(value)));
  return Math.min(0.03, (0.5 * 10 ** (leading - Math.max(1, digits) + 1)) / Math.abs(value));
}

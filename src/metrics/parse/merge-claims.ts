import { isDuration, sameDimension, toCommonUnit } from '../model/dimensions.ts';
import type { Quantity } from '../model/types.ts';
import type { Claim } from './claims.ts';
import type { Clause } from './clauses.ts';
import type { Transition } from './items.ts';

/**
 * Merge each claim with the transition it summarises, drop repetitions, and drop the amounts that only qualify another one. If no head claim
 * is left, keep one qualifier: a duration if there is one, else a scope.
 */
export function mergeClaims(entries: readonly Entry[]): Entry[] {
  const joined = demoteQualifiers(attachClaims(propagateDirection(entries)));
  const timed = joined.some(({ role }) => role === 'window');
  const heads = dropRepetitions(joined.filter((entry) => entry.role === 'head' && !(timed && isTeam(entry))));
  return heads.length > 0 ? heads : pickQualifier(joined);
}

/** A claim or a transition. */
export type Entry = Claim | TransitionEntry;

export interface TransitionEntry extends Transition {
  kind: 'transition';
  role: 'head';
  /** Index of its first amount. */
  index: number;
  /** The whole of its states: 5 in "from 2 of 5 to 4 of 5". */
  outOf: number | null;
  clause: Clause;
  subject: string | null;
  /** The claim about the same change: "down 75% (from 8% to 2%)". */
  claim: Claim | null;
}

/** Whether an entry only counts who did the work: "Three engineers shipped it in 2 weeks". */
function isTeam(entry: Entry): boolean {
  return (
    entry.kind === 'level' &&
    entry.index <= entry.clause.from &&
    entry.quantity.unit === 'count' &&
    /^(?:[\w-]+ )?(?:engineers?|developers?|designers?|people|consultants?)\b/i.test(entry.subject ?? '')
  );
}

/** Give a bare percentage the direction of the next one: "85%, 60% and 30% more traffic". */
function propagateDirection(entries: readonly Entry[]): Entry[] {
  let next: Claim | null = null;
  return entries
    .toReversed()
    .map((entry): Entry => {
      if (entry.kind === 'transition') return entry;
      const bare = entry.kind === 'level' && entry.quantity.unit === 'percent' && entry.clause.to - entry.clause.from === 1;
      const inheritsDirection =
        bare && next?.kind === 'change' && next.quantity.unit === 'percent' && /^(?:,|and|&)$/.test(next.clause.separator);
      next = inheritsDirection && next ? { ...entry, kind: 'change', direction: next.direction } : entry;
      return next;
    })
    .toReversed();
}

/** Attach to each transition the claim about the same change: in its clause, next to it in parentheses or after a dash, or equal to its change. */
function attachClaims(entries: readonly Entry[]): Entry[] {
  const taken = new Set<Entry>();
  const result = entries.map((entry, index): Entry => {
    if (entry.kind !== 'transition') return entry;
    const earlier = entries.slice(Math.max(0, index - 4), index).filter(isChange);
    const later = entries.slice(index + 1, index + 4).find(isChange);
    const near = [earlier.at(-1), later, earlier.at(-2)];
    const claim = near.find((candidate) => candidate && !taken.has(candidate) && belongsTo(candidate, entry));
    if (!claim) return entry;
    taken.add(claim);
    const { before, after } = entry;
    const { quantity } = claim;
    // "Reduced 200 reports to 12 dashboards": the object of the verb is the old state.
    const isOldState = claim.isObject && before === null && after && sameDimension({ ...after, unit: after.unit ?? 'count' }, quantity);
    if (!isOldState || quantity.unit === 'percent') return { ...entry, claim };
    const per = quantity.per ?? after.per;
    return { ...entry, subject: claim.subject, before: { ...quantity, per }, after: { ...after, per: after.per ?? per } };
  });
  return result.filter((entry) => !taken.has(entry));
}

const isChange = (entry: Entry): entry is Claim => entry.kind === 'change' || entry.kind === 'multiple';

function belongsTo(claim: Claim, transition: TransitionEntry): boolean {
  const { clause } = transition;
  if (claim.clause.from === clause.from || isConfirmedBy(claim, transition)) return true;
  // "cut by 60 percent, to under 20 minutes"
  if (transition.before === null && transition.subject === null && claim.clause.from < clause.from) return true;
  if (claim.direction === 'down' && transition.direction === 'up') return false;
  const [first, second] = claim.clause.from < clause.from ? [claim.clause, clause] : [clause, claim.clause];
  if (second.separator === '.' && claim.subject !== null) return false;
  return (second.parenthetical || /^[-–—(:[.]$/.test(second.separator)) && second.from - first.to <= 2;
}

/** Whether the two states differ by what a claim states, within five percent. */
function isConfirmedBy({ quantity, kind }: Claim, { before, after }: Transition): boolean {
  const ends = before && after && toCommonUnit(before, after);
  if (!ends || Math.min(...ends) <= 0 || quantity.value === null) return false;
  const [from, to] = ends;
  if (kind === 'change' && quantity.unit !== 'percent') {
    // "by $400K, from $1.2M to $800K"
    const unit = isDifferenceOf(before, quantity) ? before.unit : quantity.unit;
    const step = { ...quantity, unit, per: quantity.per ?? before.per };
    const difference = sameDimension(before, step) ? toCommonUnit(before, step) : null;
    return difference !== null && Math.abs(Math.abs(to - from) - difference[1]) <= 0.05 * difference[1];
  }
  const actual = kind === 'multiple' ? Math.max(to / from, from / to) : (100 * Math.abs(to - from)) / from;
  return Math.abs(actual - quantity.value) <= 0.05 * Math.max(actual, quantity.value);
}

/** Whether a claim in points is a difference between scores ("up 34 points, from 41 to 75"), or one in percentage points between percentages. */
function isDifferenceOf(state: Quantity, { unit }: Quantity): boolean {
  return (unit === 'point' && (state.unit === null || state.unit === 'count')) || (unit === 'percentage_point' && state.unit === 'percent');
}

/** Turn an amount next to a change in its clause, or a count after another amount, into a scope; a percentage next to a change stays a head. */
function demoteQualifiers(entries: readonly Entry[]): Entry[] {
  const withChange = new Set(entries.filter(({ kind, role }) => kind !== 'level' && role === 'head').map(({ clause }) => clause.from));
  const withAmount = new Set<number>();
  return entries.map((entry) => {
    if (entry.kind !== 'level' || entry.role !== 'head') return entry;
    const { from } = entry.clause;
    const followsAmount = withAmount.has(from) && entry.quantity.unit === 'count';
    withAmount.add(from);
    const qualifiesChange = withChange.has(from) && entry.quantity.unit !== 'percent' && entry.trigger === null;
    return followsAmount || qualifiesChange ? { ...entry, role: 'scope' } : entry;
  });
}

/** Drop an amount or a transition that repeats the previous one, "three times (3x)", and a bare amount in parentheses after a claim. */
function dropRepetitions(entries: readonly Entry[]): Entry[] {
  return entries.filter((entry, index) => {
    const [previous, next] = [entries[index - 1], entries[index + 1]];
    if (entry.kind === 'transition') {
      return !(entry.subject === null && hasSameStates(entry, next)) && !(previous?.subject != null && hasSameStates(entry, previous));
    }
    if (!previous) return true;
    const { kind, quantity, clause, subject } = entry;
    const other = previous.kind === 'transition' ? previous.claim : previous;
    const repeats = other?.kind === kind && isSameAmount(other.quantity, quantity);
    if (repeats && (clause.parenthetical || subject === null)) return false;
    return !(clause.parenthetical && kind === 'level' && !entries[0]?.clause.parenthetical);
  });
}

/** Whether another entry has the states of a transition: "5 days → 1 hour: lead time from about 5 days to 1 hour". */
function hasSameStates({ before, after }: Transition, other: Entry | undefined): boolean {
  return other?.kind === 'transition' && isSameAmount(before, other.before) && isSameAmount(after, other.after);
}

function isSameAmount(a: Quantity | null, b: Quantity | null): boolean {
  return a !== null && b !== null && a.value === b.value && a.unit === b.unit;
}

/** Keep the first duration, else the first scope that is more than a head count. */
function pickQualifier(entries: readonly Entry[]): Entry[] {
  const window = entries.find((entry) => entry.role === 'window' && isDuration(entry.quantity.unit));
  const scope = entries.find(({ role, subject }) => role === 'scope' && !headCounts.test(subject ?? ''));
  const found = window ?? scope;
  return found ? [found] : [];
}

const headCounts = /^(?:employees?|staff|people|engineers?|developers?|designers?|offices|stores|locations|members|consultants?)\b/i;

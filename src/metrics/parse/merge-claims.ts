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
  const timed = joined.some((entry) => entry.type === 'claim' && entry.claim.role === 'window');
  const heads = dropRepetitions(
    joined.filter((entry) => entry.type === 'transition' || (entry.claim.role === 'head' && !(timed && isTeam(entry.claim)))),
  );
  return heads.length > 0 ? heads : pickQualifier(joined);
}

/** A claim or a transition, in the order of the text; `at` is the index of its item. */
export type Entry = { type: 'claim'; at: number; claim: Claim } | TransitionEntry;

export interface TransitionEntry {
  type: 'transition';
  at: number;
  transition: Transition;
  /** The whole of its states: 5 in "from 2 of 5 to 4 of 5". */
  outOf: number | null;
  clause: Clause;
  subject: string | null;
  /** The claim about the same change: "down 75% (from 8% to 2%)". */
  claim: Claim | null;
}

/** Whether a claim only counts who did the work: "Three engineers shipped it in 2 weeks". */
function isTeam({ kind, quantity, subject, index, clause }: Claim): boolean {
  return (
    index <= clause.from &&
    kind === 'level' &&
    quantity.unit === 'count' &&
    /^(?:[\w-]+ )?(?:engineers?|developers?|designers?|people|consultants?)\b/i.test(subject ?? '')
  );
}

/** Give a bare percentage the direction of the next one: "85%, 60% and 30% more traffic". */
function propagateDirection(entries: readonly Entry[]): Entry[] {
  let next: Claim | null = null;
  return entries
    .toReversed()
    .map((entry): Entry => {
      if (entry.type !== 'claim') return entry;
      const { claim } = entry;
      const bare = claim.kind === 'level' && claim.quantity.unit === 'percent' && claim.clause.to - claim.clause.from === 1;
      const inheritsDirection =
        bare && next?.kind === 'change' && next.quantity.unit === 'percent' && /^(?:,|and|&)$/.test(next.clause.separator);
      next = inheritsDirection && next ? { ...claim, kind: 'change', direction: next.direction } : claim;
      return { ...entry, claim: next };
    })
    .toReversed();
}

/** Attach to each transition the claim about the same change: in its clause, next to it in parentheses or after a dash, or equal to its change. */
function attachClaims(entries: readonly Entry[]): Entry[] {
  const taken = new Set<Claim>();
  const result = entries.map((entry, index): Entry => {
    if (entry.type === 'claim') return entry;
    const [before, after] = [changesIn(entries.slice(Math.max(0, index - 4), index)), changesIn(entries.slice(index + 1, index + 4))];
    const near = [before.at(-1), after[0], before.at(-2)].filter((claim) => claim !== undefined && !taken.has(claim));
    const claim = near.find((candidate) => candidate && belongsTo(candidate, entry));
    if (!claim) return entry;
    taken.add(claim);
    const { transition } = entry;
    // "Reduced 200 reports to 12 dashboards": the object of the verb is the old state.
    if (
      claim.isObject &&
      transition.before === null &&
      transition.after &&
      sameDimension({ ...transition.after, unit: transition.after.unit ?? 'count' }, claim.quantity) &&
      claim.quantity.unit !== 'percent'
    ) {
      const per = claim.quantity.per ?? transition.after.per;
      const [before, after] = [
        { ...claim.quantity, per },
        { ...transition.after, per: transition.after.per ?? per },
      ];
      return { ...entry, subject: claim.subject, transition: { ...transition, before, after } };
    }
    return { ...entry, claim };
  });
  return result.filter((entry) => entry.type === 'transition' || !taken.has(entry.claim));
}

const isChange = ({ kind }: Claim) => kind === 'change' || kind === 'multiple';

const changesIn = (entries: readonly Entry[]) =>
  entries.flatMap((entry) => (entry.type === 'claim' && isChange(entry.claim) ? [entry.claim] : []));

function belongsTo(claim: Claim, { transition, clause, subject }: TransitionEntry): boolean {
  if (claim.clause.from === clause.from || isConfirmedBy(claim, transition)) return true;
  // "cut by 60 percent, to under 20 minutes"
  if (transition.before === null && subject === null && claim.clause.from < clause.from) return true;
  const opposed =
    claim.direction !== transition.direction && claim.direction !== null && transition.direction !== null && claim.direction === 'down';
  const [first, second] = claim.clause.from < clause.from ? [claim.clause, clause] : [clause, claim.clause];
  return (
    !opposed &&
    (second.parenthetical || /^[-–—(:[.]$/.test(second.separator)) &&
    second.from - first.to <= 2 &&
    !(second.separator === '.' && claim.subject !== null)
  );
}

/** Whether the two states differ by what a claim states, within five percent. */
function isConfirmedBy({ quantity, kind }: Claim, { before, after }: Pick<Transition, 'before' | 'after'>): boolean {
  const ends = before && after && toCommonUnit(before, after);
  if (!ends || ends[0] <= 0 || ends[1] <= 0 || quantity.value === null) return false;
  // "by $400K, from $1.2M to $800K"
  const step =
    before && isDifferenceOf(before, quantity) ? { ...quantity, unit: before.unit } : quantity.unit === 'percent' ? null : quantity;
  const difference =
    kind === 'change' && before && step && sameDimension(before, step) && toCommonUnit(before, { ...step, per: step.per ?? before.per });
  if (difference) return Math.abs(Math.abs(ends[1] - ends[0]) - difference[1]) <= 0.05 * difference[1];
  const actual = kind === 'multiple' ? Math.max(ends[1] / ends[0], ends[0] / ends[1]) : (100 * Math.abs(ends[1] - ends[0])) / ends[0];
  return (
    (kind === 'multiple' || quantity.unit === 'percent') && Math.abs(actual - quantity.value) <= 0.05 * Math.max(actual, quantity.value)
  );
}

/** Whether a claim in points is a difference between scores ("up 34 points, from 41 to 75"), or one in percentage points between percentages. */
function isDifferenceOf(state: Quantity, { unit }: Quantity): boolean {
  return (unit === 'point' && (state.unit === null || state.unit === 'count')) || (unit === 'percentage_point' && state.unit === 'percent');
}

/** Turn an amount next to a change in its clause, or a count after another amount, into a scope; a percentage next to a change stays a head. */
function demoteQualifiers(entries: readonly Entry[]): Entry[] {
  const withChange = new Set(
    entries.flatMap((entry) =>
      entry.type === 'transition'
        ? [entry.clause.from]
        : isChange(entry.claim) && entry.claim.role === 'head'
          ? [entry.claim.clause.from]
          : [],
    ),
  );
  const withCount = new Set<number>();
  return entries.map((entry) => {
    if (entry.type !== 'claim' || entry.claim.kind !== 'level' || entry.claim.role !== 'head') return entry;
    const { claim } = entry;
    const { from } = claim.clause;
    const followsCount = withCount.has(from) && claim.quantity.unit === 'count';
    withCount.add(from);
    const qualifiesChange = withChange.has(from) && claim.quantity.unit !== 'percent' && claim.trigger === null;
    return followsCount || qualifiesChange ? { ...entry, claim: { ...claim, role: 'scope' } } : entry;
  });
}

/** Drop an amount or a transition that repeats the previous one, "three times (3x)", and a bare amount in parentheses after a claim. */
function dropRepetitions(entries: readonly Entry[]): Entry[] {
  const [opening] = entries;
  return entries.filter((entry, index) => {
    const [previous, next] = [entries[index - 1], entries[index + 1]];
    if (entry.type === 'transition')
      return (
        !(isSameTransition(entry, next) && entry.subject === null) && !(isSameTransition(entry, previous) && previous?.subject !== null)
      );
    if (!opening || !previous) return true;
    const { claim } = entry;
    const repeats =
      previous.claim?.kind === claim.kind &&
      previous.claim.quantity.value === claim.quantity.value &&
      previous.claim.quantity.unit === claim.quantity.unit;
    if (repeats && (claim.clause.parenthetical || claim.subject === null)) return false;
    return !(claim.clause.parenthetical && claim.kind === 'level' && !clauseOf(opening).parenthetical);
  });
}

/** Whether the next or previous entry has the states of a transition: "5 days → 1 hour: lead time from about 5 days to 1 hour". */
function isSameTransition({ transition }: TransitionEntry, other: Entry | undefined): other is TransitionEntry {
  if (other?.type !== 'transition') return false;
  const same = (a: Quantity | null, b: Quantity | null) => a !== null && b !== null && a.value === b.value && a.unit === b.unit;
  return same(transition.before, other.transition.before) && same(transition.after, other.transition.after);
}

/** Return the clause of an entry. */
export function clauseOf(entry: Entry): Clause {
  return entry.type === 'claim' ? entry.claim.clause : entry.clause;
}

/** Keep the first duration, else the first scope that is more than a head count. */
function pickQualifier(entries: readonly Entry[]): Entry[] {
  const claims = entries.flatMap((entry) => (entry.type === 'claim' ? [entry] : []));
  const window = claims.find(({ claim }) => claim.role === 'window' && isDuration(claim.quantity.unit));
  const scope = claims.find(
    ({ claim }) =>
      claim.role === 'scope' &&
      !/^(?:employees?|staff|people|engineers?|developers?|designers?|offices|stores|locations|members|consultants?)\b/i.test(
        claim.subject ?? '',
      ),
  );
  const found = window ?? scope;
  return found ? [found] : [];
}

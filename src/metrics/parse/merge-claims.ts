import { comparable, isDuration, sameKind } from '../model/scale.ts';
import type { Claim } from './claims.ts';
import type { Clause } from './clauses.ts';
import type { Transition } from './transitions.ts';
import type { Quantity } from '../model/types.ts';

/**
 * Join claims with the two states they sum up, drop a figure said twice and what only qualifies another. Where no head number is left, one
 * qualifier that measures the work or its reach stands for the text: a duration before a count.
 */
export function joinClaims(told: readonly Told[]): Told[] {
  const joined = dropQualifiers(attachClaims(leanForward(told)));
  const timed = joined.some((entry) => entry.type === 'claim' && entry.claim.role === 'window');
  const heads = dropRepeated(
    joined.filter((entry) => entry.type === 'transition' || (entry.claim.role === 'head' && !(timed && isTeam(entry.claim)))),
  );
  return heads.length > 0 ? heads : fallback(joined);
}

/** What a text tells, before claims are joined with the states they sum up. */
export type Told = { type: 'claim'; at: number; claim: Claim } | ToldTransition;

export interface ToldTransition {
  type: 'transition';
  at: number;
  transition: Transition;
  clause: Clause;
  subject: string | null;
  /** The claim stated beside the two states. */
  claim: Claim | null;
}

/** "Three engineers shipped it in 2 weeks": who did the work, told beside how long it took. */
function isTeam({ kind, quantity, subject, index, clause }: Claim): boolean {
  if (index > clause.from) return false;
  return (
    kind === 'level' &&
    quantity.unit === 'count' &&
    /^(?:[\w-]+ )?(?:engineers?|developers?|designers?|people|consultants?)\b/i.test(subject ?? '')
  );
}

/** "85%, 60% and 30% more traffic": bare percentages are what the next one is. */
function leanForward(told: readonly Told[]): Told[] {
  let next: Claim | null = null;
  return told
    .toReversed()
    .map((entry): Told => {
      if (entry.type !== 'claim') return entry;
      const { claim } = entry;
      const bare = claim.kind === 'level' && claim.quantity.unit === 'percent' && claim.clause.to - claim.clause.from === 1;
      const leans = bare && next?.kind === 'change' && next.quantity.unit === 'percent' && /^(?:,|and|&)$/.test(next.clause.link);
      next = leans && next ? { ...claim, kind: 'change', direction: next.direction } : claim;
      return { ...entry, claim: next };
    })
    .toReversed();
}

/** Give each transition the claim stated beside it: in its clause, next to it in parentheses or after a dash, or one its numbers bear out. */
function attachClaims(told: readonly Told[]): Told[] {
  const taken = new Set<Claim>();
  const result = told.map((entry, index): Told => {
    if (entry.type === 'claim') return entry;
    const moves = (entries: readonly Told[]) => entries.filter((other) => other.type === 'claim' && isMove(other.claim));
    const [before, after] = [moves(told.slice(Math.max(0, index - 4), index)), moves(told.slice(index + 1, index + 4))];
    const near = [before.at(-1), after[0], before.at(-2)].flatMap((other) =>
      other?.type === 'claim' && isMove(other.claim) && !taken.has(other.claim) ? [other.claim] : [],
    );
    const claim = near.find((candidate) => belongs(candidate, entry));
    if (!claim) return entry;
    taken.add(claim);
    const { transition } = entry;
    // "Reduced 200 reports to 12 dashboards" names the old state as the object of its verb.
    if (
      claim.object &&
      transition.before === null &&
      transition.after &&
      sameKind({ ...transition.after, unit: transition.after.unit ?? 'count' }, claim.quantity) &&
      claim.quantity.unit !== 'percent'
    ) {
      return { ...entry, subject: claim.subject, transition: { ...transition, before: claim.quantity } };
    }
    return { ...entry, claim };
  });
  return result.filter((entry) => entry.type === 'transition' || !taken.has(entry.claim));
}

const isMove = ({ kind }: Claim) => kind === 'change' || kind === 'multiple';

function belongs(claim: Claim, { transition, clause, subject }: ToldTransition): boolean {
  const same = claim.clause.from === clause.from;
  const borneOut = isBorneOut(claim, transition.before, transition.after);
  if (same || borneOut) return true;
  // "cut by 60 percent, to under 20 minutes"
  if (transition.before === null && subject === null && claim.clause.from < clause.from) return true;
  const opposed =
    claim.direction !== transition.direction && claim.direction !== null && transition.direction !== null && claim.direction === 'down';
  const [first, second] = claim.clause.from < clause.from ? [claim.clause, clause] : [clause, claim.clause];
  return (
    !opposed &&
    (second.aside || /^[-–—(:[.]$/.test(second.link)) &&
    second.from - first.to <= 2 &&
    !(second.link === '.' && claim.subject !== null)
  );
}

/** Whether the two states make the change a claim states, within five percent of it. */
function isBorneOut(
  { quantity, kind }: Claim,
  before: ToldTransition['transition']['before'],
  after: ToldTransition['transition']['after'],
): boolean {
  const ends = before && after && comparable(before, after);
  if (!ends || ends[0] <= 0 || ends[1] <= 0 || quantity.value === null) return false;
  // "by $400K, from $1.2M to $800K"
  const step = before && isPointsOf(before, quantity) ? { ...quantity, unit: before.unit } : quantity.unit === 'percent' ? null : quantity;
  const difference = kind === 'change' && before && step && sameKind(before, step) && comparable(before, step);
  if (difference) return Math.abs(Math.abs(ends[1] - ends[0]) - difference[1]) <= 0.05 * difference[1];
  const actual = kind === 'multiple' ? Math.max(ends[1] / ends[0], ends[0] / ends[1]) : (100 * Math.abs(ends[1] - ends[0])) / ends[0];
  return (
    (kind === 'multiple' || quantity.unit === 'percent') && Math.abs(actual - quantity.value) <= 0.05 * Math.max(actual, quantity.value)
  );
}

/** Points are steps of a score, and percentage points of a percentage: "up 34 points, from 41 to 75". */
function isPointsOf(state: Quantity, { unit }: Quantity): boolean {
  return (unit === 'point' && (state.unit === null || state.unit === 'count')) || (unit === 'percentage_point' && state.unit === 'percent');
}

/** Within one clause an amount beside a claim only sizes it; a rate told with its own noun stands. */
function dropQualifiers(told: readonly Told[]): Told[] {
  const moved = new Set(
    told.flatMap((entry) =>
      entry.type === 'transition'
        ? [entry.clause.from]
        : isMove(entry.claim) && entry.claim.role === 'head'
          ? [entry.claim.clause.from]
          : [],
    ),
  );
  const counted = new Set<number>();
  return told.map((entry) => {
    if (entry.type !== 'claim' || entry.claim.kind !== 'level' || entry.claim.role !== 'head') return entry;
    const { claim } = entry;
    const second = counted.has(claim.clause.from) && claim.quantity.unit === 'count';
    counted.add(claim.clause.from);
    if (second) return { ...entry, claim: { ...claim, role: 'scope' } };
    if (!moved.has(claim.clause.from) || claim.quantity.unit === 'percent' || claim.by !== null) return entry;
    return { ...entry, claim: { ...claim, role: 'scope' } };
  });
}

/** One figure said twice, "three times (3x)", and bare amounts in parentheses behind a claim, are one entry. */
function dropRepeated(told: readonly Told[]): Told[] {
  const [opening] = told;
  return told.filter((entry, index) => {
    const before = told[index - 1];
    if (entry.type !== 'claim' || before === undefined) return true;
    const { claim } = entry;
    const known = before.claim;
    if (
      known &&
      known.kind === claim.kind &&
      known.quantity.value === claim.quantity.value &&
      known.quantity.unit === claim.quantity.unit &&
      (claim.clause.aside || claim.subject === null)
    )
      return false;
    return !(claim.clause.aside && claim.kind === 'level' && opening && !clauseOf(opening).aside);
  });
}

const clauseOf = (entry: Told) => (entry.type === 'claim' ? entry.claim.clause : entry.clause);

function fallback(told: readonly Told[]): Told[] {
  const claims = told.flatMap((entry) => (entry.type === 'claim' ? [entry] : []));
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

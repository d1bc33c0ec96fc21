import { type AmountItem, isAmount, isSign, isWord, type Item, wordOf } from './items.ts';
import { comparativeDirection, factorWord, isConjunction, nounDirection, verbDirection } from './lexicon.ts';
import { cueOf, isArrow, linkAt } from './connectives.ts';
import { isDuration, sameKind } from '../model/scale.ts';
import {
  alike,
  amountBefore,
  amountEnd,
  directionOf,
  type End,
  endAt,
  endBefore,
  endOfPhrase,
  quantityOf,
  share,
  wordsEnd,
} from './endpoints.ts';
import type { Direction, Quantity } from '../model/types.ts';

/** Find where two states of one quantity are told (from A to B, A → B, B instead of A) or the new one alone (reduced to B). */
export function findTransitions(items: readonly Item[]): Transition[] {
  const found: Transition[] = [];
  const used = new Set<number>();
  const take = (transition: Transition | null) => {
    if (!transition || transition.amounts.some((index) => used.has(index))) return;
    for (const index of transition.amounts) used.add(index);
    found.push(transition);
  };
  for (const find of [fromTo, arrow, plainTo, into, cued]) for (let index = 0; index < items.length; index++) take(find(items, index));
  for (let index = 0; index < items.length; index++) take(against(items, index));
  for (let index = 0; index < items.length; index++) if (isAmount(items[index]) && !used.has(index)) take(reached(items, index, used));
  return found.toSorted((a, b) => a.from - b.from);
}

/** A transition with the span of items it is told in, the end not included, and the amounts it uses up. */
export interface Transition {
  from: number;
  to: number;
  amounts: number[];
  before: Quantity | null;
  after: Quantity | null;
  direction: Direction | null;
}

const reach = 12;

/** from A to B, von A auf B, de A à B. */
function fromTo(items: readonly Item[], index: number): Transition | null {
  if (!/^(?:from|von|vom|de|desde|du)$/.test(wordOf(items[index]))) return null;
  if (/^(?:ranging|range|ranges|ranged)$/.test(wordOf(items[index - 1]))) return null;
  const english = wordOf(items[index]) === 'from';
  const first = endAt(items, index + 1);
  if (!english && first?.amount == null) return null;
  const upTo = first ? items[first.to] : undefined;
  if (first && isAmount(upTo) && upTo.lead === 'up to')
    return between(items, index, first, { ...amountEnd(first.to, upTo), quantity: { ...quantityOf(upTo), bound: 'exact' } });
  for (let at = first ? first.to : index + 1; at < Math.min(items.length, index + reach); at++) {
    const item = items[at];
    if (isSign(item, '.', ';', '(', ')', '\n', '|', '•') || (at > index && wordOf(item) === 'from')) return null;
    if (first === null && isAmount(item)) return null;
    if (!(english ? /^to$/ : /^(?:auf|à|a|para|hasta|zu|bis|em)$/).test(wordOf(item)) && !isArrow(item)) continue;
    const second = endAt(items, at + 1);
    if (second?.amount == null && first?.amount == null) return null;
    // "from an idea to a service": words at both ends are a span; words at one end are a state without a number.
    if (first?.amount == null && !(second && at - index <= 7 && opensState(items, index))) return null;
    if (second === null && isWord(items[at + 1]) && /^(?:\d|the|our|their|all|every|each)$/.test(wordOf(items[at + 1]))) return null;
    return between(items, index, first ?? wordsEnd(index + 1, at), second ?? wordsEnd(at + 1, endOfPhrase(items, at + 1)));
  }
  return null;
}

/** Whether a verb or noun of movement stands before, so that "from trusted MIS to 3 days" is a move and not a route. */
function opensState(items: readonly Item[], index: number): boolean {
  return (
    directionBefore(items, index, reach) !== null ||
    /^(?:went|go|goes|going|moved|moving|shifted|taken|brought|transitioned)$/.test(wordOf(items[index - 1]))
  );
}

/** A → B. */
function arrow(items: readonly Item[], index: number): Transition | null {
  if (!isArrow(items[index])) return null;
  const frequency = /^(?:daily|weekly|monthly|quarterly|yearly|annually|manual|overnight)$/.test(wordOf(items[index - 1]));
  const before = endBefore(items, index) ?? (frequency ? wordsEnd(index - 1, index) : null);
  const after = endAt(items, index + 1);
  return before && after && (before.amount !== null || after.amount !== null) ? between(items, before.from, before, after) : null;
}

/** 8 s to 2 s, 15 % to 22 %: two amounts with their own units, not a range. */
function plainTo(items: readonly Item[], index: number): Transition | null {
  const [first, link, second] = [items[index], items[index + 1], items[index + 2]];
  if (!isAmount(first) || !isAmount(second) || wordOf(link) !== 'to' || first.unit === null || second.unit === null) return null;
  if (/^(?:from|between)$/.test(wordOf(items[index - 1])) || first.factor || second.factor) return null;
  return between(items, index, amountEnd(index, first), amountEnd(index + 2, second));
}

/** turned a 3-hour process into a 10-minute one */
function into(items: readonly Item[], index: number): Transition | null {
  if (wordOf(items[index]) !== 'into') return null;
  const [before, after] = [amountBefore(items, index), endAt(items, index + 1)];
  const [old, now] = [items[before?.amount ?? -1], items[after?.amount ?? -1]];
  if (!before || !after || !isAmount(old) || !isAmount(now) || !isDuration(old.unit) || !isDuration(now.unit)) return null;
  return between(items, before.from, before, after);
}

/** B from A, B vs A, B instead of A, B (previously A). */
function against(items: readonly Item[], index: number): Transition | null {
  const link = linkAt(items, index);
  if (!link) return null;
  const before = endAt(items, link.to);
  if (before?.amount == null && !(before && link.strong)) return null;
  const after = amountBefore(items, index, items[before.amount ?? -1]);
  if (!after) return null;
  const [old, now] = [items[before.amount ?? -1], items[after.amount ?? -1]];
  if (!isAmount(now) || isComparedClaim(items, after.to)) return null;
  if (isAmount(old)) {
    if (old.factor !== now.factor || !alike(old, now)) return null;
    // "4.9 stars from 2,300 reviews": a number with its own noun is no old state of a unit.
    if (!link.strong && old.unit === null && now.unit !== null && isWord(items[before.to])) return null;
    // "500 users from 12 countries" compares nothing: two bare counts need a word that says so.
    const bare = old.unit === null && now.unit === null;
    if (!link.strong && bare && isWord(items[before.to]) && !link.moved && !/^(?:to|auf)$/.test(wordOf(items[after.from - 1]))) return null;
    if (!link.strong && !link.moved && !bare && !/^(?:to|auf)$/.test(wordOf(items[after.from - 1])) && index - after.to > 3) return null;
  }
  return between(items, after.from, before, after);
}

/** A before and B now, told by cues near two amounts: was 5 days, now takes 2 hours. */
function cued(items: readonly Item[], index: number): Transition | null {
  const first = items[index];
  if (!isAmount(first) || first.factor) return null;
  const cue = cueOf(items, index);
  if (!cue) return null;
  for (let at = index + 1; at < Math.min(items.length, index + reach + 4); at++) {
    const second = items[at];
    if (!isAmount(second)) continue;
    const other = cueOf(items, at);
    if (!other || other === cue || second.factor || !alike(first, second)) return null;
    const [a, b] = [amountEnd(index, first), amountEnd(at, second)];
    return cue === 'before' ? between(items, index, a, b) : between(items, index, b, a);
  }
  return null;
}

/** increased to 99 %, cut to 5 minutes: the new state alone. */
function reached(items: readonly Item[], index: number, used: ReadonlySet<number>): Transition | null {
  const amount = items[index];
  if (!isAmount(amount) || amount.factor || amount.adjective) return null;
  let at = index - 1;
  while (
    at > 0 &&
    /^(?:just|only|a|an|the|under|less|merely|mere|now|nur|even|as|low|high|little|about|average|of)$/.test(wordOf(items[at]))
  )
    at -= 1;
  if (!/^(?:to|auf|à|hasta)$/.test(wordOf(items[at]))) return null;
  const direction = directionBefore(items, at, reach);
  if (!direction || used.has(at)) return null;
  const next = wordOf(items[index + 1]);
  if (nounDirection(next) || comparativeDirection(next)) return null;
  const earlier = stateBefore(items, at, amount, used);
  const before = earlier?.quantity ?? null;
  const way = before ? directionOf(before, quantityOf(amount)) : direction;
  const amounts = earlier?.amount == null ? [index] : [earlier.amount, index];
  return { from: at, to: index + 1, amounts, before, after: quantityOf(amount), direction: way };
}

/** costs of £1.5m were reduced [to £300k]: an old state before the verb, of the same kind and told with no other role. */
function stateBefore(items: readonly Item[], to: number, amount: AmountItem, used: ReadonlySet<number>): End | null {
  let verb = false;
  for (let at = to - 1; at >= Math.max(0, to - reach); at--) {
    const item = items[at];
    if (isSign(item, '.', ',', ';', '(', ')', '\n', '|', '•', ':')) return null;
    verb ||= verbDirection(wordOf(item)) !== undefined;
    if (!isAmount(item)) continue;
    const role =
      /^(?:by|in|over|within|for|with|across|than|per)$/.test(wordOf(items[at - 1])) || item.lead === 'over' || item.lead === 'within';
    return verb && !used.has(at) && !role && !item.factor && item.unit !== null && item.unit === amount.unit && item.sign === null
      ? amountEnd(at, item)
      : null;
  }
  return null;
}

/** The direction that the nearest verb, noun or `up`/`down` before an index tells, within one clause. */
function directionBefore(items: readonly Item[], index: number, limit: number): Direction | null {
  for (let at = index - 1; at >= Math.max(0, index - limit); at--) {
    const item = items[at];
    if (isSign(item, '.', ';', '(', ')', '\n', '|', '•', ':')) return null;
    const word = wordOf(item);
    if (word === 'up' || word === 'down') return word;
    if (isAmount(item) && item.told) return item.told;
    const direction = verbDirection(word) ?? nounDirection(word) ?? factorWord(word)?.direction;
    if (direction) return direction;
    if (isConjunction(word) && at < index - 4) return null;
  }
  return null;
}

function between(items: readonly Item[], from: number, first: End, second: End): Transition | null {
  const [before, after] = share(first, second, items);
  if (before && after && first.amount !== null && second.amount !== null && !sameKind(before, after)) return null;
  const amounts = [first.amount, second.amount].filter((index) => index !== null);
  const span = { from: Math.min(from, first.from, second.from), to: Math.max(first.to, second.to) };
  const direction = directionOf(before, after) ?? (before && after ? null : oneSidedDirection(items, span.from, after));
  return { ...span, amounts, before, after, direction };
}

/** Where one state is told in words the verb says the way; what came to take so long a time took longer before. */
function oneSidedDirection(items: readonly Item[], from: number, after: Quantity | null): Direction | null {
  return directionBefore(items, from, reach) ?? (isDuration(after?.unit ?? null) ? 'down' : null);
}

/** Whether a claim's own word follows the amount, so that what comes after is its comparator: "20% higher than 5%". */
function isComparedClaim(items: readonly Item[], after: number): boolean {
  return [items[after], items[after + 1]].some((item) => {
    const word = wordOf(item);
    return comparativeDirection(word) !== undefined || nounDirection(word) !== undefined;
  });
}

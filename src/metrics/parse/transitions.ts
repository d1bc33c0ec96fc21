import { comparablePeriods, directionBetween, isDuration, sameDimension } from '../model/dimensions.ts';
import { connectiveAt, followingCue, isArrow, stateCue } from './connectives.ts';
import {
  amountBefore,
  amountEndpoint,
  endOfWords,
  type Endpoint,
  endpointBefore,
  endpointFrom,
  shareUnits,
  wordsEndpoint,
} from './endpoints.ts';
import { isAmount, isSymbol, isWord, type Item, quantityOf, type Transition, wholesOf, wordOf } from './items.ts';
import { namesChange, nounDirection, verbDirection } from './lexicon.ts';
import { isPeriodAdjective } from './periods.ts';
import { directionBefore, maxDistance, reached } from './reached-states.ts';

/** Find two states of one quantity (from A to B, A → B, B instead of A), or the new state alone (reduced to B), in the order of the text. */
export function findTransitions(items: readonly Item[]): Transition[] {
  const found: Transition[] = [];
  const used = new Set<number>();
  const take = (transition: Transition | null) => {
    if (!transition || transition.amounts.some((index) => used.has(index))) return;
    for (const index of transition.amounts) used.add(index);
    found.push(transition);
  };
  for (const find of [fromTo, arrow, amountToAmount, verbLast, into, cued, compared])
    for (let index = 0; index < items.length; index++) take(find(items, index));
  for (let index = 0; index < items.length; index++) if (isAmount(items[index]) && !used.has(index)) take(reached(items, index, used));
  return found.toSorted((a, b) => a.from - b.from);
}

/** "from A to B", "von A auf B", "de A à B". */
function fromTo(items: readonly Item[], index: number): Transition | null {
  const [previous, word] = [wordOf(items[index - 1]), wordOf(items[index])];
  if (!/^(?:from|von|vom|de|desde|du|del)$/.test(word) || /^(?:ranging|range|ranges|ranged)$/.test(previous)) return null;
  const english = word === 'from';
  const first = endpointFrom(items, index + 1);
  if (!english && first?.amount == null) return null;
  const upTo = first ? items[first.to] : undefined;
  if (first && isAmount(upTo) && upTo.boundWord === 'up to') {
    const quantity = { ...quantityOf(upTo), bound: 'exact', boundText: null } as const;
    return makeTransition(items, index, first, { ...amountEndpoint(first.to, upTo), quantity });
  }
  for (let at = first ? first.to : index + 1; at < Math.min(items.length, index + maxDistance); at++) {
    const item = items[at];
    if (isSymbol(item, '.', ';', '(', ')', '\n', '|', '•') || (at > index && wordOf(item) === 'from')) return null;
    if (first === null && isAmount(item)) return null;
    if (!(english ? /^to$/ : /^(?:auf|à|a|al|au|para|hasta|zu|bis|em)$/).test(wordOf(item)) && !isArrow(item)) continue;
    const second = endpointFrom(items, at + 1);
    // "Del 12 al 30 de mayo", "reducción del 40 % al año": a date, a range or a period.
    const isDate = !first?.quantity?.unit || !second?.quantity?.unit || nounDirection(previous) !== undefined;
    if (isDate && /^(?:al|au)$/.test(wordOf(item))) return null;
    if (second?.amount == null && (first?.amount == null || items.slice(first.to, at).some((item) => isSymbol(item, ',')))) return null;
    // "from an idea to a service": words at both ends are no transition; words at one end may be a state without a number.
    const mayBeWords = second && at - index <= 7 && (followsMovement(items, index) || isPeriodAdjective(wordOf(items[index + 1])));
    if (first?.amount == null && !mayBeWords) return null;
    if (second === null && isWord(items[at + 1]) && /^(?:\d|the|our|their|all|every|each)$/.test(wordOf(items[at + 1]))) return null;
    return makeTransition(items, index, first ?? wordsEndpoint(index + 1, at), second ?? wordsEndpoint(at + 1, endOfWords(items, at + 1)));
  }
  return null;
}

/** Whether a verb or noun of movement precedes, so that "went from overnight to 3 minutes" states two states. */
function followsMovement(items: readonly Item[], index: number): boolean {
  return (
    directionBefore(items, index) !== null ||
    /^(?:went|go|goes|going|moved|moving|shifted|taken|brought|transitioned)$/.test(wordOf(items[index - 1]))
  );
}

/** "A → B". */
function arrow(items: readonly Item[], index: number): Transition | null {
  if (!isArrow(items[index])) return null;
  const frequency = /^(?:daily|weekly|monthly|quarterly|yearly|annually|manual|overnight)$/.test(wordOf(items[index - 1]));
  const before = endpointBefore(items, index) ?? (frequency ? wordsEndpoint(index - 1, index) : nothingBefore(items, index));
  const after = endpointFrom(items, index + 1);
  return before && after && (before.amount !== null || after.amount !== null) ? makeTransition(items, before.from, before, after) : null;
}

/** Return the state of "N/A", "none" or "nothing" before an arrow. */
function nothingBefore(items: readonly Item[], index: number): Endpoint | null {
  const [n, slash, a] = [wordOf(items[index - 3]), items[index - 2], wordOf(items[index - 1])];
  if (n === 'n' && a === 'a' && isSymbol(slash, '/')) return wordsEndpoint(index - 3, index);
  return /^(?:none|nothing|never|nichts|keine?|rien|aucune?|nada|ninguno|ninguna)$/.test(a) ? wordsEndpoint(index - 1, index) : null;
}

/** "8 s to 2 s", "15 % to 22 %": two amounts, each with a unit, are no range. */
function amountToAmount(items: readonly Item[], index: number): Transition | null {
  const [first, link, second] = [items[index], items[index + 1], items[index + 2]];
  if (!isAmount(first) || !isAmount(second) || wordOf(link) !== 'to' || first.unit === null || second.unit === null) return null;
  if (first.factor || second.factor || /^(?:from|between)$/.test(wordOf(items[index - 1]))) return null;
  return makeTransition(items, index, amountEndpoint(index, first), amountEndpoint(index + 2, second));
}

/** "9 % Ausschuss auf 4 % gesenkt", "1.240 Anrufe pro Woche auf 310 Anrufe reduziert": in German the verb may come last. */
function verbLast(items: readonly Item[], index: number): Transition | null {
  const first = items[index];
  if (!isAmount(first)) return null;
  const to = [1, 2, 3, 4, 5].map((distance) => index + distance).find((at) => wordOf(items[at]) === 'auf') ?? items.length;
  const second = items[to + 1];
  if (!isAmount(second) || first.factor || second.factor || first.unit !== second.unit) return null;
  // "3 Kosten auf 12 Servern gesenkt": bare counts are states only of the same thing.
  const noun = wordOf(items[index + 1]);
  if (first.unit === null && (noun === '' || noun !== wordOf(items[to + 2]))) return null;
  if (!items.slice(index + 1, to).every(isWord)) return null;
  const verb = items.slice(to + 2, to + 7).find((item) => !isWord(item) || verbDirection(item.lower) !== undefined);
  if (!isWord(verb)) return null;
  return makeTransition(items, index, amountEndpoint(index, first), amountEndpoint(to + 1, second));
}

/** "turned a 3-hour process into a 10-minute one". */
function into(items: readonly Item[], index: number): Transition | null {
  if (wordOf(items[index]) !== 'into') return null;
  const [before, after] = [amountBefore(items, index), endpointFrom(items, index + 1)];
  const [old, now] = [items[before?.amount ?? -1], items[after?.amount ?? -1]];
  if (!before || !after || !isAmount(old) || !isAmount(now) || !isDuration(old.unit) || !isDuration(now.unit)) return null;
  return makeTransition(items, before.from, before, after);
}

/** "B from A", "B vs A", "B instead of A", "B (previously A)". */
function compared(items: readonly Item[], index: number): Transition | null {
  const connective = connectiveAt(items, index);
  if (!connective) return null;
  const { explicit, afterMovement } = connective;
  const before = endpointFrom(items, connective.to);
  if (!before || (before.amount === null && !explicit)) return null;
  const old = items[before.amount ?? -1];
  const after = amountBefore(items, index, old);
  const now = items[after?.amount ?? -1];
  if (!after || !isAmount(now) || hasComparator(items, after.to)) return null;
  if (isAmount(old) && (old.factor !== now.factor || !sameDimension(old, now))) return null;
  if (isAmount(old) && !explicit) {
    const hasNoun = isWord(items[before.to]);
    // "4.9 stars from 2,300 reviews": a number with its own noun is no old state of an amount with a unit.
    if (old.unit === null && now.unit !== null && hasNoun) return null;
    // "500 users from 12 countries" is no transition: two bare counts need an explicit connective.
    const bare = old.unit === null && now.unit === null;
    const isReached = afterMovement || /^(?:to|auf)$/.test(wordOf(items[after.from - 1]));
    if (!isReached && (bare ? hasNoun : index - after.to > 3)) return null;
  }
  // "1,240 tickets before vs 770 now": the words of each state outweigh their order.
  const isReversed = followingCue(items, after.amount) === 'before' || followingCue(items, before.amount) === 'after';
  return isReversed ? makeTransition(items, after.from, after, before) : makeTransition(items, after.from, before, after);
}

/** "was 5 days, now takes 2 hours": words near two amounts mark the old and the new state. */
function cued(items: readonly Item[], index: number): Transition | null {
  const first = items[index];
  if (!isAmount(first) || first.factor) return null;
  const cue = stateCue(items, index) ?? followingCue(items, index);
  if (!cue) return null;
  for (let at = index + 1; at < Math.min(items.length, index + maxDistance + 4); at++) {
    const second = items[at];
    if (!isAmount(second)) continue;
    const other = stateCue(items, at) ?? followingCue(items, at);
    if (!other || other === cue || second.factor || !sameDimension(first, second)) return null;
    const [a, b] = [amountEndpoint(index, first), amountEndpoint(at, second)];
    return cue === 'before' ? makeTransition(items, index, a, b) : makeTransition(items, index, b, a);
  }
  return null;
}

function makeTransition(items: readonly Item[], from: number, first: Endpoint, second: Endpoint): Transition | null {
  const [before, after] = shareUnits(first, second, items);
  if (before && after && first.amount !== null && second.amount !== null && !sameDimension(before, after)) return null;
  const amounts = [first.amount, second.amount].filter((index) => index !== null);
  if (wholesOf(items, amounts).size > 1) return null;
  const span = { from: Math.min(from, first.from, second.from), to: Math.max(first.to, second.to) };
  const comparable = before && after && comparablePeriods(before, after);
  // A transition with one quantity has the direction of its verb; a duration without a verb got shorter.
  const oneSided = () => directionBefore(items, span.from) ?? (isDuration(after?.unit ?? null) ? 'down' : null);
  return { ...span, amounts, before, after, direction: directionBetween(before, after) ?? (comparable ? null : oneSided()) };
}

/** Whether a word of change follows the amount, so that "from" or "than" introduces what it is compared with: "20% higher than 5%". */
function hasComparator(items: readonly Item[], after: number): boolean {
  return [items[after], items[after + 1]].some((item) => namesChange(wordOf(item)));
}

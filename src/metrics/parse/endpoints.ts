import { followingCue } from './connectives.ts';
import { sameDimension } from '../model/dimensions.ts';
import { makeQuantity } from '../model/quantity.ts';
import type { Quantity } from '../model/types.ts';
import { type AmountItem, isAmount, isSymbol, isWord, type Item, quantityOf, type UnitItem, wordOf } from './items.ts';

/** One state of a transition as a range of items: an amount, a unit without a number ("several weeks"), or words without a quantity. */
export interface Endpoint {
  quantity: Quantity | null;
  /** Index of its amount. */
  amount: number | null;
  from: number;
  to: number;
}

/** Return the state that begins at an index or up to four small words after it. */
export function endpointFrom(items: readonly Item[], index: number): Endpoint | null {
  for (let at = index; at < Math.min(items.length, index + 5); at++) {
    const item = items[at];
    if (isAmount(item)) return amountEndpoint(at, item);
    if (item?.type === 'unit') return unitEndpoint(at, item);
    if (!skippedWords.test(wordOf(item)) && !(isSymbol(item, ':') && at > index)) return null;
  }
  return null;
}

/** Return the state that ends before an index, at most three words earlier. */
export function endpointBefore(items: readonly Item[], index: number): Endpoint | null {
  for (let at = index - 1; at >= Math.max(0, index - 4); at--) {
    const item = items[at];
    if (isAmount(item)) return amountEndpoint(at, item);
    if (item?.type === 'unit') return unitEndpoint(at, item);
    if (!isWord(item) && !isSymbol(item, '(', ')', '/')) return null;
  }
  return null;
}

/** Return the last amount before an index in the same sentence; with an amount `old`, the last one of the same dimension. */
export function amountBefore(items: readonly Item[], index: number, old?: Item): Endpoint | null {
  const like = isAmount(old) ? old : undefined;
  for (let at = index - 1; at >= Math.max(0, index - (like ? 12 : 7)); at--) {
    const item = items[at];
    if (isAmount(item) && (!like || sameDimension(item, like))) return amountEndpoint(at, item);
    if (isSymbol(item, '.', ';', '\n', ')', '|', '•')) return null;
  }
  return null;
}

/** Make a state of an amount. */
export function amountEndpoint(index: number, item: AmountItem): Endpoint {
  // A state may be negative: "NPS from −5 to 42".
  const quantity = item.sign === 'down' ? { ...quantityOf(item), value: -item.value } : quantityOf(item);
  return { quantity, amount: index, from: index, to: index + 1 };
}

/** Make a state of words without a quantity: "overnight". */
export function wordsEndpoint(from: number, to: number): Endpoint {
  return { quantity: null, amount: null, from, to };
}

/** Return the end of the words at an index, three at most. */
export function endOfWords(items: readonly Item[], index: number): number {
  let at = index;
  while (at < Math.min(items.length, index + 3) && isWord(items[at])) at += 1;
  return Math.max(at, index + 1);
}

/** Return the quantities of both states; each takes the unit, the magnitude and the period that only the other one has: "from 1.2 to 3.4 million a year". */
export function shareUnits(first: Endpoint, second: Endpoint, items: readonly Item[]): [Quantity | null, Quantity | null] {
  const [a, b] = [first.quantity, second.quantity];
  if (!a || !b || a.value === null || b.value === null) return [a, b];
  const inherit = (to: Quantity, from: Quantity, end: Endpoint): Quantity => ({
    ...to,
    ...(to.unit === null && from.unit !== null && { unit: from.unit, symbol: from.symbol, currency: from.currency }),
    // "From 50 per shift to one per day": each state has its own period, known or not.
    per: to.per ?? (/^(?:per|an?|each|every|pro)$/.test(wordOf(items[end.to])) || isClosed(end) ? null : from.per),
  });
  // "1,240 tickets before, 770 a week now": what follows a state that its words have closed is not said of it.
  const isClosed = ({ amount, from }: Endpoint) => from < Math.max(first.from, second.from) && followingCue(items, amount) !== null;
  const [one, two] = [items[first.amount ?? -1], items[second.amount ?? -1]];
  const takesMagnitude =
    isAmount(one) &&
    isAmount(two) &&
    one.magnitude === 1 &&
    (one.unit === null || one.unit === 'money') &&
    two.magnitude >= 1e6 &&
    two.unit !== 'minute' &&
    a.value < 1000 &&
    first.from < second.from;
  const scaled = takesMagnitude ? { ...a, value: Number((a.value * two.magnitude).toPrecision(15)) } : a;
  return [minuteOrMillion(inherit(scaled, b, first), b, one), minuteOrMillion(inherit(b, a, second), a, two)];
}

const skippedWords =
  /^(?:just|only|a|an|the|mere|merely|several|few|some|couple|of|many|multiple|around|about|nearly|under|over|less|than|now|well|as|low|little|nur|its|current|previous|average|avg|industry|roughly|approximately|un|une|ein|einem|einer|previously|what|was|were|took|taking|used|usual|whole|full|old|baseline|before|after|initial)$/;

/** Read a single "m" as minutes, not millions, if the other state is a duration. */
function minuteOrMillion(quantity: Quantity, other: Quantity, item: Item | undefined): Quantity {
  if (!isAmount(item) || item.magnitude !== 1e6 || quantity.value === null || item.unit !== null) return quantity;
  return /^(?:millisecond|second|minute|hour|day)$/.test(other.unit ?? '')
    ? { ...quantity, value: quantity.value / 1e6, unit: 'minute', currency: null }
    : quantity;
}

function unitEndpoint(index: number, item: UnitItem): Endpoint {
  return { ...wordsEndpoint(index, index + 1), quantity: makeQuantity({ unit: item.unit, bound: 'approx' }) };
}

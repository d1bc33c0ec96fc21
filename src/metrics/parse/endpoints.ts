import { type AmountItem, isAmount, isSign, isWord, type Item, type VagueItem, wordOf } from './items.ts';
import { comparable, sameKind } from '../model/scale.ts';
import type { Direction, Quantity } from '../model/types.ts';

/** One state: an amount, a unit without a number ("several weeks"), or words only. */
export interface End {
  quantity: Quantity | null;
  amount: number | null;
  from: number;
  to: number;
}

/** The state that begins at an index, a few small words skipped. */
export function endAt(items: readonly Item[], index: number): End | null {
  for (let at = index; at < Math.min(items.length, index + 5); at++) {
    const item = items[at];
    if (isAmount(item)) return amountEnd(at, item);
    if (item?.type === 'vague') return vagueEnd(at, item);
    if (!skipped.test(wordOf(item)) && !(isSign(item, ':') && at > index)) return null;
  }
  return null;
}

/** The state that ends before an index. */
export function endBefore(items: readonly Item[], index: number): End | null {
  for (let at = index - 1; at >= Math.max(0, index - 4); at--) {
    const item = items[at];
    if (isAmount(item)) return amountEnd(at, item);
    if (item?.type === 'vague') return vagueEnd(at, item);
    if (!isWord(item) && !isSign(item, '(', ')')) return null;
  }
  return null;
}

/** The last amount before an index in the same clause, a comma or a parenthesis between allowed; one that `old` may be the old state of. */
export function amountBefore(items: readonly Item[], index: number, old?: Item): End | null {
  const like = isAmount(old) ? old : undefined;
  for (let at = index - 1; at >= Math.max(0, index - (like ? 12 : 7)); at--) {
    const item = items[at];
    if (isAmount(item) && (!like || alike(item, like))) return amountEnd(at, item);
    if (isSign(item, '.', ';', '\n', ')', '|', '•')) return null;
  }
  return null;
}

/** An amount as a state. */
export function amountEnd(index: number, item: AmountItem): End {
  // At an end of a transition a minus belongs to the number: NPS from −5 to 42.
  const quantity = item.sign === 'down' ? { ...quantityOf(item), value: -item.value } : quantityOf(item);
  return { quantity, amount: index, from: index, to: index + 1 };
}

/** A state told in words only. */
export function wordsEnd(from: number, to: number): End {
  return { quantity: null, amount: null, from, to };
}

/** Where the words of a state end. */
export function endOfPhrase(items: readonly Item[], index: number): number {
  let at = index;
  while (at < Math.min(items.length, index + 3) && isWord(items[at])) at += 1;
  return Math.max(at, index + 1);
}

/** An amount without what the sentence needs of it. */
export function quantityOf({ value, upper, unit, currency, bound }: AmountItem): Quantity {
  return { value, upper, unit, currency, bound };
}

/** What one end leaves unsaid it has from the other: "one hour instead of 20", "from 1.2 to 3.4 million", "from 35 to 40%". */
export function share(first: End, second: End, items: readonly Item[]): [Quantity | null, Quantity | null] {
  const [a, b] = [first.quantity, second.quantity];
  if (!a || !b || a.value === null || b.value === null) return [a, b];
  const inherit = (to: Quantity, from: Quantity): Quantity =>
    to.unit === null && from.unit !== null ? { ...to, unit: from.unit, currency: from.currency } : to;
  const [one, two] = [items[first.amount ?? -1], items[second.amount ?? -1]];
  const scaled =
    isAmount(one) &&
    isAmount(two) &&
    one.magnitude === 1 &&
    (one.unit === null || one.unit === 'money') &&
    two.magnitude >= 1e6 &&
    two.unit !== 'minute' &&
    a.value < 1000 &&
    first.from < second.from;
  const lifted = scaled ? { ...a, value: Number((a.value * two.magnitude).toPrecision(15)) } : a;
  return [minuteOrMillion(inherit(lifted, b), b, one), minuteOrMillion(inherit(b, a), a, two)];
}

/** The way from one state to another; null where they can't be compared. */
export function directionOf(before: Quantity | null, after: Quantity | null): Direction | null {
  if (!before || !after) return null;
  const ends = comparable(before, after);
  if (ends && ends[0] !== ends[1]) return ends[1] > ends[0] ? 'up' : 'down';
  if (ends || before.unit === after.unit)
    return ends && before.upper !== after.upper ? ((after.upper ?? 0) > (before.upper ?? 0) ? 'up' : 'down') : null;
  // "3 days to just hours": the units alone tell.
  const sizes = comparable({ ...before, value: 1 }, { ...after, value: 1 });
  return sizes ? (sizes[1] > sizes[0] ? 'up' : 'down') : null;
}

/** Whether two amounts may be states of one quantity. */
export function alike(a: AmountItem, b: AmountItem): boolean {
  return a.unit === null || b.unit === null || sameKind(a, b);
}

const skipped =
  /^(?:just|only|a|an|the|mere|merely|several|few|some|couple|of|many|multiple|around|about|nearly|under|over|less|than|now|well|as|low|little|nur|its|current|previous|average|avg|industry|roughly|approximately|un|une|ein|einem|einer|previously|what|was|were|took|taking|used|usual|whole|full|old|baseline|before|after|initial)$/;

/** A lone m is a minute where the other end is a time. */
function minuteOrMillion(quantity: Quantity, other: Quantity, item: Item | undefined): Quantity {
  if (!isAmount(item) || item.magnitude !== 1e6 || quantity.value === null || item.unit !== null) return quantity;
  return /^(?:millisecond|second|minute|hour|day)$/.test(other.unit ?? '')
    ? { ...quantity, value: quantity.value / 1e6, unit: 'minute', currency: null }
    : quantity;
}

function vagueEnd(index: number, item: VagueItem): End {
  return {
    quantity: { value: null, upper: null, unit: item.unit, currency: null, bound: 'approx' },
    amount: null,
    from: index,
    to: index + 1,
  };
}

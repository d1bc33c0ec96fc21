import { hasZero } from '../model/dimensions.ts';
import { makeQuantity } from '../model/quantity.ts';
import { type AmountItem, isSymbol, type Item, wordOf } from './items.ts';
import { namesChange, nounDirection } from './lexicon.ts';
import { readSingleAmount } from './single-amounts.ts';
import type { Token } from './tokens.ts';

/** Read the upper end of a range after its lower end: 20–25 %, 3 to 4 hours, between 10 and 20; null if there is no range. */
export function readUpperEnd(
  tokens: readonly Token[],
  first: AmountItem,
  items: readonly Item[],
  lang: string | undefined,
): AmountItem | null {
  const [link, after] = [tokens[first.next], tokens[first.next + 1]];
  if (!link || !after || first.adjective) return null;
  const lead = wordOf(items.at(-1));
  const dash = /^[-–—‑~]$/.test(link.text) && (link.adjacent === after.adjacent || link.text === '-');
  const spaced = dash && !after.adjacent;
  const between = /^(?:between|zwischen|entre)$/.test(lead) && /^(?:and|und|et|y|e)$/.test(link.lower);
  // "Ahorro del 12 % al 15 %", but "pasó del 3 % al 5 %".
  const spans = /^(?:al|au)$/.test(link.lower) && /^(?:del|du)$/.test(lead) && nounDirection(wordOf(items.at(-2))) !== undefined;
  const joined = spans || (/^(?:to|bis|or|à|a)$/.test(link.lower) && !/^(?:from|von|de|desde)$/.test(lead));
  const listed = link.lower === 'to' && countRangeWords(items) > 0;
  if (!dash && !between && !joined && !listed) return null;
  const second = readSingleAmount(tokens, first.next + 1, lang);
  if (!second || second.sign === 'down' || (first.spelledOut !== second.spelledOut && !second.unit)) return null;
  const [a, b] = [first.symbol ?? first.unit ?? first.currency, second.symbol ?? second.unit ?? second.currency];
  if (a && b && a !== b) return null;
  if (a && !b && !(first.currency || first.unit === 'percent')) return null;
  const isBelowZero = first.sign === 'down' && !hasZero(makeQuantity({ symbol: first.symbol ?? second.symbol }));
  const low = first.value * sharedMagnitude(first, second) * (isBelowZero ? -1 : 1);
  if (low >= second.value) return null;
  // "2% to 5%" is a range next to a word of change, else a transition.
  if (joined && a && b && !listed) {
    const claims = tokens.slice(second.next, second.next + 5).some(({ lower }) => namesChange(lower));
    if (!claims && !spans && !/^(?:by|of|a|an|at|um|within|in|save|saved|saves|saving)$/.test(lead)) return null;
  }
  if (link.lower === 'or' && a && b) return null;
  if (spaced && a && b && first.unit !== 'percent' && !first.currency) return null;
  return second;
}

/** Count the items at the end that announce a range: "ranging from", "range:", "range: from". */
export function countRangeWords(items: readonly Item[]): number {
  let at = items.length - 1;
  if (wordOf(items[at]) === 'from') at -= 1;
  if (isSymbol(items[at], ':')) at -= 1;
  return /^(?:ranging|range|ranges|ranged)$/.test(wordOf(items[at])) && at < items.length - 1 ? items.length - at : 0;
}

/** Return the magnitude that the lower end of a range takes from the upper one: a million in $2-4M. */
export function sharedMagnitude(first: AmountItem, second: AmountItem): number {
  const shares = first.magnitude === 1 && second.magnitude > 1 && first.value < second.value / second.magnitude;
  return shares ? second.magnitude : 1;
}

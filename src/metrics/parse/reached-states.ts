import { directionBetween, sameDimension } from '../model/dimensions.ts';
import type { Direction } from '../model/types.ts';
import { isInCondition } from './change-triggers.ts';
import { amountEndpoint, type Endpoint, shareUnits } from './endpoints.ts';
import { type AmountItem, isAmount, isSymbol, type Item, quantityOf, type Transition, wordOf } from './items.ts';
import { factorWord, isConjunction, namesChange, nounDirection, verbDirection } from './lexicon.ts';

/** Items between the parts of a transition at most. */
export const maxDistance = 12;

/** "increased to 99 %", "cut to 5 minutes": the new state alone. */
export function reached(items: readonly Item[], index: number, used: ReadonlySet<number>): Transition | null {
  const amount = items[index];
  if (!isAmount(amount) || amount.factor || amount.adjective) return null;
  let at = index - 1;
  while (at > 0 && skippedWords.test(wordOf(items[at]))) at -= 1;
  if (!/^(?:to|auf|à|hasta)$/.test(wordOf(items[at]))) return null;
  const participle = wordOf(items[at]) === 'auf' ? verbDirection(wordOf(items[index + 1])) : undefined;
  const stated = directionBefore(items, at) ?? participle;
  if (!stated || used.has(at) || isInCondition(items, at)) return null;
  if (namesChange(wordOf(items[index + 1]))) return null;
  const earlier = stateBefore(items, at, amount, used);
  if (earlier?.amount == null)
    return { from: at, to: index + 1, amounts: [index], before: null, after: quantityOf(amount), direction: stated };
  const [before, after] = shareUnits(earlier, amountEndpoint(index, amount), items);
  return { from: earlier.from, to: index + 1, amounts: [earlier.amount, index], before, after, direction: directionBetween(before, after) };
}

const skippedWords = /^(?:just|only|a|an|the|under|less|merely|mere|now|nur|even|as|low|high|little|about|average|of)$/;

/** Find the old state before the verb, of the same unit and with no other role: "costs of £1.5m were reduced to £300k". */
function stateBefore(items: readonly Item[], to: number, amount: AmountItem, used: ReadonlySet<number>): Endpoint | null {
  let verb = false;
  for (let at = to - 1; at >= Math.max(0, to - maxDistance); at--) {
    const item = items[at];
    if (isSymbol(item, '.', ',', ';', '(', ')', '\n', '|', '•', ':')) return null;
    verb ||= verbDirection(wordOf(item)) !== undefined;
    if (!isAmount(item)) continue;
    const role = [wordOf(items[at - 1]), item.boundWord].some((word) =>
      /^(?:by|in|over|within|for|with|across|than|per)$/.test(word ?? ''),
    );
    const isAlike = item.unit !== null && item.unit === amount.unit && sameDimension(item, amount);
    return verb && isAlike && !role && !used.has(at) && !item.factor && item.sign === null ? amountEndpoint(at, item) : null;
  }
  return null;
}

/** Return the direction of the nearest verb, noun or `up`/`down` before an index, within its clause. */
export function directionBefore(items: readonly Item[], index: number): Direction | null {
  for (let at = index - 1; at >= Math.max(0, index - maxDistance); at--) {
    const item = items[at];
    if (isSymbol(item, '.', ';', '(', ')', '\n', '|', '•', ':')) return null;
    const word = wordOf(item);
    // "Waste added up to $125k": nothing rose.
    if (word === 'up' && /^add(?:s|ed|ing)?$/.test(wordOf(items[at - 1]))) return null;
    if (word === 'up' || word === 'down') return word;
    if (isAmount(item) && item.factorDirection) return item.factorDirection;
    const direction = verbDirection(word) ?? nounDirection(word) ?? factorWord(word)?.direction;
    if (direction) return direction;
    if (isConjunction(word) && at < index - 4) return null;
  }
  return null;
}

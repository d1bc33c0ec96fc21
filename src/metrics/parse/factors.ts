import { takeBound } from './bounds.ts';
import { type AmountItem, isSymbol, type Item, makeAmount, wordOf } from './items.ts';
import { factorWord } from './lexicon.ts';
import type { Token } from './tokens.ts';
import { singularTimeUnit } from './units.ts';
import { wordTable } from './word-table.ts';

/** Read a factor or a frequency given as a word: doubled, halved, tenfold, by half, half the time, twice a day. */
export function readFactor(tokens: readonly Token[], index: number, items: Item[]): AmountItem | null {
  const token = tokens[index];
  if (token?.kind !== 'word') return null;
  const word = { spelledOut: true, start: token.start, end: token.end, next: index + 1 };
  const next = tokens[index + 1];
  const frequency = frequencies.get(token.lower);
  if (frequency !== undefined && /^(?:a|an|per|every|each)$/.test(next?.lower ?? '') && periodNouns.test(tokens[index + 2]?.lower ?? '')) {
    return makeAmount(frequency, word);
  }
  const factor = factorWord(token.lower) ?? halfAsFactor(tokens, index, items);
  if (!factor) return null;
  // "Double-digit growth" and "a triple play" contain no factor; "twice a day" is a frequency.
  if (
    /^(?:a|an|per|daily|weekly|monthly|yearly|annually|opt-in|blind|digit|digits|check|click|play|bottom|entry)$/.test(next?.lower ?? '') ||
    next?.text === '-'
  )
    return null;
  if (token.lower === 'double' && /^(?:a|the|an)$/.test(wordOf(items.at(-1))) && next?.kind !== 'word') return null;
  return makeAmount(factor.value, { ...word, unit: 'ratio', factor: true, factorDirection: factor.direction, ...takeBound(items) });
}

/** Remove the words that announce a factor (by a factor of 3, multiplied by 3, x3) from the end of `items`; return whether there were any. */
export function takeFactorWords(items: Item[], start: number): boolean {
  const crossed = isCross(items.at(-1), start);
  if (crossed) items.pop();
  if (crossed || !isFactorOf(items)) return crossed;
  // "by a factor of 4" leaves "by 4".
  if (wordOf(items.at(-1)) !== 'by') items.splice(wordOf(items.at(-1)) === 'faktor' ? -1 : -2);
  return true;
}

/** Return the factor of a half that divides: by half, half the time, at half the price. */
function halfAsFactor(tokens: readonly Token[], index: number, items: readonly Item[]) {
  if (tokens[index]?.lower !== 'half') return null;
  const last = wordOf(items.at(-1));
  const next = tokens[index + 1]?.lower ?? '';
  const byHalf =
    /^(?:by|in|almost|nearly|than|to|about)$/.test(last) && !singularTimeUnit(next) && !/^(?:a|an|of|million|billion)$/.test(next);
  const atHalf = next === 'the' && /^(?:at|for|with|in)$/.test(last);
  const halfThe =
    /^(?:the|as)$/.test(next) && /^(?:time|cost|price|effort|size|weight|long|much|many)$/.test(tokens[index + 2]?.lower ?? '');
  return byHalf || halfThe || atHalf ? ({ value: 2, direction: 'down' } as const) : null;
}

const periodNouns = /^(?:day|night|week|fortnight|month|quarter|year|sprint|hour|minute|season)$/;

const frequencies = wordTable([
  [1, 'once'],
  [2, 'twice'],
  [3, 'thrice'],
]);

/** Whether an item is the cross before a factor: x10. */
function isCross(item: Item | undefined, start: number): boolean {
  return item?.end === start && (wordOf(item) === 'x' || isSymbol(item, '×'));
}

/** Whether the items end in "a factor of" or "multiplied by". */
function isFactorOf(items: readonly Item[]): boolean {
  const [before, last] = [wordOf(items.at(-2)), wordOf(items.at(-1))];
  return /^(?:factor|facteur)$/.test(before)
    ? /^(?:of|de)$/.test(last)
    : last === 'faktor' || (/^multipl/.test(before) && /^(?:by|par|por)$/.test(last));
}

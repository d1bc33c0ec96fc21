import { takeBound } from './bounds.ts';
import { type AmountItem, isSign, type Item, wordOf } from './items.ts';
import { factorWord } from './lexicon.ts';
import { numberWord } from './numerals.ts';
import type { Token } from './tokens.ts';
import { singularTime } from './units.ts';

/** Read a factor or a frequency told by a word: doubled, halved, tenfold, by half, half the time, twice a day. */
export function readFactor(tokens: readonly Token[], index: number, items: Item[]): ReadAmount | null {
  const token = tokens[index];
  if (token?.kind !== 'word') return null;
  const next = tokens[index + 1];
  const often = frequencies.get(token.lower);
  if (often !== undefined && /^(?:a|an|per|every|each)$/.test(next?.lower ?? '') && periodNouns.test(tokens[index + 2]?.lower ?? '')) {
    return { item: wordAmount(token, often), next: index + 1 };
  }
  const told = factorWord(token.lower) ?? foldFactor(token.lower) ?? halfAsFactor(tokens, index, items);
  if (!told) return null;
  // Double-digit growth and a triple play are no factors; "twice a day" is a frequency.
  if (
    /^(?:a|an|per|daily|weekly|monthly|yearly|annually|opt-in|blind|digit|digits|check|click|play|bottom|entry)$/.test(next?.lower ?? '') ||
    next?.text === '-'
  )
    return null;
  if (token.lower === 'double' && /^(?:a|the|an)$/.test(wordOf(items.at(-1))) && next?.kind !== 'word') return null;
  const taken = takeBound(items);
  const item: AmountItem = {
    ...wordAmount(token, told.value),
    unit: 'ratio',
    bound: taken?.bound ?? 'exact',
    lead: taken?.lead ?? null,
    factor: true,
    told: told.direction,
    start: taken?.start ?? token.start,
  };
  return { item, next: index + 1 };
}

/** Take the words of a factor (by a factor of 3, multiplied by 3, x3) off the end of what was read; says whether they stood there. */
export function takeFactorWords(items: Item[], start: number): boolean {
  const crossed = isCross(items.at(-1), start);
  if (crossed) items.pop();
  if (crossed || !isFactorOf(items)) return crossed;
  // What is left is "by 4x".
  if (wordOf(items.at(-1)) !== 'by') items.splice(wordOf(items.at(-1)) === 'faktor' ? -1 : -2);
  return true;
}

/** An amount with where reading goes on. */
export interface ReadAmount {
  item: AmountItem;
  next: number;
}

/** five-fold */
function foldFactor(word: string): { value: number; direction: 'up' } | undefined {
  const value = word.endsWith('-fold') ? numberWord(word.slice(0, -5)) : undefined;
  return value === undefined ? undefined : { value, direction: 'up' };
}

function halfAsFactor(tokens: readonly Token[], index: number, items: readonly Item[]) {
  if (tokens[index]?.lower !== 'half') return null;
  const last = wordOf(items.at(-1));
  const next = tokens[index + 1]?.lower ?? '';
  const byHalf = /^(?:by|in|almost|nearly|than|to|about)$/.test(last) && !singularTime(next) && !/^(?:a|an|of|million|billion)$/.test(next);
  const atHalf = next === 'the' && /^(?:at|for|with|in)$/.test(last);
  const halfThe =
    /^(?:the|as)$/.test(next) && /^(?:time|cost|price|effort|size|weight|long|much|many)$/.test(tokens[index + 2]?.lower ?? '');
  return byHalf || halfThe || atHalf ? ({ value: 2, direction: 'down' } as const) : null;
}

const periodNouns = /^(?:day|night|week|fortnight|month|quarter|year|sprint|hour|minute|season)$/;

const frequencies = new Map([
  ['once', 1],
  ['twice', 2],
  ['thrice', 3],
]);

/** A number told by one word. */
function wordAmount({ start, end }: Token, value: number): AmountItem {
  return {
    type: 'amount',
    value,
    upper: null,
    unit: null,
    currency: null,
    bound: 'exact',
    sign: null,
    lead: null,
    factor: false,
    adjective: false,
    spelled: true,
    magnitude: 1,
    outOf: null,
    told: null,
    start,
    end,
  };
}

/** The cross before a factor: x10. */
function isCross(item: Item | undefined, start: number): boolean {
  return item?.end === start && (wordOf(item) === 'x' || isSign(item, '×'));
}

/** by a factor of 3, multiplied by 3. */
function isFactorOf(items: readonly Item[]): boolean {
  const [before, last] = [wordOf(items.at(-2)), wordOf(items.at(-1))];
  return /^(?:factor|facteur)$/.test(before)
    ? /^(?:of|de)$/.test(last)
    : last === 'faktor' || (/^multipl/.test(before) && /^(?:by|par|por)$/.test(last));
}

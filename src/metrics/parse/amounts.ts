import { hasZero } from '../model/dimensions.ts';
import { makeQuantity } from '../model/quantity.ts';
import type { Direction } from '../model/types.ts';
import { takeBound, trailingBound } from './bounds.ts';
import { readFactor, takeFactorWords } from './factors.ts';
import { type AmountItem, isAmount, isSymbol, type Item, wordOf } from './items.ts';
import { isLabel } from './labels.ts';
import { withPeriods } from './periods.ts';
import { countRangeWords, readUpperEnd, sharedMagnitude } from './ranges.ts';
import { readSingleAmount } from './single-amounts.ts';
import { type Token, tokenize } from './tokens.ts';
import { pluralTimeUnit, singularTimeUnit } from './units.ts';
import { wordTable } from './word-table.ts';

/** Read a text as words, symbols, amounts and units; `lang` decides whether a single dot or comma in a number is a decimal separator. */
export function readItems(text: string, lang?: string): Item[] {
  const tokens = tokenize(text);
  const items: Item[] = [];
  let index = 0;
  let amountCount = 0;
  while (index < tokens.length && amountCount < maxAmounts) {
    if (tokens[index]?.text === '±' && isAmount(items.at(-1))) {
      // "12% ± 3%": a tolerance is no amount of its own.
      index = readSingleAmount(tokens, index + 1, lang)?.next ?? index + 1;
      continue;
    }
    const amount = readFactor(tokens, index, items) ?? readAmount(tokens, index, items, lang);
    if (amount) amountCount += 1;
    const item = amount ?? plainItem(tokens, index, items);
    if (item) items.push(item);
    index = amount?.next ?? index + 1;
  }
  return withPeriods(items);
}

/** Amounts read from one text at most: more than any sentence has, few enough to keep hostile text cheap. */
const maxAmounts = 60;

/** Read a word, a symbol or a unit of time without a number (weeks). Markdown's markers of emphasis and code have no meaning here. */
function plainItem(tokens: readonly Token[], index: number, before: readonly Item[]): Item | null {
  const token = tokens[index];
  if (!token || /^[*_`]$/.test(token.text)) return null;
  const { kind, text, lower, start, end } = token;
  const unit = kind === 'word' && !isAmount(before.at(-1)) ? pluralTimeUnit(lower) : undefined;
  if (unit) return { type: 'unit', unit, start, end };
  if (kind === 'symbol') return { type: 'symbol', text, spaced: !token.adjacent && !tokens[index + 1]?.adjacent, start, end };
  return { type: 'word', text, lower, start, end };
}

/** Read an amount, or a range of two, with its bound. */
function readAmount(tokens: readonly Token[], index: number, items: Item[], lang: string | undefined): AmountItem | null {
  const allowArticle = beforeArticle.test(wordOf(items.at(-1)));
  const first = readSingleAmount(tokens, index, lang, { isLabel: (at) => isLabel(tokens, at, items), allowArticle });
  if (!first) return null;
  // "one platform" is no amount; "one hour", "one a day" and "from five to one" contain one.
  const isBareOne = first.spelledOut && first.value === 1 && !first.unit && first.magnitude === 1 && first.outOf === null;
  const isRate = /^(?:an?|per|each|every)$/.test(tokens[first.next]?.lower ?? '') && singularTimeUnit(tokens[first.next + 1]?.lower ?? '');
  if (isBareOne && !isRate && !/^(?:to|from|of)$/.test(wordOf(items.at(-1)))) return null;
  const byFactor = !first.unit && !first.currency && takeFactorWords(items, first.start);
  const second = readUpperEnd(tokens, first, items, lang);
  const last = second ?? first;
  if (second) items.splice(items.length - countRangeWords(items));
  const bound = takeBound(items);
  const sign = takeSign(items, first);
  const trailing = trailingBound(`${tokens[last.next]?.lower} ${tokens[last.next + 1]?.lower}`);
  const currency = first.currency ?? second?.currency ?? null;
  const unit = byFactor ? 'ratio' : (second?.unit ?? first.unit);
  const symbol = byFactor ? null : (second?.symbol ?? first.symbol);
  // A level below zero did not fall: "held at −18 °C".
  const isBelowZero = sign === 'down' && !hasZero(makeQuantity({ symbol }));
  const isPlus = first.bound === 'at_least' || last.bound === 'at_least';
  const stated = trailing ?? (isPlus ? 'at_least' : (bound?.bound ?? 'exact'));
  return {
    ...last,
    value: (second ? first.value * sharedMagnitude(first, second) : first.value) * (isBelowZero ? -1 : 1),
    upper: second ? second.value : null,
    unit: currency ? 'money' : unit,
    symbol,
    currency,
    bound: stated,
    // The words of a bound that a plus or "or more" overrules are not its words.
    boundText: bound?.bound === stated ? bound.boundText : null,
    sign: isBelowZero ? null : sign,
    boundWord: bound?.boundWord ?? null,
    factor: last.factor || byFactor,
    spelledOut: first.spelledOut,
    outOf: first.outOf,
    start: bound?.start ?? first.start,
    next: last.next + (trailing ? 2 : 0),
  };
}

/** Prepositions, verbs of taking and other words after which "a week" is an amount, unlike after "times" or a rate. */
const beforeArticle =
  /^(?:from|to|in|within|under|over|than|about|around|nearly|almost|takes?|took|taking|just|only|of|every|instead|vs|versus|and)$/;

/** Remove a plus, a minus or an arrow directly before the number from the end of `items`, unless it joins two words; return its direction. */
function takeSign(items: Item[], first: AmountItem): Direction | null {
  if (first.sign) return first.sign;
  const last = items.at(-1);
  if (!isSymbol(last) || last.end > first.start) return null;
  // "+ 12 points": at the start, a plus with a space is a sign too.
  if (last.text === '+' && (items.length === 1 || isSymbol(items.at(-2), ':', '\n'))) {
    items.pop();
    return 'up';
  }
  const direction = arrows.get(last.text) ?? (last.end === first.start ? signs.get(last.text) : undefined);
  if (!direction) return null;
  const before = items.at(-2);
  const joinsWords = /^[+\-–]$/.test(last.text) && before?.end === last.start && !isSymbol(before);
  if (joinsWords) return null;
  items.pop();
  return direction;
}

const arrows = wordTable<Direction>([
  ['up', '↑ ▲ ⬆ 📈 ↗'],
  ['down', '↓ ▼ ⬇ 📉 ↘'],
]);
const signs = wordTable<Direction>([
  ['up', '+'],
  ['down', '- − –'],
]);

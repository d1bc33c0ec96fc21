import type { Direction } from '../model/types.ts';
import { type AmountItem, makeAmount } from './items.ts';
import { type NumberReading, readArticleAsNumber, readNumberWords } from './number-words.ts';
import { readNumeral } from './numerals.ts';
import { readSuffixes } from './suffixes.ts';
import type { Token } from './tokens.ts';
import { currencyOf } from './units.ts';

/** Read one number with its sign, currency, magnitude and unit at a token; null if there is none. */
export function readSingleAmount(
  tokens: readonly Token[],
  index: number,
  lang: string | undefined,
  { isLabel = () => false, allowArticle = false }: SingleAmountOptions = {},
): AmountItem | null {
  const sign = leadingSign(tokens, index);
  let at = index + (sign ? 1 : 0);
  const prefix = prefixCurrency(tokens, at);
  at += prefix?.length ?? 0;
  const digits = () => readDigits(tokens, at, lang, isLabel);
  const number = prefix ? digits() : (readArticleAsNumber(tokens, at, allowArticle) ?? digits() ?? readNumberWords(tokens, at));
  if (!number) return null;
  const { value, unit = null, next } = number;
  const spelledOut = tokens[at]?.kind === 'word';
  const start = tokens[index]?.start ?? 0;
  const end = tokens[next - 1]?.end ?? start;
  const amount = makeAmount(value, { unit, currency: prefix?.currency ?? null, spelledOut, sign, start, end, next });
  if (!unit) readSuffixes(tokens, amount);
  return amount;
}

interface SingleAmountOptions {
  /** Whether the number token at an index is a label, not an amount. */
  isLabel?: (index: number) => boolean;
  /** Whether `a week` means one week here. */
  allowArticle?: boolean;
}

/** Read a plus or minus before a number or a currency: −$40K. */
function leadingSign(tokens: readonly Token[], index: number): Direction | null {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (!token || !next?.adjacent || token.adjacent || token.kind !== 'symbol' || !/^[+\-−–]$/.test(token.text)) return null;
  if (next.kind !== 'number' && !currencyOf(next.text)) return null;
  return token.text === '+' ? 'up' : 'down';
}

function prefixCurrency(tokens: readonly Token[], index: number): { currency: string; length: number } | null {
  const [token, next, third] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (!token || !next) return null;
  const joined = next.adjacent && next.kind === 'symbol' ? currencyOf(token.text + next.text) : undefined;
  if (joined && third?.kind === 'number') return { currency: joined, length: 2 };
  const currency = token.kind === 'number' ? undefined : currencyOf(token.text);
  if (!currency) return null;
  if (next.kind === 'number') return { currency, length: 1 };
  return next.text === '.' && next.adjacent && third?.kind === 'number' ? { currency, length: 2 } : null;
}

function readDigits(
  tokens: readonly Token[],
  index: number,
  lang: string | undefined,
  isLabel: (index: number) => boolean,
): NumberReading | null {
  const token = tokens[index];
  if (token?.kind !== 'number' || isLabel(index)) return null;
  const value = readNumeral(token.text, lang);
  return value === null ? null : { value, next: index + 1 };
}

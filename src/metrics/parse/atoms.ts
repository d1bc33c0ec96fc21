import { readNumeral } from './numerals.ts';
import { readArticle, type ReadNumber, readSpelled } from './number-words.ts';
import { type Atom, takeSuffixes } from './suffixes.ts';
import type { Token } from './tokens.ts';
import { currencyOf } from './units.ts';

/** One number with all that belongs to it, read from the tokens at `index`; null where none stands there. */
export function readAtom(tokens: readonly Token[], index: number, lang: string | undefined, { named, article }: AtomRules): Atom | null {
  const sign = leadingSign(tokens, index);
  let at = index + (sign ? 1 : 0);
  const prefix = prefixCurrency(tokens, at);
  at += prefix?.length ?? 0;
  const number =
    (prefix ? null : readArticle(tokens, at, article)) ?? readDigits(tokens, at, lang, named) ?? (prefix ? null : readSpelled(tokens, at));
  if (!number) return null;
  at = number.next;
  const start = tokens[index]?.start ?? 0;
  const atom: Atom = {
    value: number.value,
    magnitude: 1,
    scaled: false,
    unit: number.unit ?? null,
    currency: prefix?.currency ?? null,
    plus: false,
    factor: false,
    adjective: false,
    whole: null,
    spelled: number.spelled,
    sign,
    start,
    end: tokens[at - 1]?.end ?? start,
    next: at,
  };
  if (number.unit) return atom;
  takeSuffixes(tokens, atom);
  return atom;
}

export interface AtomRules {
  /** Whether the number token at an index is part of a name. */
  named: (index: number) => boolean;
  /** Whether `a week` may be read as one week. */
  article: boolean;
}

/** A minus or plus before a currency's sign: −$40K. */
function leadingSign(tokens: readonly Token[], index: number): 'up' | 'down' | null {
  const [token, next] = [tokens[index], tokens[index + 1]];
  if (!token || !next?.glued || token.glued || token.kind !== 'sign' || !/^[+\-−–]$/.test(token.text)) return null;
  if (next.kind !== 'number' && !currencyOf(next.text)) return null;
  return token.text === '+' ? 'up' : 'down';
}

function prefixCurrency(tokens: readonly Token[], index: number): { currency: string; length: number } | null {
  const [token, next, third] = [tokens[index], tokens[index + 1], tokens[index + 2]];
  if (!token || !next) return null;
  const joined = next.glued && next.kind === 'sign' ? currencyOf(token.text + next.text) : undefined;
  if (joined && third?.kind === 'number') return { currency: joined, length: 2 };
  const currency = token.kind === 'number' ? undefined : currencyOf(token.text);
  if (!currency) return null;
  if (next.kind === 'number') return { currency, length: 1 };
  return next.text === '.' && next.glued && third?.kind === 'number' ? { currency, length: 2 } : null;
}

function readDigits(
  tokens: readonly Token[],
  index: number,
  lang: string | undefined,
  named: (index: number) => boolean,
): ReadNumber | null {
  const token = tokens[index];
  if (token?.kind !== 'number' || named(index)) return null;
  const value = readNumeral(token.text, lang);
  return value === null ? null : { value, spelled: false, next: index + 1 };
}

import { advance, type AmountItem } from './items.ts';
import { magnitudeOf, numberWord, readNumeral } from './numerals.ts';
import type { Token } from './tokens.ts';
import { unitOf } from './units.ts';

/** Take the whole of a share: 9/10, 4.8 out of 5, 3 of 4. The value stays the first number. */
export function takeWhole(tokens: readonly Token[], amount: AmountItem): void {
  const at = amount.next + (sharesNoun(tokens, amount) ? 1 : 0);
  const [first, second, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const out = (first?.lower === 'out' && second?.lower === 'of') || (first?.lower === 'de' && second?.lower === 'cada');
  const whole = readWhole(out ? third : second);
  if (whole === null || !first) return;
  if (first.text === '/' && second?.kind === 'number') {
    amount.unit = 'point';
  } else if (out) {
    const after = tokens[at + 3];
    const counts = after?.kind === 'word' && !/^(?:stars?|rating|score|on|by|in|from|for|and|average|points?)$/.test(after.lower);
    if ([5, 10, 100].includes(whole) && !counts && at === amount.next) amount.unit = 'point';
  } else {
    const unit = unitOf(third?.lower ?? '');
    if (!/^(?:of|in|von|sur|sobre)$/.test(first.lower) || (unit && unit !== 'star') || magnitudeOf(third?.text ?? '')) return;
    // "5 sites sur 4 pays" is no share.
    if (/^(?:sur|sobre)$/.test(first.lower) && amount.value > whole) return;
    // "One of 30 finalists" is a pick from a list, not a share.
    if (first.lower === 'in' ? amount.value >= 10 : amount.spelledOut && amount.value === 1) return;
  }
  amount.outOf = whole;
  advance(tokens, amount, at - amount.next + (out ? 3 : 2));
}

/** Whether a noun is between a share and its whole: 9 clients sur 10, 9 users out of 10. "3 équipes sur 4 pays" is no share. */
function sharesNoun(tokens: readonly Token[], amount: AmountItem): boolean {
  const [noun, first, second, third] = [0, 1, 2, 3].map((offset) => tokens[amount.next + offset]);
  if (noun?.kind !== 'word' || noun.adjacent || noun.text.length < 3) return false;
  const out = first?.lower === 'out' && second?.lower === 'of';
  if (!out && first?.lower !== 'sur') return false;
  const whole = readWhole(out ? third : second);
  const after = tokens[amount.next + (out ? 4 : 3)];
  return whole !== null && amount.value <= whole && (out || !/s$|^\p{Lu}/u.test(after?.text ?? ''));
}

/** Read the whole of a share as digits or as a number word. */
function readWhole(token: Token | undefined): number | null {
  if (token?.kind === 'number') return readNumeral(token.text);
  const value = token?.kind === 'word' ? numberWord(token.lower) : undefined;
  return value !== undefined && value > 1 ? value : null;
}

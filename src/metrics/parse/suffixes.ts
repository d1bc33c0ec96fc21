import type { Direction, Unit } from '../model/types.ts';
import { magnitudeOf, numberWord, readNumeral } from './numerals.ts';
import type { Token } from './tokens.ts';
import { unitAt } from './unit-phrases.ts';
import { currencyName, currencyOf, singularTimeUnit, unitOf } from './units.ts';

/** Read what follows a number and belongs to it: plus, magnitude, whole, currency, factor and unit, in the order of the text. */
export function readSuffixes(tokens: readonly Token[], amount: SingleAmount): void {
  for (const take of [
    takeHundreds,
    takeHalf,
    takePlus,
    takeMagnitude,
    takePlus,
    takeWhole,
    takeCurrency,
    takeFactor,
    takeUnit,
    takePlus,
    takeAdjective,
  ]) {
    take(tokens, amount);
  }
}

/** One number with its affixes, still being read: the suffix readers fill it in. */
export interface SingleAmount {
  /** Expanded by the magnitude: 21k is 21000. */
  value: number;
  /** What the number was multiplied by, else 1. */
  magnitude: number;
  unit: Unit | null;
  currency: string | null;
  /** At least: `20+`. */
  plus: boolean;
  factor: boolean;
  adjective: boolean;
  /** The whole of a share: Y in "X of Y". */
  outOf: number | null;
  spelledOut: boolean;
  sign: Direction | null;
  start: number;
  end: number;
  /** Index of the next token. */
  next: number;
}

/** Take the half of "two and a half hours". */
function takeHalf(tokens: readonly Token[], amount: SingleAmount): void {
  const words = [0, 1, 2].map((offset) => tokens[amount.next + offset]?.lower).join(' ');
  if (words !== 'and a half') return;
  amount.value += 0.5;
  advance(tokens, amount, 3);
}

/** Take the plural of "100s of orders": at least a hundred. */
function takeHundreds(tokens: readonly Token[], amount: SingleAmount): void {
  const [plural, of] = [tokens[amount.next], tokens[amount.next + 1]];
  if (plural?.text !== 's' || !plural.adjacent || of?.lower !== 'of' || ![10, 100, 1000, 10_000].includes(amount.value)) return;
  amount.plus = true;
  advance(tokens, amount, 2);
}

function takePlus(tokens: readonly Token[], amount: SingleAmount): void {
  const [sign, after] = [tokens[amount.next], tokens[amount.next + 1]];
  if (sign?.text !== '+' || after?.kind === 'number') return;
  // "20+ hours" and "20 + hours". A plus with spaces around it that no unit follows joins two claims.
  if (!sign.adjacent && !(after && unitOf(after.lower))) return;
  amount.plus = true;
  advance(tokens, amount, 1);
}

function takeMagnitude(tokens: readonly Token[], amount: SingleAmount): void {
  const token = tokens[amount.next];
  if (token?.kind !== 'word') return;
  const size = magnitudeOf(token.text);
  if (size === undefined) return;
  if (
    token.text === 'm' &&
    token.adjacent &&
    !amount.currency &&
    (hasTimeNounBefore(tokens, amount.next) || /^s(?:ecs?)?$/.test(tokens[amount.next + 2]?.lower ?? ''))
  ) {
    amount.unit = 'minute';
    advance(tokens, amount, 1);
    return takeSmallerUnit(tokens, amount);
  }
  const short = token.text.length <= 2;
  if (short && !token.adjacent && !(amount.currency && /^[MBKTL]$/.test(token.text)) && !/^(?:Cr|CR|cr|[MK]|bn|mn)$/.test(token.text))
    return;
  // "5 mm" is a length, not five million.
  if (token.lower === 'mm' && !amount.currency) return;
  amount.magnitude = size;
  amount.value = round(amount.value * size);
  advance(tokens, amount, 1);
  // "Mio." and "Mrd." end in a dot.
  if (/^(?:mio|mrd|tsd|mil)$/.test(token.lower) && tokens[amount.next]?.text === '.' && tokens[amount.next]?.adjacent)
    advance(tokens, amount, 1);
  // "hundred thousand"
  const second = tokens[amount.next];
  const more = second?.kind === 'word' && !short && second.text.length > 3 ? magnitudeOf(second.text) : undefined;
  if (more === undefined || more < size) return;
  amount.value = round(amount.value * more);
  amount.magnitude *= more;
  advance(tokens, amount, 1);
}

/** Whether a noun of time precedes within eight tokens, so that a single "m" means minutes. */
function hasTimeNounBefore(tokens: readonly Token[], index: number): boolean {
  return tokens
    .slice(Math.max(0, index - 8), index)
    .some(({ lower }) => /^(?:times?|duration|latency|mttr|builds?|deploys?|deployments?|wait|runtime|setup|tests?)$/.test(lower));
}

/** Take the whole of a share: 9/10, 4.8 out of 5, 3 of 4. The value stays the first number. */
function takeWhole(tokens: readonly Token[], amount: SingleAmount): void {
  const [first, second, third] = [tokens[amount.next], tokens[amount.next + 1], tokens[amount.next + 2]];
  const out = (first?.lower === 'out' && second?.lower === 'of') || (first?.lower === 'de' && second?.lower === 'cada');
  const whole = readWhole(out ? third : second);
  if (whole === null || !first) return;
  if (first.text === '/' && second?.kind === 'number') {
    amount.unit = 'point';
  } else if (out) {
    const after = tokens[amount.next + 3];
    const counts = after?.kind === 'word' && !/^(?:stars?|rating|score|on|by|in|from|for|and|average|points?)$/.test(after.lower);
    if ([5, 10, 100].includes(whole) && !counts) amount.unit = 'point';
  } else {
    const unit = unitOf(third?.lower ?? '');
    if (!/^(?:of|in|von)$/.test(first.lower) || (unit && unit !== 'star') || magnitudeOf(third?.text ?? '')) return;
    // "One of 30 finalists" is a pick from a list, not a share.
    if (first.lower === 'in' ? amount.value >= 10 : amount.spelledOut && amount.value === 1) return;
  }
  amount.outOf = whole;
  advance(tokens, amount, out ? 3 : 2);
}

/** Read the whole of a share as digits or as a number word. */
function readWhole(token: Token | undefined): number | null {
  if (token?.kind === 'number') return readNumeral(token.text);
  const value = token?.kind === 'word' ? numberWord(token.lower) : undefined;
  return value !== undefined && value > 1 ? value : null;
}

function takeCurrency(tokens: readonly Token[], amount: SingleAmount): void {
  const token = tokens[amount.next];
  if (!token || token.kind === 'number') return;
  if (amount.currency) {
    // "$5M USD" names its currency twice.
    if (token.kind === 'word' && /^[A-Z]{3}$/.test(token.text) && currencyOf(token.text)) advance(tokens, amount, 1);
    return;
  }
  const currency = token.kind === 'word' ? currencyName(token.text) : currencyOf(token.text);
  const [next, third] = [tokens[amount.next + 1], tokens[amount.next + 2]];
  if (!currency || next?.kind === 'number') return;
  // "300 pounds of food" is a weight.
  if (
    token.lower === 'pounds' &&
    next?.lower === 'of' &&
    !/^(?:savings?|spend|spending|revenues?|sales|costs?|funding|investments?|debts?|income|fees)$/.test(third?.lower ?? '')
  )
    return;
  amount.currency = currency;
  advance(tokens, amount, 1);
}

function takeFactor(tokens: readonly Token[], amount: SingleAmount): void {
  if (amount.currency || amount.unit) return;
  const [token, next, third] = [tokens[amount.next], tokens[amount.next + 1], tokens[amount.next + 2]];
  if (!token) return;
  const cross = /^[xX×✕배]$/.test(token.text) && (token.adjacent || token.text === '×' || next?.kind === 'word') && next?.kind !== 'number';
  const fold = token.lower === 'fold' || token.lower === '-fold';
  const hyphenFold = token.text === '-' && /^(?:fold|mal|times)$/.test(next?.lower ?? '');
  const times =
    (amount.value < 100 || /^(?:more|less|fewer|higher|lower|faster|as|the|better|greater)$/.test(next?.lower ?? '')) &&
    /^(?:times|mal|fois|veces|vezes)$/.test(token.lower) &&
    !/^(?:a|an|per|each|every|daily|weekly|monthly|in|during|pro|par|por|\/)$/.test(next?.lower ?? '');
  // "3x a week" is a frequency, not a factor.
  const isFrequency =
    cross &&
    (next?.text === '/' || (/^(?:a|an|per|each|every)$/.test(next?.lower ?? '') && singularTimeUnit(third?.lower ?? '') !== undefined));
  if (isFrequency) return advance(tokens, amount, 1);
  if (!cross && !fold && !hyphenFold && !times) return;
  amount.factor = true;
  amount.unit = 'ratio';
  advance(tokens, amount, hyphenFold || (cross && next?.text === '-' && third?.lower === 'faster') ? 2 : 1);
}

function takeUnit(tokens: readonly Token[], amount: SingleAmount): void {
  if (amount.currency || (amount.unit && amount.unit !== 'point')) return;
  const hyphen = tokens[amount.next]?.text === '-' && tokens[amount.next]?.adjacent && tokens[amount.next + 1]?.adjacent ? 1 : 0;
  const found = unitAt(tokens, amount.next + hyphen, amount.magnitude !== 1);
  if (!found) return;
  if (amount.unit === 'point' && found.unit !== 'star') return;
  if (hyphen) amount.adjective = true;
  amount.unit = found.unit;
  advance(tokens, amount, hyphen + found.length);
  takeSmallerUnit(tokens, amount);
}

/** Skip the smaller unit of "1 h 20 min". Amounts are never converted, so the larger unit becomes a lower bound. */
function takeSmallerUnit(tokens: readonly Token[], amount: SingleAmount): void {
  const [number, unit] = [tokens[amount.next], tokens[amount.next + 1]];
  const smaller = number?.kind === 'number' && unit?.adjacent ? smallerUnits[amount.unit ?? ''] : undefined;
  if (!smaller?.test(unit?.text ?? '')) return;
  amount.plus = true;
  advance(tokens, amount, 2);
}

const smallerUnits: Partial<Record<string, RegExp>> = { hour: /^(?:m|min|mins)$/, minute: /^(?:s|sec|secs)$/ };

/** Mark the number of an adjective: 400-person, 12-strong. */
function takeAdjective(tokens: readonly Token[], amount: SingleAmount): void {
  const [hyphen, word] = [tokens[amount.next], tokens[amount.next + 1]];
  if (hyphen && /^[-‑]$/.test(hyphen.text) && hyphen.adjacent && word?.kind === 'word' && word.adjacent) amount.adjective = true;
}

function advance(tokens: readonly Token[], amount: SingleAmount, by: number): void {
  amount.next += by;
  amount.end = tokens[amount.next - 1]?.end ?? amount.end;
}

/** Remove binary rounding errors from a product such as 1.1 × 1000. */
function round(value: number): number {
  return Number(value.toPrecision(15));
}

import { physicalUnit } from '../../schemas/units.ts';
import { advance, type AmountItem } from './items.ts';
import { magnitudeOf } from './numerals.ts';
import { takeWhole } from './share-whole.ts';
import { meaningOfM, symbolAt } from './symbols.ts';
import type { Token } from './tokens.ts';
import { unitAt } from './unit-phrases.ts';
import { currencyName, currencyOf, singularTimeUnit, unitOf } from './units.ts';

/** Read what follows a number and belongs to it: plus, magnitude, whole, currency, factor and unit, in the order of the text. */
export function readSuffixes(tokens: readonly Token[], amount: AmountItem): void {
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
    takeSymbol,
    takePlus,
    takeAdjective,
  ]) {
    take(tokens, amount);
  }
}

/** Take the half of "two and a half hours". */
function takeHalf(tokens: readonly Token[], amount: AmountItem): void {
  const words = [0, 1, 2].map((offset) => tokens[amount.next + offset]?.lower).join(' ');
  if (words !== 'and a half') return;
  amount.value += 0.5;
  advance(tokens, amount, 3);
}

/** Take the plural of "100s of orders": at least a hundred. */
function takeHundreds(tokens: readonly Token[], amount: AmountItem): void {
  const [plural, of] = [tokens[amount.next], tokens[amount.next + 1]];
  if (plural?.text !== 's' || !plural.adjacent || of?.lower !== 'of' || ![10, 100, 1000, 10_000].includes(amount.value)) return;
  amount.bound = 'at_least';
  advance(tokens, amount, 2);
}

function takePlus(tokens: readonly Token[], amount: AmountItem): void {
  const [sign, after] = [tokens[amount.next], tokens[amount.next + 1]];
  if (sign?.text !== '+' || after?.kind === 'number') return;
  // "20+ hours" and "20 + hours". A plus with spaces around it that no unit follows joins two claims.
  if (!sign.adjacent && !(after && unitOf(after.lower))) return;
  amount.bound = 'at_least';
  advance(tokens, amount, 1);
}

function takeMagnitude(tokens: readonly Token[], amount: AmountItem): void {
  const token = tokens[amount.next];
  if (token?.kind !== 'word') return;
  const size = magnitudeOf(token.text);
  if (size === undefined) return;
  if (token.text === 'm' && !amount.currency) {
    const meaning = meaningOf(tokens, amount.next);
    if (meaning === 'minute') {
      amount.unit = 'minute';
      advance(tokens, amount, 1);
      return takeSmallerUnit(tokens, amount);
    }
    if (meaning === 'metre') return;
  }
  const short = token.text.length <= 2;
  const standsAlone = /^(?:Cr|CR|cr|[MKm]|bn|mn)$/.test(token.text) || (amount.currency !== null && /^[BTL]$/.test(token.text));
  if (short && !token.adjacent && !standsAlone) return;
  // "5 mm" is a length, not five million.
  if (token.lower === 'mm' && !amount.currency) return;
  amount.magnitude = size;
  amount.value = round(amount.value * size);
  advance(tokens, amount, 1);
  // "Mio." and "Mrd." end in a dot.
  const dot = tokens[amount.next];
  if (/^(?:mio|mrd|tsd|mil)$/.test(token.lower) && dot?.text === '.' && dot.adjacent) advance(tokens, amount, 1);
  // "hundred thousand"
  const second = tokens[amount.next];
  const more = second?.kind === 'word' && !short && second.text.length > 3 ? magnitudeOf(second.text) : undefined;
  if (more === undefined || more < size) return;
  amount.value = round(amount.value * more);
  amount.magnitude *= more;
  advance(tokens, amount, 1);
}

/**
 * Return what a single "m" after a number means: minutes near a noun of time or before seconds; metres near a noun of length, before a power or
 * a slash, or with a space before it; else millions, as in "2m downloads" and "2 m downloads".
 */
function meaningOf(tokens: readonly Token[], at: number): 'minute' | 'metre' | 'million' {
  const [token, next, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (next?.adjacent && /^[²³23/]$/.test(next.text)) return 'metre';
  if (token?.adjacent && /^s(?:ecs?)?$/.test(third?.lower ?? '')) return 'minute';
  const before = tokens.slice(Math.max(0, at - 8), at).map(({ lower }) => lower);
  const stated = meaningOfM(before.join(' '));
  if (stated) return stated;
  if (token?.adjacent) return meaningOfM(next?.lower ?? '') === 'metre' ? 'metre' : 'million';
  return counted.test(next?.lower ?? '') ? 'million' : 'metre';
}

/** What a million are counted of. */
const counted =
  /^(?:users?|people|customers?|visitors?|visits|views?|pageviews|downloads|installs|sessions|impressions|hits|orders|records|rows|requests|subscribers|members|followers)$/;

function takeCurrency(tokens: readonly Token[], amount: AmountItem): void {
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
  if (token.lower === 'pounds' && next?.lower === 'of' && !moneyNouns.test(third?.lower ?? '')) return;
  amount.currency = currency;
  advance(tokens, amount, 1);
}

const moneyNouns = /^(?:savings?|spend|spending|revenues?|sales|costs?|funding|investments?|debts?|income|fees)$/;

function takeFactor(tokens: readonly Token[], amount: AmountItem): void {
  const [token, next, third] = [tokens[amount.next], tokens[amount.next + 1], tokens[amount.next + 2]];
  if (!token || amount.currency || amount.unit) return;
  const cross = /^[xX×✕배]$/.test(token.text) && (token.adjacent || token.text === '×' || next?.kind === 'word') && next?.kind !== 'number';
  const fold = token.lower === 'fold' || token.lower === '-fold';
  const hyphenFold = token.text === '-' && /^(?:fold|mal|times)$/.test(next?.lower ?? '');
  const times =
    (amount.value < 100 || /^(?:more|less|fewer|higher|lower|faster|as|the|better|greater)$/.test(next?.lower ?? '')) &&
    /^(?:times|mal|fois|veces|vezes)$/.test(token.lower) &&
    !/^(?:a|an|per|each|every|daily|weekly|monthly|in|during|pro|par|por|\/)$/.test(next?.lower ?? '');
  // "3x a week" is a frequency, not a factor.
  const isEach = /^(?:a|an|per|each|every)$/.test(next?.lower ?? '') && singularTimeUnit(third?.lower ?? '') !== undefined;
  if (cross && (next?.text === '/' || isEach)) return advance(tokens, amount, 1);
  if (!cross && !fold && !hyphenFold && !times) return;
  amount.factor = true;
  amount.unit = 'ratio';
  advance(tokens, amount, hyphenFold || (cross && next?.text === '-' && third?.lower === 'faster') ? 2 : 1);
}

function takeUnit(tokens: readonly Token[], amount: AmountItem): void {
  if (amount.currency || (amount.unit && amount.unit !== 'point')) return;
  const hyphen = hyphenLength(tokens, amount);
  const found = unitAt(tokens, amount.next + hyphen, amount.magnitude !== 1);
  if (!found || (amount.unit === 'point' && found.unit !== 'star')) return;
  if (hyphen) amount.adjective = true;
  amount.unit = found.unit;
  advance(tokens, amount, hyphen + found.length);
  takeSmallerUnit(tokens, amount);
}

/** Take a physical unit: 18 km, 24 °C, 46 kWh/m², the kWh of €0.42/kWh; or letters joined to the number, as written: 6w. "€40/m" may be a month. */
function takeSymbol(tokens: readonly Token[], amount: AmountItem): void {
  const [token, next, third] = [tokens[amount.next], tokens[amount.next + 1], tokens[amount.next + 2]];
  if (amount.currency && token?.text === '/' && token.adjacent) {
    const mayBeMonth = next?.text === 'm' && !/^[²³23]$/.test(third?.text ?? '');
    const divisor = mayBeMonth ? null : symbolAt(tokens, amount.next + 1);
    if (!divisor?.length) return;
    amount.symbol = divisor.symbol;
    return advance(tokens, amount, 1 + divisor.length);
  }
  if (amount.currency || amount.unit) return;
  // "1,5 millones de km"
  if (amount.magnitude >= 1e6 && token?.lower === 'de' && physicalUnit(next?.text ?? '')) advance(tokens, amount, 1);
  const hyphen = hyphenLength(tokens, amount);
  const found = symbolAt(tokens, amount.next + hyphen);
  const joined = token?.adjacent && token.kind === 'word' && amount.magnitude === 1 && /^\p{L}{1,3}$/u.test(token.text);
  if (!found && !joined) return;
  if (hyphen && found?.length) amount.adjective = true;
  amount.unit = 'count';
  amount.symbol = found?.symbol ?? token?.text ?? null;
  advance(tokens, amount, found ? (found.length ? hyphen + found.length : 0) : 1);
}

/** Return 1 if a hyphen joins the number to the next word, else 0. */
function hyphenLength(tokens: readonly Token[], { next }: AmountItem): 0 | 1 {
  const [hyphen, word] = [tokens[next], tokens[next + 1]];
  return hyphen?.text === '-' && hyphen.adjacent && word?.adjacent ? 1 : 0;
}

/** Take the smaller unit of "1 h 20 min" as written. Amounts are never converted, so the value is that of the larger one, a lower bound. */
function takeSmallerUnit(tokens: readonly Token[], amount: AmountItem): void {
  const [number, unit] = [tokens[amount.next], tokens[amount.next + 1]];
  const smaller = number?.kind === 'number' && /^\d{1,2}$/.test(number.text) ? smallerUnits[amount.unit ?? ''] : undefined;
  // "2h30"
  const isJoined = amount.unit === 'hour' && number?.adjacent && number.text.length === 2;
  const isNamed = smaller?.words.test(unit?.text ?? '') && (unit?.text !== 'm' || unit.adjacent);
  if (!smaller || !(isJoined || isNamed)) return;
  amount.bound = 'at_least';
  amount.symbol = `${smaller.larger} ${number?.text} ${smaller.symbol}`;
  advance(tokens, amount, isNamed ? 2 : 1);
}

const smallerUnits: Partial<Record<string, { larger: string; words: RegExp; symbol: string }>> = {
  hour: { larger: 'h', words: /^(?:m|mins?|minutes?|minuten|minutos?)$/i, symbol: 'min' },
  minute: { larger: 'min', words: /^(?:s|secs?|seconds?|sekunden?|secondes?|segundos?)$/i, symbol: 's' },
};

/** Mark the number of an adjective: 400-person, 12-strong. */
function takeAdjective(tokens: readonly Token[], amount: AmountItem): void {
  const [hyphen, word] = [tokens[amount.next], tokens[amount.next + 1]];
  if (hyphen && /^[-‑]$/.test(hyphen.text) && hyphen.adjacent && word?.kind === 'word' && word.adjacent) amount.adjective = true;
}

/** Remove binary rounding errors from a product such as 1.1 × 1000. */
function round(value: number): number {
  return Number(value.toPrecision(15));
}

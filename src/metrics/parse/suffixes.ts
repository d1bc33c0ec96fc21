import { magnitudeOf, numberWord, readNumeral } from './numerals.ts';
import type { Token } from './tokens.ts';
import type { Unit } from '../model/types.ts';
import { unitAt } from './unit-phrases.ts';
import { currencyName, currencyOf, singularTime, unitOf } from './units.ts';

/** Take all that belongs to a number behind it: its plus, scale, whole, currency, factor and unit, in the order they stand. */
export function takeSuffixes(tokens: readonly Token[], atom: Atom): void {
  const reader: Reader = { tokens, atom };
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
    take(reader);
  }
}

/** A number while its surroundings are read. */
export interface Atom {
  /** Expanded: 21k is 21000. */
  value: number;
  magnitude: number;
  scaled: boolean;
  unit: Unit | null;
  currency: string | null;
  plus: boolean;
  factor: boolean;
  adjective: boolean;
  /** X of Y: the whole that was told as well. */
  whole: number | null;
  spelled: boolean;
  sign: 'up' | 'down' | null;
  start: number;
  end: number;
  next: number;
}

interface Reader {
  tokens: readonly Token[];
  atom: Atom;
}

/** two and a half hours */
function takeHalf({ tokens, atom }: Reader): void {
  const words = [0, 1, 2].map((offset) => tokens[atom.next + offset]?.lower).join(' ');
  if (words !== 'and a half') return;
  atom.value += 0.5;
  advance(atom, tokens, 3);
}

/** 100s of orders: at least a hundred. */
function takeHundreds({ tokens, atom }: Reader): void {
  const [plural, of] = [tokens[atom.next], tokens[atom.next + 1]];
  if (plural?.text !== 's' || !plural.glued || of?.lower !== 'of' || ![10, 100, 1000, 10_000].includes(atom.value)) return;
  atom.plus = true;
  advance(atom, tokens, 2);
}

function takePlus({ tokens, atom }: Reader): void {
  const [sign, after] = [tokens[atom.next], tokens[atom.next + 1]];
  if (sign?.text !== '+' || after?.kind === 'number') return;
  // "20+ hours" and "20 + hours"; a plus with blanks around it before another claim joins two.
  if (!sign.glued && !(after && unitOf(after.lower))) return;
  atom.plus = true;
  advance(atom, tokens, 1);
}

function takeMagnitude({ tokens, atom }: Reader): void {
  const token = tokens[atom.next];
  if (token?.kind !== 'word') return;
  const size = magnitudeOf(token.text);
  if (size === undefined) return;
  if (
    token.text === 'm' &&
    token.glued &&
    !atom.currency &&
    (speaksOfTime(tokens, atom.next) || /^s(?:ecs?)?$/.test(tokens[atom.next + 2]?.lower ?? ''))
  ) {
    atom.unit = 'minute';
    advance(atom, tokens, 1);
    return takeSmallerUnit(tokens, atom);
  }
  const short = token.text.length <= 2;
  if (short && !token.glued && !(atom.currency && /^[MBKTL]$/.test(token.text)) && !/^(?:Cr|CR|cr|[MK]|bn|mn)$/.test(token.text)) return;
  // "5 mm" and "10 T" are no millions; a lone m is a minute where seconds or hours stand near.
  if (token.lower === 'mm' && !atom.currency) return;
  atom.magnitude = size;
  atom.scaled = true;
  atom.value = round(atom.value * size);
  advance(atom, tokens, 1);
  // Mio. and Mrd. carry a dot of their own.
  if (/^(?:mio|mrd|tsd|mil)$/.test(token.lower) && tokens[atom.next]?.text === '.' && tokens[atom.next]?.glued) advance(atom, tokens, 1);
  const twice = tokens[atom.next];
  const more = twice?.kind === 'word' && !short && twice.text.length > 3 ? magnitudeOf(twice.text) : undefined;
  if (more === undefined || more < size) return;
  atom.value = round(atom.value * more);
  atom.magnitude *= more;
  advance(atom, tokens, 1);
}

/** Whether a noun of time stands shortly before, so that a lone m is a minute. */
function speaksOfTime(tokens: readonly Token[], index: number): boolean {
  return tokens
    .slice(Math.max(0, index - 8), index)
    .some(({ lower }) => /^(?:times?|duration|latency|mttr|builds?|deploys?|deployments?|wait|runtime|setup|tests?)$/.test(lower));
}

/** X of Y: 9/10, 4.8 out of 5, 3 of 4. Only X is the value. */
function takeWhole({ tokens, atom }: Reader): void {
  const [first, second, third] = [tokens[atom.next], tokens[atom.next + 1], tokens[atom.next + 2]];
  const out = first?.lower === 'out' && second?.lower === 'of';
  const whole = wholeAt(out ? third : second);
  if (whole === null || !first) return;
  if (first.text === '/' && second?.kind === 'number') {
    atom.unit = 'point';
  } else if (out) {
    const after = tokens[atom.next + 3];
    const counts = after?.kind === 'word' && !/^(?:stars?|rating|score|on|by|in|from|for|and|average|points?)$/.test(after.lower);
    if ([5, 10, 100].includes(whole) && !counts) atom.unit = 'point';
  } else {
    if ((first.lower !== 'of' && first.lower !== 'in') || unitOf(third?.lower ?? '') || magnitudeOf(third?.text ?? '')) return;
    // "One of 30 finalists" picks from a list.
    if (first.lower === 'in' ? atom.value >= 10 : atom.spelled && atom.value === 1) return;
  }
  atom.whole = whole;
  advance(atom, tokens, out ? 3 : 2);
}

function wholeAt(token: Token | undefined): number | null {
  if (token?.kind === 'number') return readNumeral(token.text);
  const spelled = token?.kind === 'word' ? numberWord(token.lower) : undefined;
  return spelled !== undefined && spelled > 1 ? spelled : null;
}

function takeCurrency({ tokens, atom }: Reader): void {
  const token = tokens[atom.next];
  if (!token || token.kind === 'number') return;
  if (atom.currency) {
    // $5M USD says its currency twice.
    if (token.kind === 'word' && /^[A-Z]{3}$/.test(token.text) && currencyOf(token.text)) advance(atom, tokens, 1);
    return;
  }
  const currency = token.kind === 'word' ? currencyName(token.text) : currencyOf(token.text);
  if (!currency || tokens[atom.next + 1]?.kind === 'number') return;
  atom.currency = currency;
  advance(atom, tokens, 1);
}

function takeFactor({ tokens, atom }: Reader): void {
  if (atom.currency || atom.unit) return;
  const [token, next, third] = [tokens[atom.next], tokens[atom.next + 1], tokens[atom.next + 2]];
  if (!token) return;
  const cross = /^[xX×✕배]$/.test(token.text) && (token.glued || token.text === '×' || next?.kind === 'word') && next?.kind !== 'number';
  const fold = token.lower === 'fold' || token.lower === '-fold';
  const hyphenFold = token.text === '-' && /^(?:fold|mal|times)$/.test(next?.lower ?? '');
  const times =
    (atom.value < 100 || /^(?:more|less|fewer|higher|lower|faster|as|the|better|greater)$/.test(next?.lower ?? '')) &&
    /^(?:times|mal|fois|veces|vezes)$/.test(token.lower) &&
    !/^(?:a|an|per|each|every|daily|weekly|monthly|in|during|pro|par|por)$/.test(next?.lower ?? '');
  // 3x a week is how often, not how many times as much.
  const often =
    cross &&
    (next?.text === '/' || (/^(?:a|an|per|each|every)$/.test(next?.lower ?? '') && singularTime(third?.lower ?? '') !== undefined));
  if (often) return advance(atom, tokens, 1);
  if (!cross && !fold && !hyphenFold && !times) return;
  atom.factor = true;
  atom.unit = 'ratio';
  advance(atom, tokens, hyphenFold || (cross && next?.text === '-' && third?.lower === 'faster') ? 2 : 1);
}

function takeUnit({ tokens, atom }: Reader): void {
  if (atom.currency || (atom.unit && atom.unit !== 'point')) return;
  const hyphen = tokens[atom.next]?.text === '-' && tokens[atom.next]?.glued && tokens[atom.next + 1]?.glued ? 1 : 0;
  const found = unitAt(tokens, atom.next + hyphen, atom.scaled);
  if (!found) return;
  if (atom.unit === 'point' && found.unit !== 'star') return;
  if (hyphen) atom.adjective = true;
  atom.unit = found.unit;
  advance(atom, tokens, hyphen + found.length);
  takeSmallerUnit(tokens, atom);
}

/** 1 h 20 min: nothing is converted, so the larger unit stands for the whole, and at least that much it was. */
function takeSmallerUnit(tokens: readonly Token[], atom: Atom): void {
  const [number, unit] = [tokens[atom.next], tokens[atom.next + 1]];
  const smaller = number?.kind === 'number' && unit?.glued ? smallerUnits[atom.unit ?? ''] : undefined;
  if (!smaller?.test(unit?.text ?? '')) return;
  atom.plus = true;
  advance(atom, tokens, 2);
}

const smallerUnits: Partial<Record<string, RegExp>> = { hour: /^(?:m|min|mins)$/, minute: /^(?:s|sec|secs)$/ };

/** 400-person, 12-strong: the number is an adjective. */
function takeAdjective({ tokens, atom }: Reader): void {
  const [hyphen, word] = [tokens[atom.next], tokens[atom.next + 1]];
  if (hyphen && /^[-‑]$/.test(hyphen.text) && hyphen.glued && word?.kind === 'word' && word.glued) atom.adjective = true;
}

function advance(atom: Atom, tokens: readonly Token[], by: number): void {
  atom.next += by;
  atom.end = tokens[atom.next - 1]?.end ?? atom.end;
}

/** Products such as 1.1 × 1000 carry no binary dust. */
function round(value: number): number {
  return Number(value.toPrecision(15));
}

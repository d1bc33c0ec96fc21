import { magnitudeOf, numberWord, readNumeral } from './numerals.ts';
import type { Token } from './tokens.ts';
import type { Unit } from './types.ts';
import { currencyName, currencyOf, singularTime, unitOf } from './units.ts';

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
    whole: false,
    spelled: number.spelled,
    sign,
    start,
    end: tokens[at - 1]?.end ?? start,
    next: at,
  };
  if (number.unit) return atom;
  const reader: Reader = { tokens, atom };
  takeHundreds(reader);
  takePlus(reader);
  takeMagnitude(reader);
  takePlus(reader);
  takeWhole(reader);
  takeCurrency(reader);
  takeFactor(reader);
  takeUnit(reader);
  takePlus(reader);
  takeAdjective(reader);
  return atom;
}

export interface AtomRules {
  /** Whether the number token at an index is part of a name. */
  named: (index: number) => boolean;
  /** Whether `a week` may be read as one week. */
  article: boolean;
}

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
  /** X of Y: the whole was told as well. */
  whole: boolean;
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

interface ReadNumber {
  value: number;
  spelled: boolean;
  next: number;
  unit?: Unit;
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

/** Number words: seven, twenty five, two hundred, half a day. */
function readSpelled(tokens: readonly Token[], index: number): ReadNumber | null {
  const token = tokens[index];
  if (token?.kind !== 'word') return null;
  if (token.lower === 'half') return readHalf(tokens, index);
  const parts = token.lower.split('-');
  const values = parts.map(numberWord);
  const first = values[0];
  if (first === undefined) return null;
  if (parts.length === 2) {
    const second = values[1];
    if (second !== undefined && first >= 20 && first < 100 && second > 0 && second < 10)
      return { value: first + second, spelled: true, next: index + 1 };
    const unit = unitOf(parts[1] ?? '');
    return unit && second === undefined ? { value: first, spelled: true, next: index + 1, unit } : null;
  }
  if (parts.length > 2 || !isPlainNumberWord(token.lower, tokens[index + 1])) return null;
  const next = tokens[index + 1];
  if (next && /^(?:thirds?|quarters?|fifths?|tenths?|drittel|viertel|tiers|quarts?)$/.test(next.lower)) return null;
  const ones = next && first >= 20 && first < 100 ? numberWord(next.lower) : undefined;
  if (ones !== undefined && ones > 0 && ones < 10) return { value: first + ones, spelled: true, next: index + 2 };
  return { value: first, spelled: true, next: index + 1 };
}

/** Articles of other languages (`ein`, `une`, `dos` in Portuguese) are numbers only before a unit of time. */
function isPlainNumberWord(word: string, next: Token | undefined): boolean {
  if (!/^(?:ein|eine|einem|einen|einer|une|uno|una|um|uma|dos|six|elf|mil|cent|sept|single|once)$/.test(word) || word === 'six')
    return true;
  return (
    next !== undefined &&
    (singularTime(next.lower) !== undefined || unitOf(next.lower) !== undefined || magnitudeOf(next.lower) !== undefined)
  );
}

function readHalf(tokens: readonly Token[], index: number): ReadNumber | null {
  const unit = singularTime(tokens[index + 2]?.lower ?? '');
  if (unit && /^an?$/.test(tokens[index + 1]?.lower ?? '')) return { value: 0.5, spelled: true, next: index + 3, unit };
  const millions = magnitudeOf(tokens[index + 2]?.lower ?? '');
  return millions && millions >= 1000 && /^an?$/.test(tokens[index + 1]?.lower ?? '')
    ? { value: 0.5 * millions, spelled: true, next: index + 3 }
    : null;
}

/** a week, an hour, every day, a dozen, a million. */
function readArticle(tokens: readonly Token[], index: number, time: boolean): ReadNumber | null {
  const [token, next] = [tokens[index], tokens[index + 1]];
  const article = /^an?$/.test(token?.lower ?? '');
  const skip = article || /^(?:single|every|each)$/.test(token?.lower ?? '') ? 1 : 0;
  if (!skip || !next) return null;
  const word = article && next.lower === 'single' ? tokens[index + 2] : next;
  const at = word === next ? index + 2 : index + 3;
  const unit = singularTime(word?.lower ?? '');
  if (unit) return time ? { value: 1, spelled: true, next: at, unit } : null;
  const size = magnitudeOf(word?.lower ?? '');
  return article && size && (word?.lower.length ?? 0) > 4 ? { value: size, spelled: true, next: at } : null;
}

function advance(atom: Atom, tokens: readonly Token[], by: number): void {
  atom.next += by;
  atom.end = tokens[atom.next - 1]?.end ?? atom.end;
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
  if (token.text === 'm' && token.glued && !atom.currency && speaksOfTime(tokens, atom.next)) {
    atom.unit = 'minute';
    return advance(atom, tokens, 1);
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
  const whole = (token: Token | undefined) => token !== undefined && (token.kind === 'number' || (numberWord(token.lower) ?? 0) > 1);
  if (first?.text === '/' && second?.kind === 'number') {
    atom.unit = 'point';
    advance(atom, tokens, 2);
  } else if (first?.lower === 'out' && second?.lower === 'of' && whole(third)) {
    const after = tokens[atom.next + 3];
    const counts = after?.kind === 'word' && !/^(?:stars?|rating|score|on|by|in|from|for|and|average|points?)$/.test(after.lower);
    if (/^(?:5|10|100)$/.test(third?.text ?? '') && !counts) atom.unit = 'point';
    atom.whole = true;
    advance(atom, tokens, 3);
  } else if (
    (first?.lower === 'of' || first?.lower === 'in') &&
    whole(second) &&
    !unitOf(third?.lower ?? '') &&
    !magnitudeOf(third?.text ?? '')
  ) {
    if (first.lower === 'in' && atom.value >= 10) return;
    atom.whole = true;
    advance(atom, tokens, 2);
  }
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
  const cross = /^[xX×✕]$/.test(token.text) && (token.glued || token.text === '×' || next?.kind === 'word') && next?.kind !== 'number';
  const fold = token.lower === 'fold' || token.lower === '-fold';
  const hyphenFold = token.text === '-' && /^(?:fold|mal)$/.test(next?.lower ?? '');
  const times =
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
  const found = unitAt(tokens, atom.next + hyphen, atom);
  if (!found) return;
  if (atom.unit === 'point' && found.unit !== 'star') return;
  if (hyphen) atom.adjective = true;
  atom.unit = found.unit;
  advance(atom, tokens, hyphen + found.length);
}

function unitAt(tokens: readonly Token[], at: number, atom: Atom): { unit: Unit; length: number } | null {
  const [token, next, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!token) return null;
  if (token.text === '%' || /^(?:percent|prozent|percentage)$/.test(token.lower)) {
    const points =
      /^(?:points?|pts?|punkte|points-de)$/.test(next?.lower ?? '') ||
      (next?.text === '-' && /^(?:points?|punkte)$/.test(third?.lower ?? ''));
    if (points) return { unit: 'percentage_point', length: next?.text === '-' ? 3 : 2 };
    return token.lower === 'percentage' ? null : { unit: 'percent', length: 1 };
  }
  if (token.lower === 'prozentpunkte' || token.lower === 'prozentpunkten') return { unit: 'percentage_point', length: 1 };
  if (/^(?:per|pour|por)$/.test(token.lower) && /^(?:cent|ciento|cento)$/.test(next?.lower ?? '')) return { unit: 'percent', length: 2 };
  const rate = requestRate(tokens, at);
  if (rate) return rate;
  // 5 s is five seconds, "10 s" of a plural is not; single letters need to stand close.
  if (/^[sh]$/.test(token.text) && !token.glued && next?.glued && next.text === "'") return null;
  if (token.kind === 'word' && /^(?:Ms|MS)$/.test(token.text)) return null;
  const unit = unitOf(token.text);
  if (unit && !(atom.scaled && /^(?:point|star)$/.test(unit))) return { unit, length: 1 };
  // Engineering hours, business days.
  const later = next && timeAdjectives.test(token.lower) ? unitOf(next.text) : undefined;
  return later && timeUnits.has(later) ? { unit: later, length: 2 } : null;
}

const timeAdjectives =
  /^(?:business|working|work|calendar|man|person|engineering|engineer|developer|dev|staff|labou?r|full|whole|manual|billable|consecutive|short|more|fewer|extra|additional|clock|employee|team|admin|clinician|machine|cpu|compute)$/;
const timeUnits = new Set<Unit>(['second', 'minute', 'hour', 'day', 'week', 'month', 'year']);

/** Up to three words before `per second`: 8,000 search requests per second. */
function requestRate(tokens: readonly Token[], at: number): { unit: Unit; length: number } | null {
  const words = tokens.slice(at, at + 6);
  const noun = words.findIndex(({ lower }) => /^(?:requests?|req|queries|calls|anfragen|requêtes)$/.test(lower));
  if (
    noun < 0 ||
    noun > 3 ||
    words.slice(0, noun).some(({ kind, lower }) => (kind !== 'word' && lower !== '-') || /^(?:in|of|and|for|to)$/.test(lower))
  )
    return null;
  const [per, unit] = words.slice(noun + 1);
  if (!per || !unit || !(per.lower === 'per' || per.text === '/' || per.lower === 'a' || per.lower === 'pro')) return null;
  const rate = /^(?:second|sec|s|sekunde)$/.test(unit.lower)
    ? 'request_per_second'
    : /^(?:minute|min)$/.test(unit.lower)
      ? 'request_per_minute'
      : null;
  // The nouns stay in the sentence: they are the subject.
  return rate ? { unit: rate, length: 0 } : null;
}

/** 400-person, 12-strong: the number is an adjective. */
function takeAdjective({ tokens, atom }: Reader): void {
  const [hyphen, word] = [tokens[atom.next], tokens[atom.next + 1]];
  if (hyphen && /^[-‑]$/.test(hyphen.text) && hyphen.glued && word?.kind === 'word' && word.glued) atom.adjective = true;
}

/** Products such as 1.1 × 1000 carry no binary dust. */
function round(value: number): number {
  return Number(value.toPrecision(15));
}

import type { Unit } from '../model/types.ts';
import { magnitudeOf, numberWord } from './numerals.ts';
import type { Token } from './tokens.ts';
import { singularTimeUnit, unitOf } from './units.ts';

/** Read number words at a token: seven, twenty five, six-week, half a day. */
export function readNumberWords(tokens: readonly Token[], index: number): NumberReading | null {
  const token = tokens[index];
  if (token?.kind !== 'word') return null;
  if (token.lower === 'half') return readHalf(tokens, index);
  const parts = token.lower.split('-');
  const [first, second] = parts.map(numberWord);
  if (first === undefined || parts.length > 2) return null;
  if (parts.length === 2) {
    if (isOnesOf(first, second)) return { value: first + second, next: index + 1 };
    const unit = unitOf(parts[1] ?? '');
    return unit && second === undefined ? { value: first, next: index + 1, unit } : null;
  }
  const next = tokens[index + 1];
  if (!isPlainNumberWord(token.lower, next)) return null;
  // "Five nines", "Six Sigma" and "zero trust" are names.
  if (/^(?:nines|sigma|trust|knowledge|sum)$/.test(next?.lower ?? '')) return null;
  if (/^(?:thirds?|quarters?|fifths?|tenths?|drittel|viertel|tiers|quarts?)$/.test(next?.lower ?? '')) return null;
  const ones = numberWord(next?.lower ?? '');
  return isOnesOf(first, ones) ? { value: first + ones, next: index + 2 } : { value: first, next: index + 1 };
}

/** Whether a number may follow a multiple of ten: twenty five. */
function isOnesOf(tens: number, ones: number | undefined): ones is number {
  return tens >= 20 && tens < 100 && ones !== undefined && ones > 0 && ones < 10;
}

/** Read an article as the number one: a week, every day, a dozen, a million; units of time only if `allowTime`. */
export function readArticleAsNumber(tokens: readonly Token[], index: number, allowTime: boolean): NumberReading | null {
  const [token, next] = [tokens[index], tokens[index + 1]];
  const article = /^an?$/.test(token?.lower ?? '');
  if (!next || !(article || /^(?:single|every|each)$/.test(token?.lower ?? ''))) return null;
  const at = article && next.lower === 'single' ? index + 2 : index + 1;
  const word = tokens[at]?.lower ?? '';
  const unit = singularTimeUnit(word);
  if (unit) return allowTime ? { value: 1, next: at + 1, unit } : null;
  const size = magnitudeOf(word);
  return article && size && word.length > 4 ? { value: size, next: at + 1 } : null;
}

/** A number, the index of the next token, and the unit if the words include one. */
export interface NumberReading {
  value: number;
  next: number;
  unit?: Unit;
}

/** Articles of other languages (`ein`, `une`, Portuguese `dos`) are numbers only before a unit or a magnitude. */
function isPlainNumberWord(word: string, next: Token | undefined): boolean {
  if (!/^(?:ein|eine|einem|einen|einer|une|uno|una|um|uma|dos|elf|mil|cent|sept|single|once)$/.test(word)) return true;
  return next !== undefined && (unitOf(next.lower) !== undefined || magnitudeOf(next.lower) !== undefined);
}

/** Read "half a day" or "half a million". */
function readHalf(tokens: readonly Token[], index: number): NumberReading | null {
  if (!/^an?$/.test(tokens[index + 1]?.lower ?? '')) return null;
  const word = tokens[index + 2]?.lower ?? '';
  const unit = singularTimeUnit(word);
  if (unit) return { value: 0.5, next: index + 3, unit };
  const size = magnitudeOf(word);
  return size && size >= 1000 ? { value: 0.5 * size, next: index + 3 } : null;
}

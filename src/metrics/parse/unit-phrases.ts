import type { Unit } from '../model/types.ts';
import type { Token } from './tokens.ts';
import { unitOf } from './units.ts';
import { wordTable } from './word-table.ts';

/** Read the unit at a token, which may span several: per cent, business days, requests per second. */
export function unitAt(tokens: readonly Token[], at: number, scaled: boolean): UnitPhrase | null {
  const [token, next, third] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (!token) return null;
  if (/^(?:%|percent|prozent|percentage)$/.test(token.lower)) {
    if (/^(?:points?|pts?|punkte)$/.test(next?.lower ?? '')) return { unit: 'percentage_point', length: 2 };
    if (next?.text === '-' && /^(?:points?|punkte)$/.test(third?.lower ?? '')) return { unit: 'percentage_point', length: 3 };
    return token.lower === 'percentage' ? null : { unit: 'percent', length: 1 };
  }
  if (/^prozentpunkten?$/.test(token.lower)) return { unit: 'percentage_point', length: 1 };
  if (/^(?:per|pour|por)$/.test(token.lower) && /^(?:cent|ciento|cento)$/.test(next?.lower ?? '')) return { unit: 'percent', length: 2 };
  const rate = requestRate(tokens, at);
  if (rate) return rate;
  // "5 s" is five seconds, unless an apostrophe follows.
  if (/^[shdj]$/.test(token.text) && !token.adjacent && next?.adjacent && /^['’]$/.test(next.text)) return null;
  if (token.kind === 'word' && /^(?:Ms|MS)$/.test(token.text)) return null;
  // "120 an hour": the English article, not the French year.
  if (token.lower === 'an' && /^[aeiouh]/.test(next?.lower ?? '')) return null;
  const compound = token.text.includes('-') ? compoundUnit(token.text) : undefined;
  if (compound) return { unit: compound, length: 1 };
  const unit = unitOf(token.text);
  if (unit && !(scaled && /^(?:point|star)$/.test(unit))) return { unit, length: 1 };
  // "Engineering hours", "business days".
  const later = next && timeAdjectives.test(token.lower) ? unitOf(next.text) : undefined;
  return later && timeUnits.has(later) ? { unit: later, length: 2 } : null;
}

const timeAdjectives =
  /^(?:business|working|work|calendar|man|person|engineering|engineer|developer|dev|staff|labou?r|full|whole|manual|billable|consecutive|short|more|fewer|extra|additional|clock|employee|team|admin|clinician|machine|cpu|compute)$/;
const timeUnits = new Set<Unit>(['second', 'minute', 'hour', 'day', 'week', 'month', 'year']);

/** Read the unit in "8,000 search requests per second". Its length is 0: the nouns stay in the sentence as the subject. */
function requestRate(tokens: readonly Token[], at: number): UnitPhrase | null {
  for (let noun = at; noun < at + 4; noun++) {
    const token = tokens[noun];
    if (!token || (token.kind !== 'word' && token.text !== '-') || /^(?:in|of|and|for|to)$/.test(token.lower)) return null;
    if (!/^(?:requests?|req|queries|calls|anfragen|requêtes)$/.test(token.lower)) continue;
    const unit = /^(?:per|\/|a|pro)$/.test(tokens[noun + 1]?.lower ?? '') ? rates.get(tokens[noun + 2]?.lower ?? '') : undefined;
    return unit ? { unit, length: 0 } : null;
  }
  return null;
}

const rates = wordTable<Unit>([
  ['request_per_second', 'second sec s sekunde'],
  ['request_per_minute', 'minute min'],
]);

/** Return the unit of a compound: man-hours, work-days. */
function compoundUnit(word: string): Unit | undefined {
  const [first = '', second = ''] = word.split('-');
  const unit = timeAdjectives.test(first.toLowerCase()) ? unitOf(second) : undefined;
  return unit && timeUnits.has(unit) ? unit : undefined;
}

/** A unit and the number of tokens that name it. */
interface UnitPhrase {
  unit: Unit;
  length: number;
}

import { isAmount, isSymbol, isWord, type Item, wordOf } from './items.ts';
import { isPeriodAdjective, periodAt, startOfPeriod } from './periods.ts';
import {
  comparativeDirection,
  isArticle,
  isAuxiliary,
  isFiller,
  isFunctionWord,
  isPreposition,
  movementOf,
  nounDirection,
  verbDirection,
} from './lexicon.ts';

/** A phrase as a range of items, the end excluded. */
export interface Phrase {
  from: number;
  to: number;
}

/** Find the phrase after a preposition: reduction [in page load times]. */
export function complementAt(items: readonly Item[], from: number, to: number): Phrase | null {
  return complementWords.test(wordOf(items[from])) ? phraseFrom(items, from + 1, to) : null;
}

/** Find the phrase that begins at an index; a preposition, a symbol, an amount or a verb ends it. */
export function phraseFrom(items: readonly Item[], from: number, to: number): Phrase | null {
  const start = skipLeadIn(items, from, to);
  const span = wordOf(items[start - 1]) === 'from';
  let end = start;
  while (end < to && end - start < maxItems) {
    const item = items[end];
    if (!isInnerSymbol(item)) {
      if (!isWord(item)) break;
      const word = item.lower;
      if (isPreposition(word) && !joinsNouns(items, start, end) && !(span && word === 'to')) break;
      if (end > start && !span && (isAuxiliary(word) || isParticiple(word) || subordinators.test(word))) break;
    }
    end += 1;
  }
  return trimPhrase(items, { from: start, to: end }, 'noun');
}

/** Find the phrase that ends before an index: skip verbs, symbols and small words, then go back to a boundary. */
export function phraseBefore(items: readonly Item[], index: number, from: number): Phrase | null {
  let to = index;
  while (to > from && index - to < maxItems && isTail(items[to - 1])) to -= 1;
  to = startOfPeriod(items, to, from) ?? to;
  let start = to;
  while (start > from && to - start < maxItems + 3) {
    const item = items[start - 1];
    if (!isInnerSymbol(item) && !isSymbol(item, '(', ')')) {
      if (!isWord(item)) break;
      const word = item.lower;
      const isVerb = verbDirection(word) !== undefined && nounDirection(word) === undefined;
      if (start < to && (word === 'with' || isVerb || (isAuxiliary(word) && !/^(?:is|to|by)$/.test(word)))) break;
    }
    start -= 1;
  }
  return trimPhrase(items, { from: start, to });
}

/** Find the subject of a sentence: the phrase before its first verb. */
export function subjectBeforeVerb(items: readonly Item[], from: number, to: number): Phrase | null {
  let end = from;
  while (end < to && end - from < maxItems + 3 && isWord(items[end]) && !isFinite(wordOf(items[end]))) end += 1;
  return end < to && isFinite(wordOf(items[end])) ? trimPhrase(items, { from, to: end }) : null;
}

/** Trim the words at both ends of a phrase that name nothing; null if no name is left. */
export function trimPhrase(items: readonly Item[], phrase: Phrase, begins: 'verb' | 'noun' = 'verb'): Phrase | null {
  let { from, to } = phrase;
  // "Reduction in booking time from 32 to 14 minutes" is about the booking time.
  if (to - from > 2 && nounDirection(wordOf(items[from])) !== undefined && /^(?:in|of)$/.test(wordOf(items[from + 1]))) from += 2;
  while (from < to && !isTermOfAverage(items, from) && (isEdge(items[from]) || isLeadIn(items[from], to - from, begins))) from += 1;
  to = startOfPeriod(items, to, from) ?? to;
  while (to > from && (isEdge(items[to - 1]) || (to - from > 1 && isTrailing(items[to - 1])))) to -= 1;
  const [only] = items.slice(from, to);
  const empty = to - from === 1 && isWord(only) && !canNameMeasure(only.lower, begins);
  return to > from && !empty && items.slice(from, to).some(isWord) ? { from, to } : null;
}

/** Whether a single word can name a measure; a word of movement (`increase`) cannot. */
function canNameMeasure(word: string, begins: 'verb' | 'noun'): boolean {
  if (/^(?:up|down|rather|instead|compared|vs|statt|rápid[oa]s?|rapides?|lieu|lugar|vez)$/.test(word)) return false;
  if (nounDirection(word) !== undefined || isPeriodAdjective(word) || timeCues.test(word)) return false;
  return begins === 'noun' || !isParticiple(word);
}

/** Whether an item is a symbol inside a name. */
function isInnerSymbol(item: Item | undefined): boolean {
  return isSymbol(item, '-', '/', '&', '®', '™', "'", '’') && !(item.spaced && item.text === '-');
}

/** Whether "average" belongs to the name of a measure: average order value. */
function isTermOfAverage(items: readonly Item[], at: number): boolean {
  const terms = /^(?:order|basket|revenue|handle|handling|session|deal|selling|contract|position)$/;
  return /^(?:average|avg)$/.test(wordOf(items[at])) && terms.test(wordOf(items[at + 1]));
}

const maxItems = 9;
const complementWords = /^(?:in|of|to|for|on|across|der|des|von|bei|de|del|do|da|dos|das|du|d|en|em|no|na|nos|nas)$/;
const subordinators = /^(?:when|while|because|so|if|although|where|using|resulting|allowing|making|helping|thanks|than)$/;
const periods = /^(?:a|per|each|every|the|annual|yoy|y-o-y|mom|qoq)$/;
const periodUnits = /^(?:year|month|week|day|hour|minute|second|quarter|shift|annum)$/;

/** Skip articles, small words and periods (`a year`, `/month`, `annually`) between a number and its noun. */
function skipLeadIn(items: readonly Item[], from: number, to: number): number {
  let at = from;
  while (at < to) {
    const [item, next] = [items[at], items[at + 1]];
    const word = wordOf(item);
    const period = periodAt(items, at);
    if (period) at = period.to;
    else if ((word === 'per' && isWord(next)) || (periods.test(word) && periodUnits.test(wordOf(next)))) at += 2;
    else if (isTermOfAverage(items, at)) break;
    else if (isWord(item) && (isArticle(word) || isFiller(word) || leadInWords.test(word))) at += 1;
    else break;
  }
  return at;
}

const leadInWords =
  /^(?:times|spent|of|in|on|de|del|en|em|no|nas|nos|na|so|for|to|at|by|as|many|much|viele?|from|saved|saving|savings|annually|monthly|yearly|yoy|year-over-year|year-on-year|additional|extra|across|during|des|der|di|al|más|mehr|plus|up|down|or|several)$/;

/** Whether a preposition is part of a name: cost per lead, time to market, cost of ownership. */
function joinsNouns(items: readonly Item[], start: number, at: number): boolean {
  const [previous, word] = [wordOf(items[at - 1]), wordOf(items[at])];
  if (at <= start) return false;
  if (word === 'per') return /^(?:cost|costs|revenue|price|pages|value|spend|time|clicks?|sessions?)$/.test(previous);
  if (word === 'on') return previous === 'return' || previous === 'time';
  if (word === 'to') return /^(?:time|click|visit|lead|add|speed|page|regression)$/.test(previous);
  return /^(?:of|de|du|des|del|da|do)$/.test(word) && isWord(items[at + 1]) && !isArticle(wordOf(items[at + 1])) && at - start <= 2;
}

function isParticiple(word: string): boolean {
  return verbDirection(word) !== undefined && /(?:ed|ing)$/.test(word);
}

/** Whether a word ends a subject: a finite verb, an auxiliary or a participle. */
function isFinite(word: string): boolean {
  return (
    /^(?:is|are|was|were|has|have|had|will|can|now|takes?|took|went|goes|ran|runs?|launched|delivered|completed|built|shipped|handled|reached)$/.test(
      word,
    ) || isParticiple(word)
  );
}

function isTail(item: Item | undefined): boolean {
  if (isAmount(item)) return false;
  if (!isWord(item)) return item?.type === 'symbol' || item?.type === 'unit';
  const { lower } = item;
  return isFunctionWord(lower) || isFiller(lower) || movementOf(lower) !== undefined || tailWords.test(lower);
}

const tailWords =
  /^(?:going|went|go|brought|taken|dropped|now|measured|used|experiencing|takes?|took|taking|reached|hit|achieved|exceeds?|equals|up|down|ranging|range|several|few|mere|per|single|once|which|that|seen|saw|been|weighs?|weighed|passé|est|pasó|passou|se)$/;

function isEdge(item: Item | undefined): boolean {
  if (!isWord(item)) return item?.type !== 'amount' && !isSymbol(item, ')', '®', '™');
  const { lower } = item;
  return isFunctionWord(lower) || isFiller(lower) || yearly.test(lower) || /^(?:19|20)\d\d$/.test(lower);
}

const timeCues = /^(?:frente|vorher|nachher|heute|jetzt|avant|auparavant|après|maintenant|antes|después|ahora|hoy)$/;

const yearly = /^(?:yoy|mom|qoq|year-over-year|year-on-year|month-over-month|annually)$/;

/** Whether an item leads into a phrase without belonging to it: reduced, faster, achieved. */
function isLeadIn(item: Item | undefined, left: number, begins: 'verb' | 'noun'): boolean {
  if (!isWord(item) || left < 2) return false;
  const { lower } = item;
  if (comparativeDirection(lower) !== undefined || (isParticiple(lower) && lower.endsWith('ed'))) return true;
  const moves = verbDirection(lower) !== undefined && /(?:ed|ing|s|cut|grew)$|^(?:reduce|increase|improve|boost|lower|raise)$/.test(lower);
  return begins === 'verb' && (moves || leadVerbs.test(lower));
}

function isTrailing(item: Item | undefined): boolean {
  const word = wordOf(item);
  if (/^(?:up|down|each|overall|yoy|rather|instead|compared|vs|benchmark)$/.test(word)) return true;
  return timeCues.test(word) || isPeriodAdjective(word) || isParticiple(word);
}

const leadVerbs =
  /^(?:(?:achiev|deliver|serv|process|handl|support|reach|generat|driv|manag|power|enabl|attract|maintain|provid|sustain|experienc|help|record|report|complet|shipp|migrat|automat|launch|us|mak|bring|hitt|see|gett|go|tak|spend)(?:ed|ing|es)|saw|brought|went|drove|took|got|did|achieve|deliver)$/;

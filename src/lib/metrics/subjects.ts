import type { Clause } from './clauses.ts';
import type { Pull } from './directions.ts';
import { isAmount, isSign, isWord, type Item, wordOf } from './items.ts';
import {
  comparativeDirection,
  isArticle,
  isAuxiliary,
  isConjunction,
  isFiller,
  isPreposition,
  nounDirection,
  verbDirection,
} from './lexicon.ts';

/** Where a phrase stands: the items that name what is measured, the end not included. */
export interface Phrase {
  from: number;
  to: number;
}

/** Find the phrase that names what a claim speaks of, by the word that makes it one. */
export function subjectOfChange(items: readonly Item[], index: number, clause: Clause, pull: Pull): Phrase | null {
  return first(
    pull.by === 'noun-ahead' && nounPhrase(items, index + 1, pull.at),
    pull.by === 'noun-ahead' && complement(items, pull.at + 1, clause.to),
    pull.by === 'comparative' && afterwards(items, pull.at + 1, clause.to),
    pull.by === 'noun-behind' && complement(items, pull.at + 1, index),
    pull.by === 'noun-behind' && backwards(items, pull.at, clause.from),
    pull.by === 'verb-behind' && object(items, pull.at + 1, index),
    pull.by === 'verb-behind' && backwards(items, pull.at, clause.from),
    pull.by === 'adverb' && backwards(items, Math.min(pull.at, index), clause.from),
    afterwards(items, Math.max(index, pull.at) + 1, clause.to),
    backwards(items, Math.min(index, pull.at), clause.from),
  );
}

/** Find what a measured state is the state of: the nouns behind the number, else those before it. */
export function subjectOfLevel(items: readonly Item[], index: number, clause: Clause): Phrase | null {
  const before =
    isSign(items[index - 1], ':', '=') ||
    isAuxiliary(wordOf(items[index - 1])) ||
    wordOf(items[index - 1]) === 'of' ||
    takes.test(wordOf(items[index - 1]));
  const ahead = afterwards(items, index + 1, clause.to);
  const behind = backwards(items, index, clause.from);
  return before ? (behind ?? ahead) : (ahead ?? behind);
}

/** Find what moved from one state to another: words before the transition, else words between, else behind. */
export function subjectOfTransition(
  items: readonly Item[],
  from: number,
  to: number,
  clause: Clause,
  amounts: readonly number[],
): Phrase | null {
  const last = Math.max(...amounts);
  return first(
    backwards(items, from, clause.from),
    afterwards(items, last + 1, Math.max(to, clause.to)),
    amounts[0] !== undefined && afterwards(items, Math.min(...amounts) + 1, last),
  );
}

/** Give a phrase verbatim, edges cleaned of what is no name. */
export function phraseText(source: string, items: readonly Item[], phrase: Phrase | null): string | null {
  if (!phrase) return null;
  let { from, to } = phrase;
  while (from < to && isEdge(items[from])) from += 1;
  while (to > from && isEdge(items[to - 1])) to -= 1;
  const [start, end] = [items[from], items[to - 1]];
  if (from >= to || !start || !end) return null;
  return source.slice(start.start, end.end).trim() || null;
}

const takes = /^(?:takes?|took|taking|reached|hit|achieved|exceeds?|equals)$/;
const longest = 9;

function first(...phrases: (Phrase | null | false | undefined)[]): Phrase | null {
  return phrases.find((phrase) => phrase) || null;
}

/** Nouns up to a word of movement: 70 % [page load] reduction. */
function nounPhrase(items: readonly Item[], from: number, to: number): Phrase | null {
  return trimmed(items, { from, to });
}

/** reduction [in page load times]. */
function complement(items: readonly Item[], from: number, to: number): Phrase | null {
  const word = wordOf(items[from]);
  if (!/^(?:in|of|to|for|on|across|der|des|von|bei|de|del|do|da|dos|das|du|en|em|the)$/.test(word)) return null;
  return afterwards(items, from + 1, to);
}

/** The object of a verb up to its number or the next preposition. */
function object(items: readonly Item[], from: number, to: number): Phrase | null {
  return afterwards(items, from, to);
}

/** A phrase that begins at an index: ends at a preposition, a sign, a number or a verb. */
function afterwards(items: readonly Item[], from: number, to: number): Phrase | null {
  let start = from;
  while (
    start < to &&
    (isArticle(wordOf(items[start])) ||
      isFiller(wordOf(items[start])) ||
      /^(?:of|in|on|de|for|to|per|by|as|saved|saving|savings)$/.test(wordOf(items[start])))
  )
    start += 1;
  let end = start;
  while (end < to && end - start < longest) {
    const item = items[end];
    const word = wordOf(item);
    if (isSign(item, '-', '/', '&', '®', '™', "'", '’', '"') && !(item.open && item.text === '-')) {
      end += 1;
      continue;
    }
    if (!isWord(item)) break;
    if (isPreposition(word) && !joinsNouns(items, start, end)) break;
    if (
      end > start &&
      (isAuxiliary(word) ||
        (verbDirection(word) && /(?:ed|ing)$/.test(word)) ||
        /^(?:when|while|because|so|if|although|where|using|resulting|allowing|making|helping)$/.test(word))
    )
      break;
    end += 1;
  }
  while (end > start && (isConjunction(wordOf(items[end - 1])) || isSign(items[end - 1]))) end -= 1;
  return trimmed(items, { from: start, to: end });
}

/** A preposition inside a name: cost per lead, time to market, cost of ownership. */
function joinsNouns(items: readonly Item[], start: number, at: number): boolean {
  const [previous, word] = [wordOf(items[at - 1]), wordOf(items[at])];
  if (at <= start) return false;
  if (word === 'per') return /^(?:cost|costs|revenue|price|pages|value|spend|time|clicks?|sessions?)$/.test(previous);
  if (word === 'to') return /^(?:time|click|visit|lead|add|speed|page|regression)$/.test(previous);
  return /^(?:of|de|du|des|del|da|do)$/.test(word) && isWord(items[at + 1]) && !isArticle(wordOf(items[at + 1])) && at - start <= 2;
}

/** The phrase that ends before an index: verbs, colons and small words off its end, then back to a boundary. */
function backwards(items: readonly Item[], index: number, from: number): Phrase | null {
  let to = index;
  while (to > from && isTail(items[to - 1])) to -= 1;
  let start = to;
  while (start > from && to - start < longest + 3) {
    const item = items[start - 1];
    const word = wordOf(item);
    if (isSign(item, '-', '/', '&', '(', ')', '®', "'", '’') && !(item.text === '-' && item.open)) {
      start -= 1;
      continue;
    }
    if (!isWord(item)) break;
    if (isAuxiliary(word) && word !== 'is' && start < to) break;
    if (verbDirection(word) && nounDirection(word) === undefined && start < to) break;
    start -= 1;
  }
  return trimmed(items, { from: start, to });
}

function isTail(item: Item | undefined): boolean {
  if (isAmount(item)) return false;
  if (!isWord(item)) return item?.type === 'sign';
  const { lower } = item;
  return (
    isPreposition(lower) ||
    isAuxiliary(lower) ||
    isArticle(lower) ||
    isFiller(lower) ||
    isConjunction(lower) ||
    takes.test(lower) ||
    verbDirection(lower) !== undefined ||
    nounDirection(lower) !== undefined ||
    comparativeDirection(lower) !== undefined ||
    /^(?:going|went|go|brought|taken|dropped|now|measured|used|experiencing)$/.test(lower)
  );
}

function isEdge(item: Item | undefined): boolean {
  if (!isWord(item)) return isSign(item) && !/^[()®™]$/.test(item.text);
  return isArticle(item.lower) || isFiller(item.lower) || isConjunction(item.lower) || isPreposition(item.lower) || isAuxiliary(item.lower);
}

function trimmed(items: readonly Item[], phrase: Phrase): Phrase | null {
  let { from, to } = phrase;
  while (from < to && (isEdge(items[from]) || isLeadVerb(items[from], to - from))) from += 1;
  while (to > from && isEdge(items[to - 1])) to -= 1;
  return to > from && items.slice(from, to).some(isWord) ? { from, to } : null;
}

/** Verbs that open a clause before what they measure: reduced, reducing, achieved, delivering. */
function isLeadVerb(item: Item | undefined, left: number): boolean {
  if (!isWord(item) || left < 2) return false;
  const { lower } = item;
  return (
    (verbDirection(lower) !== undefined && /(?:ed|ing|es|s|cut|grew)$|^(?:reduce|increase|improve|cut|boost|lower|raise)$/.test(lower)) ||
    comparativeDirection(lower) !== undefined ||
    leadVerbs.test(lower)
  );
}

const leadVerbs =
  /^(?:achiev|deliver|serv|process|handl|support|reach|generat|driv|manag|powering|enabl|attract|maintain|provid|sustain|hitting|saw|seeing|experienc|help|gett?ing|brought|went|going|bringing|using|making|result|record|report(?:ed|ing)$|complet|ship)\w*$/;

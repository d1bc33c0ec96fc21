import type { Clause } from './clauses.ts';
import { type AmountItem, isAmount, isSign, isWord, type Item, wordOf } from './items.ts';
import { comparativeDirection, factorWord, isAuxiliary, isConjunction, isPreposition, nounDirection, verbDirection } from './lexicon.ts';
import { prepositionBefore } from './amount-roles.ts';
import { isDuration } from '../model/scale.ts';
import type { Direction } from '../model/types.ts';

/** Find what makes an amount a change: a sign, a comparative, a noun or a verb of movement in its clause; null where nothing does. */
export function pullOf(items: readonly Item[], index: number, clause: Clause): Pull | null {
  const amount = items[index];
  if (!isAmount(amount)) return null;
  for (const find of [bySign, byComparative, byNounAhead, byNounBehind, byUpDown, byVerbBehind, byVerbAhead, byToldFactor]) {
    const pull = find(items, index, clause, amount);
    if (pull) return pull;
  }
  return null;
}

/** Which way an amount is pulled, by what kind of word, and where that word stands. */
export interface Pull {
  direction: Direction;
  by: 'sign' | 'comparative' | 'noun-ahead' | 'noun-behind' | 'adverb' | 'verb-behind' | 'verb-ahead' | 'factor';
  at: number;
}

type Finder = (items: readonly Item[], index: number, clause: Clause, amount: AmountItem) => Pull | null;

const bySign: Finder = (_items, index, _clause, amount) =>
  amount.sign && !amount.adjective ? { direction: amount.sign, by: 'sign', at: index } : null;

/** 50 % more, 3x faster, 20 points higher, 30 % less. */
const byComparative: Finder = (items, index, clause, amount) => {
  for (let at = index + 1; at < Math.min(clause.to, index + 4); at++) {
    const word = wordOf(items[at]);
    const direction = comparativeDirection(word);
    if (direction) {
      // "500 more than …": `more` after `or` is a bound; `than` makes what is below or above a base.
      if (amount.factor && amount.told) return { direction: amount.told === 'down' ? 'down' : direction, by: 'comparative', at };
      return { direction, by: 'comparative', at };
    }
    if (word === 'per' || periodWords.test(word)) continue;
    if (!/^(?:percent|times|points|point|as|much|hours|even|a|significantly|or|overall|is|plus)$/.test(word) && !isSign(items[at], '-'))
      return null;
  }
  return null;
};

const periodWords = /^(?:day|week|month|year|annum|quarter|hour)$/;

/** 70 % reduction, 3x page speed improvement: up to seven plain words between. */
const byNounAhead: Finder = (items, index, clause) => {
  for (let at = index + 1; at < Math.min(clause.to, index + 9); at++) {
    const item = items[at];
    if (isSign(item, '-', '‑', '/', '&', "'", '’', '"')) continue;
    if (!isWord(item)) return null;
    const direction = nounDirection(item.lower);
    if (direction && !/^(?:rate|rates|hacking|strategy|team|potential|opportunit\w+|target|stage|plus)$/.test(wordOf(items[at + 1])))
      return { direction, by: 'noun-ahead', at };
    if (direction) return null;
    if (isPreposition(item.lower) && !/^(?:de|du|del|an|da|do|of)$/.test(item.lower)) return null;
    if (item.lower === 'of' && nounDirection(wordOf(items[at + 1])) === undefined) return null;
    if (isAuxiliary(item.lower) || (isConjunction(item.lower) && item.lower !== 'and' && item.lower !== 'plus')) return null;
  }
  return null;
};

/** reduction of 50 %, increase in sales of 20 %, growth: 12 %. */
const byNounBehind: Finder = (items, index, clause) => {
  const { word, at: before } = prepositionBefore(items, index, clause);
  const colon = isSign(items[index - 1], ':', '=');
  if (!colon && word !== null && !/^(?:of|by|de|del|do|da|um|von|d|at|to)$/.test(word)) return null;
  if (word === 'to') return null;
  for (let at = before; at >= Math.max(clause.from, before - 8); at--) {
    const item = items[at];
    if (isAmount(item)) return null;
    if (isSign(item, ',', ';')) return null;
    const direction = nounDirection(wordOf(item));
    const verbToo = verbDirection(wordOf(item)) !== undefined;
    // "Cut costs by half": with its object behind it the word is a verb.
    const object = at < before - 1 && !isPreposition(wordOf(items[at + 1]));
    if (direction && verbToo && object && (word === 'by' || word === 'of')) return null;
    if (
      direction &&
      (word !== null || colon || isAuxiliary(wordOf(items[at + 1])) || at === index - 1) &&
      !(verbToo && word === null && !colon)
    ) {
      return { direction, by: 'noun-behind', at };
    }
  }
  return null;
};

/** Verbs that `up` belongs to without anything going up. */
const phrasal =
  /^(?:free[sd]?|freeing|ma[dk]es?|making|set|sets|sign\w*|t[ao]kes?|clean\w*|open\w*|back|backed|end\w*|stay\w*|start\w*|pick\w*|wrap\w*|buil[dt]\w*|add\w*|follow\w*|holds?|held|keeps?|kept)$/;

/** costs down 30 %, 20 % up. */
const byUpDown: Finder = (items, index, clause) => {
  for (const at of [index - 1, index - 2, index + 1]) {
    if (at < clause.from || at >= clause.to) continue;
    const word = wordOf(items[at]);
    if (at === index - 2 && !/^(?:by|a|another)$/.test(wordOf(items[index - 1]))) continue;
    if ((word === 'up' || word === 'down') && wordOf(items[at + 1]) !== 'to' && !phrasal.test(wordOf(items[at - 1])))
      return { direction: word, by: 'adverb', at };
  }
  return null;
};

/** reduced X by 50 %, sales grew 12 %, saving 3 hours; with no preposition but `by` between. */
const byVerbBehind: Finder = (items, index, clause, amount) => {
  const { word, at: before } = prepositionBefore(items, index, clause);
  if (word !== null && !/^(?:by|um|en|em|de|por|of|about|par|con|du|from)$/.test(word)) return null;
  // "£1.2m saved over 5 years": the second amount is the window.
  if (amount.lead === 'over' && isDuration(amount.unit) && items.slice(Math.max(clause.from, index - 16), index).some(isAmount))
    return null;
  if (word === 'from' || (word === 'of' && !/^(?:average|total)$/.test(wordOf(items[before - 1])))) return null;
  for (let at = before; at >= Math.max(clause.from, before - 16); at--) {
    const item = items[at];
    if (isAmount(item) && word === null && !item.adjective) return null;
    const direction =
      verbDirection(wordOf(item)) ?? (word !== null || amount.unit === 'percent' ? factorWord(wordOf(item))?.direction : undefined);
    if (!direction || !isVerbHere(items, at, clause)) continue;
    if (word === null && isObjectOnly(items, at, index, amount)) return null;
    return { direction, by: 'verb-behind', at };
  }
  return null;
};

/** um 70 % gesenkt, 3 hours saved, 20 % reduced. */
const byVerbAhead: Finder = (items, index, clause, amount) => {
  const { word } = prepositionBefore(items, index, clause);
  for (let at = index + 1; at < Math.min(clause.to, index + 8); at++) {
    const item = items[at];
    if (isSign(item, '/')) continue;
    if (!isWord(item)) return null;
    const direction = verbDirection(item.lower);
    if (/^(?:saved|eliminated|freed|avoided)$/.test(item.lower) && direction) return { direction, by: 'verb-ahead', at };
    const participle = /(?:ed|t|n|é|ée|ado|ido|cut|ó)$/.test(item.lower);
    if (direction && participle && (at <= index + 2 || word === 'um') && !(amount.unit === 'money' && !/^sav/.test(item.lower)))
      return { direction, by: 'verb-ahead', at };
    if ((isPreposition(item.lower) && !/^(?:of|per)$/.test(item.lower)) || isAuxiliary(item.lower)) return null;
  }
  return null;
};

const byToldFactor: Finder = (_items, index, _clause, amount) => (amount.told ? { direction: amount.told, by: 'factor', at: index } : null);

/** An -ing form or a verb that is really a noun's neighbour ("cutting edge", "growing team of 5") moves nothing. */
function isVerbHere(items: readonly Item[], at: number, clause: Clause): boolean {
  const previous = wordOf(items[at - 1]);
  if (/^(?:the|a|an|our|their|its|for|of)$/.test(previous) && at > clause.from && !/ed$/.test(wordOf(items[at]))) return false;
  return wordOf(items[at + 1]) !== 'edge' && !/^(?:never|not)$/.test(previous);
}

/** "Improved 300 pages" says how many were improved, "saved 300 hours" how much was moved. */
function isObjectOnly(items: readonly Item[], verb: number, index: number, amount: AmountItem): boolean {
  const bare = amount.unit === null || amount.unit === 'money';
  if (!bare || amount.factor) return false;
  const word = wordOf(items[verb]);
  if (amount.unit === 'money') return !/^(?:cut|cuts|cutting|reduc|sav|lower|slash|trim|shav|decreas|increas|grow|grew|boost)/.test(word);
  if (index - verb > 2) return true;
  return !/^(?:cut|reduc|sav|decreas|increas|eliminat|remov|shav|trim|gain|grow|grew|drop|avoid)/.test(word);
}

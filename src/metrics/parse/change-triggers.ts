import { isDuration } from '../model/dimensions.ts';
import type { Direction } from '../model/types.ts';
import { prepositionBefore } from './amount-roles.ts';
import type { AmountContext, Clause } from './clauses.ts';
import { type AmountItem, isAmount, isSymbol, isWord, type Item, wordOf } from './items.ts';
import {
  comparativeDirection,
  factorWord,
  isAuxiliary,
  isConditional,
  isConjunction,
  isPreposition,
  nounDirection,
  verbDirection,
} from './lexicon.ts';
import { periodAt } from './periods.ts';

/** Find what makes an amount a change: a sign, a comparative, a noun or a verb of movement in its clause; null if nothing does. */
export function findChangeTrigger(context: AmountContext): ChangeTrigger | null {
  return (
    bySign(context) ??
    byComparative(context) ??
    byComparativeAtEnd(context) ??
    byNounAfter(context) ??
    byNounBefore(context) ??
    byUpDown(context) ??
    byVerbBefore(context) ??
    byVerbAfter(context) ??
    byFactorWord(context)
  );
}

/** The direction an amount changes in, and the kind and the index of the item that says so; before and after are seen from the amount. */
export interface ChangeTrigger {
  direction: Direction;
  kind: 'sign' | 'comparative' | 'noun-after' | 'noun-before' | 'adverb' | 'verb-before' | 'verb-after' | 'factor';
  index: number;
}

type Finder = (context: AmountContext) => ChangeTrigger | null;

const bySign: Finder = ({ index, amount }) => (amount.sign && !amount.adjective ? { direction: amount.sign, kind: 'sign', index } : null);

/** "50 % more", "3x faster", "20 points higher", "30 % less". */
const byComparative: Finder = ({ items, index, clause, amount }) => {
  let at = index + 1;
  for (const last = Math.min(clause.to, index + 4); at < last; at++) {
    at = periodAt(items, at)?.to ?? at;
    const word = wordOf(items[at]);
    const direction = comparativeDirection(word);
    // A comparative after a reducing factor keeps the direction of the factor: "half as much or more".
    if (direction) return { direction: amount.factorDirection === 'down' ? 'down' : direction, kind: 'comparative', index: at };
    if (!isSymbol(items[at], '-') && !beforeComparative.test(word)) return null;
  }
  return null;
};

const beforeComparative = /^(?:percent|times|points|point|as|de|much|hours|even|a|significantly|or|overall|is|plus)$/;

/** "70 % de réclamations en moins": the comparative follows its noun. */
const byComparativeAtEnd: Finder = ({ items, index, clause, amount }) => {
  if (amount.unit !== 'percent' && amount.unit !== 'count' && amount.unit !== null) return null;
  // "12 Tonnen CO2 weniger"
  const last = wordOf(items[clause.to - 1]);
  if (amount.symbol !== null && /^(?:weniger|mehr)$/.test(last) && clause.to - index <= 5)
    return { direction: last === 'mehr' ? 'up' : 'down', kind: 'noun-after', index: clause.to - 1 };
  for (let at = index + 1; at < Math.min(clause.to, index + 8); at++) {
    if (isAmount(items[at])) return null;
    if (wordOf(items[at]) !== 'en') continue;
    const next = wordOf(items[at + 1]);
    if (next === 'moins' || next === 'plus') return { direction: next === 'moins' ? 'down' : 'up', kind: 'noun-after', index: at };
  }
  return null;
};

/** "70 % reduction", "3x page speed improvement": up to seven words between. */
const byNounAfter: Finder = ({ items, index, clause }) => {
  for (let at = index + 1; at < Math.min(clause.to, index + 9); at++) {
    const item = items[at];
    if (isSymbol(item, '-', '‑', '/', '&', "'", '’', '"')) continue;
    if (!isWord(item)) return null;
    const direction = nounDirection(item.lower);
    const next = wordOf(items[at + 1]);
    if (direction) {
      // "1,900 t a year cut by 66%": a verb with an amount of its own.
      const isVerb = verbDirection(item.lower) !== undefined && next === 'by' && isAmount(items[at + 2]);
      const qualifies = /^(?:rate|rates|hacking|strategy|team|potential|opportunit\w+|target|stage|plus)$/.test(next);
      return isVerb || qualifies ? null : { direction, kind: 'noun-after', index: at };
    }
    if (isPreposition(item.lower) && !/^(?:de|du|del|an|da|do|of)$/.test(item.lower)) return null;
    if (item.lower === 'of' && nounDirection(next) === undefined) return null;
    if (isAuxiliary(item.lower) || (isConjunction(item.lower) && !/^(?:and|plus)$/.test(item.lower))) return null;
  }
  return null;
};

/** "reduction of 50 %", "increase in sales of 20 %", "growth: 12 %". */
const byNounBefore: Finder = ({ items, index, clause }) => {
  const { word, at: before } = prepositionBefore(items, index, clause);
  const colon = isSymbol(items[index - 1], ':', '=');
  if (word === 'to' || (!colon && word !== null && !/^(?:of|by|de|del|do|da|um|von|d|at)$/.test(word))) return null;
  for (let at = before; at >= Math.max(clause.from, before - 8); at--) {
    const [item, next] = [items[at], wordOf(items[at + 1])];
    if (isAmount(item) || isSymbol(item, ',', ';')) return null;
    const direction = nounDirection(wordOf(item));
    if (!direction) continue;
    const verbToo = verbDirection(wordOf(item)) !== undefined;
    // "Cut costs by half": before an object the word is a verb.
    const object = at < before - 1 && !isPreposition(next);
    if (verbToo && object && (word === 'by' || word === 'of')) return null;
    const isLinked = word !== null || colon || (!verbToo && (isAuxiliary(next) || at === index - 1));
    if (isLinked) return { direction, kind: 'noun-before', index: at };
  }
  return null;
};

/** Verbs whose particle is `up`: nothing rises. */
const phrasal =
  /^(?:free[sd]?|freeing|ma[dk]es?|making|set|sets|sign\w*|t[ao]kes?|clean\w*|open\w*|back|backed|end\w*|stay\w*|start\w*|pick\w*|wrap\w*|buil[dt]\w*|add\w*|follow\w*|holds?|held|keeps?|kept)$/;

/** "costs down 30 %", "20 % up". */
const byUpDown: Finder = ({ items, index, clause }) => {
  for (const at of [index - 1, index - 2, index + 1]) {
    if (at < clause.from || at >= clause.to) continue;
    const word = wordOf(items[at]);
    if (at === index - 2 && !/^(?:by|a|another)$/.test(wordOf(items[index - 1]))) continue;
    if ((word === 'up' || word === 'down') && wordOf(items[at + 1]) !== 'to' && !phrasal.test(wordOf(items[at - 1])))
      return { direction: word, kind: 'adverb', index: at };
  }
  return null;
};

/** "reduced X by 50 %", "sales grew 12 %", "saving 3 hours". */
const byVerbBefore: Finder = ({ items, index, clause, amount }) => {
  const { word, at: before } = prepositionBefore(items, index, clause);
  if (word !== null && !/^(?:by|um|en|em|de|por|of|about|par|con|du)$/.test(word)) return null;
  // "£1.2m saved over 5 years": the second amount is the window.
  if (amount.boundWord === 'over' && isDuration(amount.unit) && items.slice(Math.max(clause.from, index - 16), index).some(isAmount))
    return null;
  if (word === 'of' && !/^(?:average|total)$/.test(wordOf(items[before - 1]))) return null;
  for (let at = before; at >= Math.max(clause.from, before - 16); at--) {
    const item = items[at];
    if (isAmount(item) && word === null && !item.adjective) return null;
    const direction =
      verbDirection(wordOf(item)) ?? (word !== null || amount.unit === 'percent' ? factorWord(wordOf(item))?.direction : undefined);
    if (!direction || !isVerb(items, at, clause)) continue;
    if (isInCondition(items, at) || (word === null && isObjectOnly(items, at, index, amount))) return null;
    return { direction, kind: 'verb-before', index: at };
  }
  return null;
};

/** "um 70 % gesenkt", "3 hours saved", "20 % reduced". */
const byVerbAfter: Finder = ({ items, index, clause, amount }) => {
  const { word } = prepositionBefore(items, index, clause);
  // "Auf 19 Stunden gesenkt": the amount is the new state.
  if (word === 'auf') return null;
  for (let at = index + 1; at < Math.min(clause.to, index + 8); at++) {
    const item = items[at];
    if (isSymbol(item, '/')) continue;
    if (!isWord(item)) return null;
    const period = periodAt(items, at);
    if (period && amount.symbol !== null) {
      at = period.to - 1;
      continue;
    }
    const direction = verbDirection(item.lower);
    if (amount.symbol !== null && avoided.test(item.lower)) return { direction: 'down', kind: 'verb-after', index: at };
    const participle = /(?:ed|t|n|é|ée|ado|ido|ó)$/.test(item.lower) && amount.unit !== 'money';
    const isStated = /^(?:saved|eliminated|freed|avoided)$/.test(item.lower) || (participle && (at <= index + 2 || word === 'um'));
    if (direction && isStated) return { direction, kind: 'verb-after', index: at };
    // "$125,000 in cloud spend eliminated".
    if ((isPreposition(item.lower) && !/^(?:of|per|in)$/.test(item.lower)) || isAuxiliary(item.lower)) return null;
  }
  return null;
};

const avoided = /^(?:(?:ein)?gespart|vermieden|évitée?s?|économisée?s?|evitad[oa]s?|ahorrad[oa]s?)$/;

const byFactorWord: Finder = ({ index, amount }) =>
  amount.factorDirection ? { direction: amount.factorDirection, kind: 'factor', index } : null;

/** Whether a verb is the verb of a condition: "alerts when stock drops below 20 units". */
export function isInCondition(items: readonly Item[], verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(0, verb - 6); at--) {
    if (!isWord(items[at])) return false;
    if (isConditional(wordOf(items[at]))) return true;
  }
  return false;
}

/** Whether a word of movement is used as a verb, not as an adjective ("a growing team of 5") or in "cutting edge". */
function isVerb(items: readonly Item[], at: number, clause: Clause): boolean {
  const previous = wordOf(items[at - 1]);
  if (/^(?:the|a|an|our|their|its|for|of)$/.test(previous) && at > clause.from && !/ed$/.test(wordOf(items[at]))) return false;
  return wordOf(items[at + 1]) !== 'edge' && !/^(?:never|not)$/.test(previous);
}

/** Whether an amount only counts what the verb acts on ("improved 300 pages"), unlike the size of a change ("saved 300 hours"). */
function isObjectOnly(items: readonly Item[], verb: number, index: number, amount: AmountItem): boolean {
  const bare = amount.unit === null || amount.unit === 'money' || amount.symbol !== null;
  if (!bare || amount.factor) return false;
  const word = wordOf(items[verb]);
  if (amount.unit === 'money')
    return !/^(?:cut|cuts|cutting|reduc|sav|eliminat|avoid|remov|lower|slash|trim|shav|decreas|increas|grow|grew|boost)/.test(word);
  if (index - verb > 2) return true;
  return !/^(?:cut|reduc|sav|decreas|increas|eliminat|remov|shav|trim|gain|grow|grew|drop|avoid)/.test(word);
}

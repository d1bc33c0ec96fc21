import type { Clause } from './clauses.ts';
import type { Pull } from './directions.ts';
import { isAmount, isSign, isWord, type Item, wordOf } from './items.ts';
import { afterwards, backwards, clauseSubject, complement, type Phrase, trimmed } from './phrases.ts';
import { isAuxiliary } from './lexicon.ts';

/** Find the phrase that names what a claim speaks of, by the word that makes it one. */
export function subjectOfChange(items: readonly Item[], index: number, clause: Clause, pull: Pull): Phrase | null {
  const ahead = () => afterwards(items, Math.max(index, pull.at) + 1, clause.to);
  const behind = () => backwards(items, Math.min(index, pull.at), clause.from);
  const object = () => afterwards(items, pull.at + 1, index);
  const saves = /^sav/.test(wordOf(items[pull.at]));
  const orders: Record<Pull['by'], (() => Phrase | null)[]> = {
    'noun-ahead': [() => trimmed(items, { from: index + 1, to: pull.at }), () => complement(items, pull.at + 1, clause.to), behind],
    comparative: [ahead, behind],
    'noun-behind': [() => complement(items, pull.at + 1, index), behind, () => complement(items, index + 1, clause.to), ahead],
    'verb-behind': saves ? [() => complement(items, index + 1, clause.to), object, behind, ahead] : [object, behind, ahead],
    'verb-ahead': [() => afterwards(items, index + 1, pull.at), behind, () => afterwards(items, pull.at + 1, clause.to)],
    adverb: [behind, ahead],
    sign: [ahead, behind],
    factor: [ahead, behind],
  };
  return first(orders[pull.by]);
}

/** Find what a measured state is the state of: the nouns behind the number, else those before it. */
export function subjectOfLevel(items: readonly Item[], index: number, clause: Clause, qualifies: boolean): Phrase | null {
  const previous = items[index - 1];
  const ahead = () => afterwards(items, index + 1, clause.to);
  const behind = () => backwards(items, index, clause.from);
  // "Results were returned within 8 weeks": what the work was, not what stands behind the time.
  if (qualifies && isAmount(items[index]) && items[index]?.unit !== null)
    return first([() => clauseSubject(items, clause.from, index), ahead, behind]);
  const named = isSign(previous, ':', '=') || isAuxiliary(wordOf(previous)) || takes.test(wordOf(previous));
  const of = wordOf(previous) === 'of' && !isWord(items[index + 1]);
  return first(named || of ? [behind, ahead] : [ahead, behind]);
}

/** Find what moved from one state to another: words before the transition, in the clause before it, else behind or between its ends. */
export function subjectOfTransition(items: readonly Item[], { from, to, amounts, clause, lead }: TransitionPlace): Phrase | null {
  const [early, late] = [Math.min(...amounts), Math.max(...amounts)];
  const adjective = items[early];
  return first([
    () => (isAmount(adjective) && adjective.adjective ? afterwards(items, early + 1, late) : null),
    () => backwards(items, from, clause.from),
    () => (lead ? subjectOfClause(items, lead) : null),
    () => afterwards(items, late + 1, Math.max(to, clause.to)),
    () => afterwards(items, early + 1, late),
  ]);
}

/** Find what a clause that only names something speaks of. */
export function subjectOfClause(items: readonly Item[], { from, to }: Clause): Phrase | null {
  return clauseSubject(items, from, to) ?? backwards(items, to, from);
}

/** Give a phrase verbatim. */
export function phraseText(source: string, items: readonly Item[], phrase: Phrase | null): string | null {
  const [start, end] = phrase ? [items[phrase.from], items[phrase.to - 1]] : [];
  return start && end ? source.slice(start.start, end.end).trim() || null : null;
}

/** Where a transition is told; `lead` is the clause before it, cut off by a dash, a colon or a parenthesis. */
export interface TransitionPlace {
  from: number;
  to: number;
  amounts: readonly number[];
  clause: Clause;
  lead: Clause | null;
}

const takes = /^(?:takes?|took|taking|reached|hit|achieved|exceeds?|equals)$/;

function first(finders: readonly (() => Phrase | null)[]): Phrase | null {
  for (const find of finders) {
    const phrase = find();
    if (phrase) return phrase;
  }
  return null;
}

import type { ChangeTrigger } from './change-triggers.ts';
import type { Clause } from './clauses.ts';
import { isAmount, isSymbol, isWord, type Item, type Transition, wordOf } from './items.ts';
import { isAuxiliary, verbDirection } from './lexicon.ts';
import { complementAt, type Phrase, phraseBefore, phraseFrom, subjectBeforeVerb, trimPhrase } from './phrases.ts';

/** Find the phrase that names what a change is about; its place depends on the trigger. */
export function subjectOfChange(items: readonly Item[], index: number, clause: Clause, trigger: ChangeTrigger): Phrase | null {
  const after = () => phraseFrom(items, Math.max(index, trigger.index) + 1, clause.to);
  const before = () => phraseBefore(items, Math.min(index, trigger.index), clause.from);
  const object = () => phraseFrom(items, trigger.index + 1, index);
  const complement = () => complementAt(items, index + 1, clause.to);
  const saves = /^sav/.test(wordOf(items[trigger.index]));
  const orders: Record<ChangeTrigger['kind'], (() => Phrase | null)[]> = {
    'noun-after': [
      () => trimPhrase(items, { from: index + 1, to: trigger.index }),
      () => complementAt(items, trigger.index + 1, clause.to),
      before,
    ],
    comparative: [after, before],
    'noun-before': [() => complementAt(items, trigger.index + 1, index), before, complement, after],
    'verb-before': [...(saves ? [complement] : []), object, before, after],
    'verb-after': [() => phraseFrom(items, index + 1, trigger.index), before, () => phraseFrom(items, trigger.index + 1, clause.to)],
    adverb: [before, after],
    sign: [after, before],
    factor: [after, before],
  };
  return firstPhrase(orders[trigger.kind]);
}

/** Find the phrase that names what a level measures: after the amount, else before it. */
export function subjectOfLevel(items: readonly Item[], index: number, clause: Clause, qualifies: boolean): Phrase | null {
  const previous = items[index - 1];
  const after = () => phraseFrom(items, index + 1, clause.to);
  const before = () => phraseBefore(items, index, clause.from);
  // "Results were returned within 8 weeks": a duration that qualifies the sentence is about its subject.
  if (qualifies && isAmount(items[index]) && items[index]?.unit !== null)
    return firstPhrase([() => subjectBeforeVerb(items, clause.from, index), after, before]);
  const named = isSymbol(previous, ':', '=') || isAuxiliary(wordOf(previous)) || takes.test(wordOf(previous));
  const of = wordOf(previous) === 'of' && !isWord(items[index + 1]);
  return firstPhrase(named || of ? [before, after] : [after, before]);
}

/** Find the phrase that names what a transition is about: before it, in its lead clause, after it, else between its states. */
export function subjectOfTransition(
  items: readonly Item[],
  { from, to, amounts }: Transition,
  clause: Clause,
  lead: Clause | null,
): Phrase | null {
  const [early, late] = [Math.min(...amounts), Math.max(...amounts)];
  const adjective = items[early];
  return firstPhrase([
    () => (isAmount(adjective) && adjective.adjective ? phraseFrom(items, early + 1, late) : null),
    () => phraseBefore(items, from, clause.from),
    () => (lead ? subjectOfClause(items, lead) : null),
    () => (verbDirection(wordOf(items[late + 1])) ? null : phraseFrom(items, late + 1, Math.max(to, clause.to))),
    () => phraseFrom(items, early + 1, late),
  ]);
}

/** Find the phrase that names what a clause without an amount is about. */
export function subjectOfClause(items: readonly Item[], { from, to }: Clause): Phrase | null {
  return subjectBeforeVerb(items, from, to) ?? phraseBefore(items, to, from);
}

/** Return the words of a phrase as written. */
export function phraseText(source: string, items: readonly Item[], phrase: Phrase | null): string | null {
  const [start, end] = phrase ? [items[phrase.from], items[phrase.to - 1]] : [];
  return start && end ? source.slice(start.start, end.end).trim() || null : null;
}

const takes = /^(?:takes?|took|taking|reached|hit|achieved|exceeds?|equals)$/;

function firstPhrase(finders: readonly (() => Phrase | null)[]): Phrase | null {
  for (const find of finders) {
    const phrase = find();
    if (phrase) return phrase;
  }
  return null;
}

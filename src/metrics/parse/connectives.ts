import { isAmount, isSymbol, isWord, type Item, wordOf } from './items.ts';
import { periodAt } from './periods.ts';

/** Return the connective at an index that introduces the old state after the new one (from, instead of, vs); null if there is none. */
export function connectiveAt(items: readonly Item[], index: number): Connective | null {
  const [word, next, third] = [wordOf(items[index]), wordOf(items[index + 1]), wordOf(items[index + 2])];
  const [previous, item, following] = [items[index - 1], items[index], items[index + 1]];
  const explicit = (length: number): Connective => ({ to: index + length, explicit: true, afterMovement: false });
  if (word === 'from') {
    const afterMovement = isSymbol(previous, '(') || /^(?:up|down|improved|reduced|increased|previously)$/.test(wordOf(previous));
    return { to: index + 1, explicit: false, afterMovement };
  }
  if (/^(?:vs|versus|gegenüber|statt|against)$/.test(word)) return explicit(isSymbol(following, '.') ? 2 : 1);
  const compares = /^(?:instead|rather|compared|comparado|comparada|verglichen|opposed|relative)$/.test(word);
  if (compares && /^(?:of|than|to|with|con|com|mit|against)$/.test(next)) return explicit(next === 'with' && third === 'the' ? 3 : 2);
  if (word === 'not' && isSymbol(previous, ',')) return explicit(1);
  if (isSymbol(item, '(') && isAmount(following) && /^(?:before|previously|earlier|prior|vorher|antes|avant)$/.test(third))
    return explicit(1);
  if (word === 'frente' && next === 'a') return explicit(2);
  if (/^(?:au lieu|en lugar|en vez) (?:de|d)$/.test(`${word} ${next} ${third}`)) return explicit(3);
  if (!/^(?:previously|formerly|before|earlier|was|were|originally)$/.test(word)) return null;
  if (isSymbol(following, ':')) return explicit(2);
  return isSymbol(previous, '(', ',') ? explicit(1) : null;
}

/** Return which state of a transition the words near an amount mark it as: was, used to take; now, today. */
export function stateCue(items: readonly Item[], index: number): 'before' | 'after' | null {
  const preceding = [index - 1, index - 2, index - 3, index - 4].map((at) => items[at]);
  const stop = preceding.findIndex((item) => isAmount(item) || isSymbol(item, '.', ',', ';', '(', ')', '\n', '|', '•'));
  const wordsBefore = (stop < 0 ? preceding : preceding.slice(0, stop)).map(wordOf);
  const after = periodAt(items, index + 1)?.to ?? index + 1;
  const wordsAfter = [wordOf(items[after])].filter((word) =>
    /^(?:before|previously|earlier|originally|after|afterwards|today)$/.test(word),
  );
  const cue = [...wordsAfter, ...wordsBefore].find((word) => oldCues.test(word) || newCues.test(word));
  return cue === undefined ? null : oldCues.test(cue) ? 'before' : 'after';
}

/** Return which state the words after an amount and its noun mark it as: "1,240 tickets before", "770 a week now"; null if they do not say. */
export function followingCue(items: readonly Item[], index: number | null): 'before' | 'after' | null {
  if (index === null) return null;
  for (let at = index + 1; at < Math.min(items.length, index + 6); at++) {
    const word = wordOf(items[at]);
    if (/^(?:before|previously|earlier|originally|vorher|früher|antes|avant|auparavant)$/.test(word))
      return isAmount(items[at + 1]) ? null : 'before';
    if (/^(?:now|today|afterwards|currently|nachher|heute|jetzt|après|maintenant|después|ahora|hoy)$/.test(word)) return 'after';
    if (!isWord(items[at]) || isConnective.test(word)) return null;
  }
  return null;
}

const isConnective = /^(?:and|but|vs|versus|against|instead|compared|from|to|not|und|gegenüber|statt|et|contre|au|y|frente)$/;

/** Whether an item is an arrow from one state to the next. */
export const isArrow = (item: Item | undefined): boolean =>
  isSymbol(item, '→', '->', '=>', '-->', '==>', '–>', '➔', '➜', '➝', '⇒', '⟶', '➡', '►', '▶', '⮕', '↦');

/** A connective by the index after it, where the old state begins. */
interface Connective {
  to: number;
  /** Compares two states whatever surrounds it: instead of, vs. */
  explicit: boolean;
  /** Follows up, down or another word of movement. */
  afterMovement: boolean;
}

const oldCues = /^(?:before|previously|formerly|was|were|originally|used|old|initially|initial|baseline|took|earlier|vorher|avant|antes)$/;
const newCues = /^(?:now|after|today|currently|new|afterwards|nachher|jetzt|après|después|ahora|after-launch)$/;

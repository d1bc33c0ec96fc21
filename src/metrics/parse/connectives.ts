import { isAmount, isSign, type Item, wordOf } from './items.ts';

/** A word or words that put an old state behind a new one; `strong` ones say so without more, `moved` has up or down before `from`. */
export function linkAt(items: readonly Item[], index: number): Link | null {
  const [word, next, third] = [wordOf(items[index]), wordOf(items[index + 1]), wordOf(items[index + 2])];
  const link = (length: number, strong: boolean, moved = false) => ({ to: index + length, strong, moved });
  if (word === 'from')
    return link(
      1,
      false,
      /^(?:up|down|improved|reduced|increased|previously)$/.test(wordOf(items[index - 1])) || isSign(items[index - 1], '('),
    );
  if (/^(?:vs|versus|gegenüber|statt|against)$/.test(word)) return link(isSign(items[index + 1], '.') ? 2 : 1, true);
  if (
    /^(?:instead|rather|compared|comparado|comparada|verglichen|opposed|relative)$/.test(word) &&
    /^(?:of|than|to|with|con|com|mit|against)$/.test(next)
  )
    return link(next === 'with' && third === 'the' ? 3 : 2, true);
  if (word === 'not' && isSign(items[index - 1], ',')) return link(1, true);
  if (isSign(items[index], '(') && isAmount(items[index + 1]) && /^(?:before|previously|earlier|prior|vorher|antes|avant)$/.test(third))
    return link(1, true);
  if (word === 'frente' && next === 'a') return link(2, true);
  if (
    /^(?:previously|formerly|before|earlier|was|were|originally)$/.test(word) &&
    (isSign(items[index - 1], '(', ',') || isSign(items[index + 1], ':'))
  )
    return link(isSign(items[index + 1], ':') ? 2 : 1, true);
  return null;
}

/** Whether words near an amount tell it as the old state or the new one. */
export function cueOf(items: readonly Item[], index: number): 'before' | 'after' | null {
  const near = [index - 1, index - 2, index - 3, index - 4].map((at) => items[at]);
  const stop = near.findIndex((item) => isAmount(item) || isSign(item, '.', ',', ';', '(', ')', '\n', '|', '•'));
  const behind = (stop < 0 ? near : near.slice(0, stop)).map(wordOf);
  const ahead = [wordOf(items[index + 1])].filter((word) => /^(?:before|previously|earlier|originally|after|afterwards|today)$/.test(word));
  const cue = [...ahead, ...behind].find((word) => oldCues.test(word) || newCues.test(word));
  return cue === undefined ? null : oldCues.test(cue) ? 'before' : 'after';
}

/** Whether an item is an arrow from one state to the next. */
export const isArrow = (item: Item | undefined) =>
  isSign(item, '→', '->', '=>', '-->', '==>', '–>', '➔', '➜', '➝', '⇒', '⟶', '➡', '►', '▶', '⮕', '↦');

const oldCues = /^(?:before|previously|formerly|was|were|originally|used|old|initially|initial|baseline|took|earlier|vorher|avant|antes)$/;
const newCues = /^(?:now|after|today|currently|new|afterwards|nachher|jetzt|après|después|ahora|after-launch)$/;

/** Where the old state begins behind a linking word. */
export interface Link {
  to: number;
  /** Says so without more: instead of, vs. */
  strong: boolean;
  /** Up or down stands before it. */
  moved: boolean;
}

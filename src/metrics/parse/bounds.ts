import { isSign, isWord, type Item, wordOf } from './items.ts';
import type { Bound } from '../model/types.ts';

/** Take the words of a bound off the end of what was read so far (`up to`, `more than`, `~`); what is left belongs to the sentence. */
export function takeBound(items: Item[]): { bound: Bound; lead: string | null; start: number } | null {
  const last = items.at(-1);
  if (!last) return null;
  if (isSign(last, '-') && wordOf(items.at(-2)) === 'sub' && !last.open) {
    const [sub] = items.splice(-2);
    return { bound: 'at_most', lead: null, start: sub?.start ?? last.start };
  }
  if (isSign(last)) {
    const bound = boundSigns[last.text];
    if (!bound) return null;
    items.pop();
    // `< =`, `~ ~`: one sign is enough, a second of them is taken along.
    const more = items.at(-1);
    if (isSign(more) && boundSigns[more.text] && !more.open) items.pop();
    return { bound, lead: null, start: last.start };
  }
  if (!isWord(last)) return null;
  const three = `${wordOf(items.at(-3))} ${wordOf(items.at(-2))} ${last.lower}`;
  const two = `${wordOf(items.at(-2))} ${last.lower}`;
  for (const [phrase, length] of [
    [three, 3],
    [two, 2],
    [last.lower, 1],
  ] as const) {
    const bound = boundWords.get(phrase);
    if (!bound) continue;
    const taken = items.splice(-length);
    return {
      bound,
      lead: length === 1 || phrase === 'up to' || phrase === 'in under' ? phrase : null,
      start: taken[0]?.start ?? last.start,
    };
  }
  return null;
}

/** Give the bound that words after an amount set: `or more`, `and counting`. */
export function boundAfter(first: string, second: string): { bound: Bound; length: number } | null {
  const bound = after.get(`${first} ${second}`);
  return bound ? { bound, length: 2 } : null;
}

const boundSigns: Record<string, Bound> = {
  '~': 'approx',
  '≈': 'approx',
  '∼': 'approx',
  '±': 'approx',
  '<': 'at_most',
  '≤': 'at_most',
  '≥': 'at_least',
  '>': 'at_least',
};

const phrases = (entries: [Bound, string][]) =>
  new Map(entries.flatMap(([bound, list]) => list.split(',').map((phrase) => [phrase.trim(), bound] as const)));

const boundWords = phrases([
  [
    'at_most',
    'up to, upto, under, sub, below, less than, fewer than, lower than, no more than, not more than, at most, at maximum, within, maximum, maximum of, max, as much as, as many as, as high as, ' +
      "up to a, faster than, in under, bis zu, bis, unter, weniger als, höchstens, maximal, jusqu’à, jusqu'à, moins de, hasta, menos de, até, inferior a, well under",
  ],
  [
    'at_least',
    'over, more than, greater than, higher than, at least, no less than, not less than, as few as, as little as, as low as, minimum, minimum of, exceeding, above, beyond, upwards of, north of, ' +
      'well over, in excess of, surpassing, longer than, über, mehr als, mindestens, plus de, au moins, más de, al menos, mais de, pelo menos, superior a, acima de',
  ],
  [
    'approx',
    'about, around, roughly, nearly, almost, near, approximately, approx, circa, ca, some, close to, c, etwa, ungefähr, rund, fast, knapp, environ, près de, presque, aproximadamente, alrededor de, casi, ' +
      'cerca de, unos, quase, somewhere around, in around, 약, 대략',
  ],
]);

const after = phrases([
  ['at_least', 'or more, and counting, or higher, or greater, and up, and more, or better, or above, oder mehr, ou plus, o más, ou mais'],
  ['at_most', 'or less, or fewer, or lower, or under, or faster'],
]);

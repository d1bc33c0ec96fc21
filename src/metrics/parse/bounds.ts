import type { Bound } from '../model/types.ts';
import { isSymbol, isWord, type Item, wordOf } from './items.ts';
import { wordTable } from './word-table.ts';

/** Remove the words or symbols of a bound (`up to`, `more than`, `~`) from the end of `items` and return it; null if there is none. */
export function takeBound(items: Item[]): BoundReading | null {
  const last = items.at(-1);
  if (isSymbol(last, '-') && wordOf(items.at(-2)) === 'sub' && !last.spaced) {
    const [sub] = items.splice(-2);
    return { bound: 'at_most', boundWord: null, boundText: '<', start: sub?.start ?? last.start };
  }
  if (isSymbol(last)) {
    const bound = boundSymbols.get(last.text);
    if (!bound) return null;
    items.pop();
    // Two symbols in a row (`~ ~`) are one bound.
    const another = items.at(-1);
    if (isSymbol(another) && boundSymbols.has(another.text) && !another.spaced) items.pop();
    return { bound, boundWord: null, boundText: /[<>]/.test(last.text) ? last.text : null, start: last.start };
  }
  if (!isWord(last)) return null;
  const words = [wordOf(items.at(-3)), wordOf(items.at(-2)), last.lower];
  for (const length of [3, 2, 1]) {
    const phrase = words.slice(-length).join(' ');
    const bound = boundWords.get(phrase);
    // "Added up to $125,000" is a sum.
    if (!bound || (phrase === 'up to' && /^add/.test(words[0] ?? ''))) continue;
    const taken = items.splice(-length);
    return {
      bound,
      boundWord: /^(?:innerhalb von|binnen)$/.test(phrase) ? 'within' : length === 1 || /^(?:up to|in under)$/.test(phrase) ? phrase : null,
      // "Up to a dozen": the article belongs to the number; "sub 2 s" is a sign.
      boundText: phrase === 'sub' ? '<' : phrase.replace(/ a$/, ''),
      start: taken[0]?.start ?? last.start,
    };
  }
  return null;
}

/** Return the bound that two words after an amount express: `or more`, `and counting`. */
export const trailingBound = (words: string): Bound | undefined => trailingBounds.get(words);

interface BoundReading {
  bound: Bound;
  /** The bound's word where it may also be a preposition. */
  boundWord: string | null;
  /** All its words in lower case; `<` for a sign and for "sub", `>`; null for any other sign. */
  boundText: string | null;
  start: number;
}

const boundSymbols = wordTable<Bound>([
  ['approx', '~ ≈ ∼ ±'],
  ['at_most', '< ≤'],
  ['at_least', '≥ >'],
]);

const boundWords = wordTable<Bound>(
  [
    [
      'at_most',
      'up to, upto, under, sub, below, less than, fewer than, lower than, no more than, not more than, at most, at maximum, within, maximum, maximum of, max, as much as, as many as, as high as, ' +
        "up to a, faster than, in under, bis zu, bis, unter, weniger als, innerhalb von, binnen, höchstens, maximal, jusqu’à, jusqu'à, moins de, hasta, menos de, até, inferior a, well under",
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
  ],
  ',',
);

const trailingBounds = wordTable<Bound>(
  [
    ['at_least', 'or more, and counting, or higher, or greater, and up, and more, or better, or above, oder mehr, ou plus, o más, ou mais'],
    ['at_most', 'or less, or fewer, or lower, or under, or faster'],
  ],
  ',',
);

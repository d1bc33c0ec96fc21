import { readAtom } from './atoms.ts';
import { isSign, type Item, wordOf } from './items.ts';
import { comparativeDirection, nounDirection } from './lexicon.ts';
import type { Atom } from './suffixes.ts';
import type { Token } from './tokens.ts';

/** Read the upper end of a range behind its lower one: 20–25 %, 3 to 4 hours, between 10 and 20. */
export function readUpper(tokens: readonly Token[], first: Atom, items: readonly Item[], lang: string | undefined): Atom | null {
  const [link, after] = [tokens[first.next], tokens[first.next + 1]];
  if (!link || !after || first.adjective) return null;
  const lead = wordOf(items.at(-1));
  const dash = /^[-–—‑~]$/.test(link.text) && (link.glued === after.glued || link.text === '-');
  const spaced = dash && !after.glued;
  const between = /^(?:between|zwischen|entre)$/.test(lead) && /^(?:and|und|et|y|e)$/.test(link.lower);
  const joined = /^(?:to|bis|or|à|a)$/.test(link.lower) && !/^(?:from|von|de|desde)$/.test(lead);
  const listed = link.lower === 'to' && rangeLead(items) > 0;
  if (!dash && !between && !joined && !listed) return null;
  const second = readAtom(tokens, first.next + 1, lang, { named: () => false, article: false });
  if (!second || second.sign === 'down' || (first.spelled !== second.spelled && !second.unit)) return null;
  const [a, b] = [first.unit ?? first.currency, second.unit ?? second.currency];
  if (a && b && a !== b) return null;
  if (a && !b && !(first.currency || first.unit === 'percent')) return null;
  const low = first.value * sharedScale(first, second);
  if (low >= second.value) return null;
  // "2% to 5%" is a range before what it measures or after what it belongs to, else a move.
  if (joined && a && b && !listed) {
    const ahead = tokens.slice(second.next, second.next + 5);
    const claims = ahead.some(({ lower }) => nounDirection(lower) !== undefined || comparativeDirection(lower) !== undefined);
    if (!claims && !/^(?:by|of|a|an|at|um|within|in|save|saved|saves|saving)$/.test(lead)) return null;
  }
  if (link.lower === 'or' && a && b) return null;
  if (spaced && a && b && first.unit !== 'percent' && !first.currency) return null;
  return second;
}

/** Count the items at the end that announce a range: ranging from, range:, range: from. */
export function rangeLead(items: readonly Item[]): number {
  let at = items.length - 1;
  if (wordOf(items[at]) === 'from') at -= 1;
  if (isSign(items[at], ':')) at -= 1;
  return /^(?:ranging|range|ranges|ranged)$/.test(wordOf(items[at])) && at < items.length - 1 ? items.length - at : 0;
}

/** Give what the lower end of a range is multiplied by where only the upper one has a scale: $2-4M. */
export function sharedScale(first: Atom, second: Atom): number {
  const shares = first.magnitude === 1 && second.magnitude > 1 && first.value < second.value / second.magnitude;
  return shares ? second.magnitude : 1;
}

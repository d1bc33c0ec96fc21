import { isAmount, isSign, type Item, wordOf } from './items.ts';
import { factorWord, isConjunction, nounDirection, verbDirection } from './lexicon.ts';
import type { Transition } from './transitions.ts';

/** Cut a text's items into clauses at what separates sentences, parentheses and coordinated claims; transitions are never cut. */
export function cutClauses(items: readonly Item[], transitions: readonly Transition[]): Clause[] {
  const inside = new Uint8Array(items.length + 1);
  for (const { from, to } of transitions) inside.fill(1, from + 1, to);
  return cutHard(items, inside).flatMap((clause) => glue(items, cutSoft(items, clause, inside)));
}

/** A stretch of items that may hold a claim, the end not included. */
export interface Clause {
  from: number;
  to: number;
  /** Inside parentheses. */
  aside: boolean;
  /** What separates it from the clause before. */
  link: string;
}

const hardSigns = new Set([
  '.',
  '!',
  '?',
  ';',
  '\n',
  '|',
  '•',
  '·',
  '●',
  '▪',
  '(',
  ')',
  '[',
  ']',
  '—',
  '…',
  '"',
  '“',
  '”',
  '✅',
  '✔',
  '🚀',
]);

function cutHard(items: readonly Item[], inside: Uint8Array): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let depth = 0;
  let link = '';
  const close = (to: number, sign: string) => {
    if (to > from) clauses.push({ from, to, aside: depth > 0, link });
    from = to + 1;
    link = sign;
  };
  for (const [index, item] of items.entries()) {
    if (item.type !== 'sign') continue;
    const dash = (item.text === '-' || item.text === '–') && item.open;
    const colon = item.text === ':' && !item.open;
    if (!dash && !colon && !hardSigns.has(item.text)) continue;
    if (item.text === '.' && !endsSentence(items, index)) continue;
    if (inside[index] && item.text !== '(' && item.text !== ')') continue;
    if (colon && clauses.length === 0 && from === 0 && !items.slice(0, index).some(isAmount)) continue;
    const comma = items.slice(from, index).findLastIndex((before) => isSign(before, ','));
    if (colon && !items.slice(from + comma + 1, index).some(isAmount)) continue;
    close(index, item.text);
    if (item.text === '(' || item.text === '[') depth += 1;
    if (item.text === ')' || item.text === ']') depth = Math.max(0, depth - 1);
  }
  close(items.length, '');
  return clauses;
}

/** A full stop ends a sentence but in a name (Node.js) or behind a short form (avg., approx.). */
function endsSentence(items: readonly Item[], index: number): boolean {
  const [stop, next] = [items[index], items[index + 1]];
  if (next && stop && next.start === stop.end) return false;
  return (
    !/^(?:avg|approx|est|incl|excl|vs|max|no|ca|e\.g|i\.e|inc|ltd|co|st|dr|mr|mrs)$/.test(wordOf(items[index - 1])) || next === undefined
  );
}

/** Cut at commas and conjunctions; which of the pieces stand alone is decided by `glue`. */
function cutSoft(items: readonly Item[], clause: Clause, inside: Uint8Array): Clause[] {
  const pieces: Clause[] = [];
  let { from, link } = clause;
  for (let index = clause.from; index < clause.to; index++) {
    if (inside[index]) continue;
    const item = items[index];
    const sign = isSign(item, ',', '&', '+', '/') && (item.text === ',' || item.open);
    const word = wordOf(item);
    const joins = (isConjunction(word) && word !== 'e') || (word === 'as' && wordOf(items[index + 1]) === 'well');
    if (!sign && !joins) continue;
    if (index > from) pieces.push({ from, to: index, aside: clause.aside, link });
    from = index + 1;
    link = sign ? ',' : word;
  }
  if (clause.to > from) pieces.push({ from, to: clause.to, aside: clause.aside, link });
  return pieces;
}

/** Join pieces without a number to their neighbours: the nouns before a shared number, the rest behind it. */
function glue(items: readonly Item[], pieces: readonly Clause[]): Clause[] {
  const clauses: Clause[] = [];
  let waiting: Clause | null = null;
  for (const piece of pieces) {
    const joined: Clause = waiting ? { ...waiting, to: piece.to } : piece;
    if (items.slice(piece.from, piece.to).some(isAmount)) {
      clauses.push(joined);
      waiting = null;
      continue;
    }
    const last = clauses.at(-1);
    if (last && !waiting && !opensClaim(items, piece)) {
      last.to = piece.to;
      continue;
    }
    waiting = joined;
  }
  const last = clauses.at(-1);
  if (waiting && last) last.to = waiting.to;
  else if (waiting) clauses.push(waiting);
  return clauses;
}

/** Whether a piece without a number begins a claim whose number follows: "reduced costs, …". */
function opensClaim(items: readonly Item[], { from, to }: Clause): boolean {
  return items.slice(from, Math.min(to, from + 4)).some((item) => {
    const word = wordOf(item);
    return verbDirection(word) !== undefined || factorWord(word) !== undefined || nounDirection(word) !== undefined;
  });
}

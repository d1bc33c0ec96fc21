import { type AmountItem, isAmount, isSymbol, type Item, type Transition, wordOf } from './items.ts';
import { factorWord, isConjunction, nounDirection, verbDirection } from './lexicon.ts';

/** Split items into clauses: at sentence ends, parentheses and between coordinated claims, but never inside a transition. */
export function splitClauses(items: readonly Item[], transitions: readonly Transition[]): Clause[] {
  // 1 for an item inside a transition.
  const inside = new Uint8Array(items.length + 1);
  for (const { from, to } of transitions) inside.fill(1, from + 1, to);
  return splitAtPunctuation(items, inside).flatMap((clause) => joinFragments(items, splitAtConjunctions(items, clause, inside)));
}

/** A range of items that may contain a claim, the end excluded. */
export interface Clause {
  from: number;
  to: number;
  /** Is inside parentheses. */
  parenthetical: boolean;
  /** The symbol or the conjunction before it; empty at the start of the text. */
  separator: string;
}

/** An amount in its clause. */
export interface AmountContext {
  items: readonly Item[];
  index: number;
  clause: Clause;
  amount: AmountItem;
}

const strongSeparators = new Set('.!?;\n|•·●▪()[]—…"“”✅✔🚀');

function splitAtPunctuation(items: readonly Item[], inside: Uint8Array): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let depth = 0;
  let separator = '';
  const close = (to: number, symbol: string) => {
    if (to > from) clauses.push({ from, to, parenthetical: depth > 0, separator });
    from = to + 1;
    separator = symbol;
  };
  for (const [index, item] of items.entries()) {
    if (item.type !== 'symbol') continue;
    const dash = (item.text === '-' || item.text === '–') && item.spaced;
    const colon = item.text === ':' && !item.spaced;
    if (!dash && !colon && !strongSeparators.has(item.text)) continue;
    if (item.text === '.' && !endsSentence(items, index)) continue;
    if (inside[index] && item.text !== '(' && item.text !== ')') continue;
    if (colon && clauses.length === 0 && from === 0 && !items.slice(0, index).some(isAmount)) continue;
    const comma = items.slice(from, index).findLastIndex((before) => isSymbol(before, ','));
    if (colon && !items.slice(from + comma + 1, index).some(isAmount)) continue;
    close(index, item.text);
    if (item.text === '(' || item.text === '[') depth += 1;
    if (item.text === ')' || item.text === ']') depth = Math.max(0, depth - 1);
  }
  close(items.length, '');
  return clauses;
}

/** Whether a full stop ends a sentence: not inside a name (Node.js), nor after an abbreviation (avg., approx.). */
function endsSentence(items: readonly Item[], index: number): boolean {
  const [word, stop, next] = [wordOf(items[index - 1]), items[index], items[index + 1]];
  if (next === undefined) return true;
  return next.start !== stop?.end && !/^(?:avg|approx|est|incl|excl|vs|max|no|ca|inc|ltd|co|st|dr|mr|mrs)$/.test(word);
}

/** Split a clause at commas and conjunctions; `joinFragments` decides which of the parts are clauses. */
function splitAtConjunctions(items: readonly Item[], clause: Clause, inside: Uint8Array): Clause[] {
  const parts: Clause[] = [];
  let { from, separator } = clause;
  for (let index = clause.from; index < clause.to; index++) {
    if (inside[index]) continue;
    const item = items[index];
    const symbol = isSymbol(item, ',', '&', '+', '/') && (item.text === ',' || item.spaced);
    const word = wordOf(item);
    // "25 % de ventes en plus" joins nothing.
    const comparative = word === 'plus' && wordOf(items[index - 1]) === 'en';
    const joins = (isConjunction(word) && word !== 'e' && !comparative) || (word === 'as' && wordOf(items[index + 1]) === 'well');
    if (!symbol && !joins) continue;
    if (index > from) parts.push({ from, to: index, parenthetical: clause.parenthetical, separator });
    from = index + 1;
    separator = symbol ? ',' : word;
  }
  if (clause.to > from) parts.push({ from, to: clause.to, parenthetical: clause.parenthetical, separator });
  return parts;
}

/** Join the parts without an amount to the clause before them, or to the next one if they start its claim. */
function joinFragments(items: readonly Item[], parts: readonly Clause[]): Clause[] {
  const clauses: Clause[] = [];
  let pending: Clause | null = null;
  for (const part of parts) {
    const joined: Clause = pending ? { ...pending, to: part.to } : part;
    const last = clauses.at(-1);
    if (items.slice(part.from, part.to).some(isAmount)) {
      clauses.push(joined);
      pending = null;
    } else if (last && !pending && !startsClaim(items, part)) last.to = part.to;
    else pending = joined;
  }
  const last = clauses.at(-1);
  if (pending && last) last.to = pending.to;
  else if (pending) clauses.push(pending);
  return clauses;
}

/** Whether a part without an amount starts a claim whose amount follows: "reduced costs, …". */
function startsClaim(items: readonly Item[], { from, to }: Clause): boolean {
  return items.slice(from, Math.min(to, from + 4)).some((item) => {
    const word = wordOf(item);
    return verbDirection(word) !== undefined || factorWord(word) !== undefined || nounDirection(word) !== undefined;
  });
}

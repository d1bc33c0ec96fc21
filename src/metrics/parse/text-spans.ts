import type { Clause } from './clauses.ts';
import { isSymbol, type Item } from './items.ts';
import type { Entry } from './merge-claims.ts';

/**
 * Split a text among its entries: each gets the words from its clause to the next entry's clause, verbatim. Entries that cannot be separated
 * (one verb for two amounts, a claim in parentheses) get the same words.
 */
export function splitText(text: string, items: readonly Item[], clauses: readonly Clause[], entries: readonly Entry[]): string[] {
  const starts = entries.map((entry, index) => {
    const previous = entries[index - 1];
    return previous !== undefined && startsOwnText(entry, previous) ? entry.clause : null;
  });
  return entries.map((_, index) => {
    const start = starts.slice(0, index + 1).findLast((clause) => clause !== null);
    const next = starts.slice(index + 1).find((clause) => clause !== null);
    const from = start ? (items[start.from]?.start ?? 0) : 0;
    return text.slice(from, next ? textEndBefore(items, clauses, next) : text.length).trim();
  });
}

function startsOwnText(entry: Entry, previous: Entry): boolean {
  const [clause, before] = [entry.clause, previous.clause];
  if (clause.from <= before.from || clause.parenthetical || before.parenthetical) return false;
  if (entry.kind !== 'transition' && entry.inheritsVerb) return false;
  return /^(?:[,.;&+|•·\n—–-]|and|while|whereas|but|und|et|y)$/.test(clause.separator);
}

/** Return the offset at which the last clause before `next` ends, its closing parenthesis included. */
function textEndBefore(items: readonly Item[], clauses: readonly Clause[], next: Clause): number {
  const last = clauses.findLast(({ from }) => from < next.from);
  const end = last ? last.to : next.from;
  const closing = items[end];
  return (isSymbol(closing, ')', ']') ? closing.end : items[end - 1]?.end) ?? 0;
}

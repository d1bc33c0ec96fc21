import type { Clause } from './clauses.ts';
import { isSign, type Item } from './items.ts';
import type { Told } from './merge-claims.ts';

/**
 * Share a text out among its entries: each has the words from its clause to the next entry's, verbatim. Entries that can't be told apart
 * (one verb for two numbers, a claim in parentheses) keep their common words.
 */
export function cutWords(text: string, items: readonly Item[], clauses: readonly Clause[], entries: readonly Told[]): string[] {
  const cuts: number[] = [];
  for (const [place, entry] of entries.entries()) {
    if (place > 0 && standsAlone(entry, entries[place - 1])) cuts.push(place);
  }
  return entries.map((_, place) => {
    const first = cuts.findLast((cut) => cut <= place);
    const next = cuts.find((cut) => cut > place);
    const from = first === undefined ? 0 : (items[clauseOf(entries[first])?.from ?? 0]?.start ?? 0);
    const until = next === undefined ? undefined : clauseOf(entries[next]);
    return text.slice(from, until ? endBefore(items, clauses, until) : text.length).trim();
  });
}

function clauseOf(entry: Told | undefined): Clause | undefined {
  return entry?.type === 'claim' ? entry.claim.clause : entry?.clause;
}

function standsAlone(entry: Told, previous: Told | undefined): boolean {
  const [clause, before] = [clauseOf(entry), clauseOf(previous)];
  if (!clause || !before || clause.from <= before.from || clause.aside || before.aside) return false;
  return /^(?:[,.;&+|•·\n—–-]|and|while|whereas|but|und|et|y)$/.test(clause.link) && !(entry.type === 'claim' && entry.claim.inherits);
}

/** Where the last clause before another ends in the text; a parenthesis that closes there belongs to it. */
function endBefore(items: readonly Item[], clauses: readonly Clause[], next: Clause): number {
  const last = clauses.findLast(({ from }) => from < next.from);
  const end = last ? last.to : next.from;
  const closing = items[end];
  return (isSign(closing, ')', ']') ? closing.end : items[end - 1]?.end) ?? 0;
}

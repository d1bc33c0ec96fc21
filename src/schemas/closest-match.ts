/** Find the candidate closest to a word, or null: ignores case, hyphens and underscores, and allows one edit per three letters, three at most. */
export function closestMatch(word: string, candidates: Iterable<string>): string | null {
  const wanted = fold(word);
  if (!wanted || wanted.length > 64) return null;
  let best: string | null = null;
  let least = Math.max(1, Math.min(3, Math.floor(wanted.length / 3))) + 1;
  for (const candidate of candidates) {
    const folded = fold(candidate);
    if (Math.abs(folded.length - wanted.length) >= least) continue;
    const distance = editDistance(wanted, folded);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Suggest the closest match as the fix of a diagnostic, or else another fix. */
export function didYouMean(match: string | null | undefined, otherwise: string): string {
  return match ? `did you mean \`${match}\`?` : otherwise;
}

/** Count the edits between two words: insertions, deletions, substitutions and transpositions (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

function fold(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}

import { TypedScalar } from '../../schemas/scalar.ts';

/** Count how often each word stands in texts; words are runs of letters and digits, without case. */
export function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** List the words of a source that are in none of what was made of it, as often as they are missing. */
export function lostWords(source: readonly string[], made: readonly string[]): string[] {
  const left = countWords(made);
  return [...countWords(source)].flatMap(([word, count]) => Array.from({ length: Math.max(0, count - (left.get(word) ?? 0)) }, () => word));
}

/** Every text in a value, at every depth, keys left out. */
export function textsIn(value: unknown): string[] {
  if (value instanceof TypedScalar) return [value.source];
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

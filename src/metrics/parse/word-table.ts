/** Map every word of the lists to its entry's value; the words of a list are separated by a space, or by another `separator`. */
export function wordTable<Value>(entries: readonly (readonly [value: Value, words: string])[], separator = ' '): Map<string, Value> {
  return new Map(entries.flatMap(([value, words]) => words.split(separator).map((word) => [word.trim(), value] as const)));
}

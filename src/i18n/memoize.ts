/** Give what `known` has under a key, else what `make` makes; at `most` entries it begins anew, so that it never grows without end. */
export function remembered<V>(known: Map<string, V>, key: string, make: () => V, most = 2000): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  if (known.size >= most) known.clear();
  known.set(key, made);
  return made;
}

/**
 * Keep what a function answers, by its arguments: for answers that depend on nothing else and cost a hundred times what finding
 * them does, such as the formats of `Intl`, of which a site needs a few dozen. The arguments are plain data.
 */
export function kept<A extends unknown[], T>(answer: (...args: A) => T): (...args: A) => T {
  const known = new Map<string, T>();
  return (...args) => {
    const key = args.length === 1 && typeof args[0] === 'string' ? args[0] : JSON.stringify(args);
    return remembered(known, key, () => answer(...args), Infinity);
  };
}

/**
 * Keep what a function answers, by its arguments: for answers that depend on nothing else and cost a hundred times what finding
 * them does, such as the formats of `Intl`, of which a site needs a few dozen. The arguments are plain data.
 */
export function kept<A extends unknown[], T>(answer: (...args: A) => T): (...args: A) => T {
  const known = new Map<string, T>();
  return (...args) => {
    const key = args.length === 1 && typeof args[0] === 'string' ? args[0] : JSON.stringify(args);
    const found = known.get(key) ?? answer(...args);
    known.set(key, found);
    return found;
  };
}

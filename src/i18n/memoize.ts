/**
 * Memoize a function of plain data by its arguments, for as long as the process runs. Meant for results that are few and cost far more than
 * a look-up, such as the formatters of `Intl`.
 */
export function memoize<Args extends unknown[], Result>(compute: (...args: Args) => Result): (...args: Args) => Result {
  const results = new Map<string, Result>();
  return (...args) => {
    const key = JSON.stringify(args);
    const cached = results.get(key);
    if (cached !== undefined) return cached;
    const result = compute(...args);
    results.set(key, result);
    return result;
  };
}

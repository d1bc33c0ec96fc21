/** Compute a value once in a build, for each key if there are keys. The development server computes it for each request. */
export function memo<T>(compute: (key?: string) => Promise<T>): (key?: string) => Promise<T>;
export function memo<K, T>(compute: (key: K) => Promise<T>): (key: K) => Promise<T>;
export function memo<K, T>(compute: (key: K) => Promise<T>): (key: K) => Promise<T> {
  if (import.meta.env.DEV) return compute;
  const results = new Map<K, Promise<T>>();
  return (key) => {
    const result = results.get(key) ?? compute(key);
    results.set(key, result);
    return result;
  };
}

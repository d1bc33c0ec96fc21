/** Compute once a build, for each key where there are keys; the development server asks again each time, so that an edit shows. */
export function memo<T>(compute: (key?: string) => Promise<T>): (key?: string) => Promise<T> {
  if (import.meta.env.DEV) return compute;
  const results = new Map<string | undefined, Promise<T>>();
  return (key) => {
    const result = results.get(key) ?? compute(key);
    results.set(key, result);
    return result;
  };
}

/** Compute once a build, for each key where there are keys; the development server asks again each time, so that an edit shows. */
export function once<T>(compute: (key?: string) => Promise<T>): (key?: string) => Promise<T> {
  const results = new Map<string | undefined, Promise<T>>();
  return (key) => {
    const result = (import.meta.env.DEV ? undefined : results.get(key)) ?? compute(key);
    results.set(key, result);
    return result;
  };
}

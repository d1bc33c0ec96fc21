/** Compute once a build; the development server asks again each time, so that an edit shows. */
export function once<T>(compute: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => (import.meta.env.DEV ? compute() : (result ??= compute()));
}

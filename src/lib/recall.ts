import { isDeepStrictEqual } from 'node:util';

/**
 * Compute a value again only when its input differs from the last one of the same key. For the development server, which asks for every
 * document after each change of one: a save shows in half the time with 20 documents. A build asks once, and needs none of it.
 */
export function recall<Input, Result>(compute: (input: Input) => Result): (key: string, input: Input) => Result {
  const last = new Map<string, { input: Input; result: Result }>();
  return (key, input) => {
    const known = last.get(key);
    if (known && isDeepStrictEqual(known.input, input)) return known.result;
    const result = compute(input);
    last.set(key, { input, result });
    return result;
  };
}

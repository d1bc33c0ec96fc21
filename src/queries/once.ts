import { createHash } from 'node:crypto';
import { digestOf } from '../lib/digest.ts';
import { noteReads, readAgain, registerRead, withoutReads } from '../lib/reads.ts';

/**
 * Compute once a build, for each key where there are keys; the development server asks again each time, so that an edit shows.
 * What is found is plain data: a page that has asked is rendered anew when it has changed, and its digest says whether it has.
 */
export function once<T>(compute: (key?: string) => Promise<T>): (key?: string) => Promise<T> {
  if (import.meta.env.DEV) return compute;
  const get = remembered((key) => withoutReads(() => compute(key)));
  const digest = remembered(async (key) => digestOf(await get(key), digests));
  const ask = registerRead(createHash('sha256').update(compute.toString()).digest('base64url').slice(0, 12), digest);
  return (key) => {
    ask(key);
    return get(key);
  };
}

/** Digests of objects that stand in many others, such as case studies; whoever makes one adds it. */
export const digests = new WeakMap<object, string>();

/** Let the pages at these paths be kept from the last build while their props are the same: what else they show, they ask of queries. */
export function keyed<P extends { props: object }>(paths: readonly P[]): (P & { cacheKey: string })[] {
  return paths.map((path) => ({ ...path, cacheKey: import.meta.env.DEV ? '' : digestOf(path.props, digests) }));
}

/**
 * Render what stands in many pages alike once a build; `of` is what it shows, `as` says in which way. A page that has it depends
 * on all that was asked for it. The development server renders it each time.
 */
export async function renderedOnce(of: object, as: string, render: () => Promise<string>): Promise<string> {
  if (import.meta.env.DEV) return render();
  const known = fragments.get(of) ?? new Map<string, ReturnType<typeof noteReads<string>>>();
  // Whole, where rendering has left it in a hundred pieces.
  const noted = known.get(as) ?? noteReads(async () => Buffer.from(await render()).toString());
  fragments.set(of, known.set(as, noted));
  const { result, asked } = await noted;
  readAgain(asked);
  return result;
}

const fragments = new WeakMap<object, Map<string, ReturnType<typeof noteReads<string>>>>();

function remembered<T>(compute: (key?: string) => Promise<T>): (key?: string) => Promise<T> {
  const results = new Map<string | undefined, Promise<T>>();
  return (key) => {
    const result = results.get(key) ?? compute(key);
    results.set(key, result);
    return result;
  };
}

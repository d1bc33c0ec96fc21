import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Notes which queries are asked while a page is rendered, so that a page kept from the last build is known to show nothing that has
 * changed. The build and the code it has bundled find the notes in the same place.
 */
interface Reads {
  page: AsyncLocalStorage<Set<string> | null>;
  /** Texts of the last build and of this one, by what they were made from. */
  texts: { last: Map<string, string>; now: Map<string, string> };
  /** What digests the findings of a query, by the digest of its code. */
  digests: Map<string, (key: string | undefined) => Promise<string>>;
}

const reads = ((globalThis as { casefolioReads?: Reads }).casefolioReads ??= {
  page: new AsyncLocalStorage(),
  texts: { last: new Map(), now: new Map() },
  digests: new Map(),
});

/** Name a query by its code and say how what it finds under a key is digested; returns what the query calls whenever it is asked. */
export function registerRead(code: string, digest: (key: string | undefined) => Promise<string>): (key: string | undefined) => void {
  let name = code;
  for (let more = 2; reads.digests.has(name); more++) name = `${code}-${more}`;
  reads.digests.set(name, digest);
  const names = new Map<string | undefined, string>([[undefined, name]]);
  return (key) => {
    const asked = names.get(key) ?? `${name} ${key}`;
    names.set(key, asked);
    reads.page.getStore()?.add(asked);
  };
}

/** Run the rendering of one page; returns what it comes to and the names of the queries it asked. */
export async function noteReads<T>(render: () => Promise<T>): Promise<{ result: T; asked: string[] }> {
  const asked = new Set<string>();
  const result = await reads.page.run(asked, render);
  return { result, asked: [...asked] };
}

/** Note queries that were asked for a part of the page when it was rendered for another. */
export function readAgain(asked: readonly string[]): void {
  const page = reads.page.getStore();
  if (page) for (const name of asked) page.add(name);
}

/** Run a query: what it asks of others is its own matter, not that of the page which asked it first. */
export function withoutReads<T>(compute: () => T): T {
  return reads.page.run(null, compute);
}

/** The digest of what a query finds, by the name that `noteReads` has given it; null where there is no such query. */
export async function digestOfRead(name: string): Promise<string | null> {
  const [code = '', ...key] = name.split(' ');
  return (await reads.digests.get(code)?.(key.length === 0 ? undefined : key.join(' '))) ?? null;
}

/** Make a text once, or keep that of the last build; `key` digests all it is made from but the code. */
export async function keptText(key: string, make: () => Promise<string>): Promise<string> {
  const text = reads.texts.now.get(key) ?? reads.texts.last.get(key) ?? (await make());
  reads.texts.now.set(key, text);
  return text;
}

/** Give back the texts of the last build, which the same code has made. */
export function recallTexts(texts: Iterable<[string, string]>): void {
  reads.texts.last = new Map(texts);
  reads.texts.now = new Map();
}

/** The texts this build has asked for. */
export function textsAsked(): [string, string][] {
  return [...reads.texts.now];
}

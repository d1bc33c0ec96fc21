import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Notes which queries are asked while a page is rendered, so that a page kept from the last build is known to show nothing that has
 * changed. The build and the code it has bundled find the notes in the same place.
 */
interface Reads {
  page: AsyncLocalStorage<Set<string> | null>;
  /** Texts of the last build and of this one, by what they were made from: each a line of JSON, its key and itself. */
  texts: { last: Map<string, Buffer>; now: Map<string, Buffer> };
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

/** Make a text once, or keep that of the last build; `key` digests all it is made from but the code, and has no sign that JSON escapes. */
export async function keptText(key: string, make: () => Promise<string>): Promise<string> {
  const { last, now } = reads.texts;
  const line = now.get(key) ?? last.get(key);
  const known = line && textIn(line);
  if (line && known !== undefined) {
    now.set(key, line);
    return known;
  }
  const text = await make();
  now.set(key, bytesOf(`${JSON.stringify([key, text])}\n`));
  return text;
}

/** Give back what `textsAsked` gave at the end of the last build, which the same code has made. */
export function recallTexts(lines: Buffer): void {
  reads.texts = { last: new Map(), now: new Map() };
  for (let start = 0, end; (end = lines.indexOf(10, start)) !== -1; start = end + 1) {
    const key = lines.toString('utf8', start + 2, lines.indexOf(34, start + 2));
    reads.texts.last.set(key, lines.subarray(start, end + 1));
  }
}

/** The texts this build has asked for, a line for each: bytes, as strings of ten thousand would fill the memory. */
export function textsAsked(): Buffer[] {
  return [...reads.texts.now.values()];
}

/** Bytes of their own: those of `Buffer.from` are a part of sixty kilobytes, which they keep in memory. */
function bytesOf(text: string): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
}

/** The text of a line; none, where the line is damaged. */
function textIn(line: Buffer): string | undefined {
  try {
    return (JSON.parse(line.toString()) as [string, string])[1];
  } catch {
    return undefined;
  }
}

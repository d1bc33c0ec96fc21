/**
 * What the loader has read of the documents, kept in memory for the queries, which run in the same process but as another module.
 * Astro's store would write it down, bundle it as code and parse it again: at ten thousand documents, most of a build.
 */
const documents = ((globalThis as { casefolioDocuments?: Map<string, unknown> }).casefolioDocuments ??= new Map());

/** Keep what was read of a document under its collection and id; a list of them all under the id of none. */
export function handOver(collection: string, id: string, read: unknown): void {
  documents.set(`${collection}/${id}`, read);
}

/** What was read of a document; undefined where no loader has run in this process. */
export function handedOver<T>(collection: string, id: string): T | undefined {
  return documents.get(`${collection}/${id}`) as T | undefined;
}

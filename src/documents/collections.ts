/** The folders of the owner's documents. */
export const collections = ['projects', 'pages', 'selections', 'technologies'] as const;

export type Collection = (typeof collections)[number];

/** Collections of documents that are pages of their own, each in a file. */
export type PageCollection = Exclude<Collection, 'technologies'>;

/** Return the folder of a collection, relative to the root. */
export function collectionFolder(collection: Collection): string {
  return `src/content/${collection}`;
}

/** Return the collection of a page's document, and its path within the folder; null for any other file. `path` starts at the root. */
export function placeOf(path: string): { collection: PageCollection; relative: string } | null {
  const [, collection, relative] = /^src\/content\/(projects|pages|selections)\/(.+)$/s.exec(path) ?? [];
  return relative === undefined ? null : { collection: collection as PageCollection, relative };
}

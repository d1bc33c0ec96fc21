import { editedCollections, type DocumentEntry, type EditedCollection, type State } from '../api.ts';
import { capitalized } from './field-words.ts';

/** Documents of one collection, each original with its translations. */
export interface DocumentGroup {
  collection: EditedCollection;
  families: DocumentFamily[];
}

export interface DocumentFamily {
  original: DocumentEntry;
  translations: DocumentEntry[];
}

/** Group documents by collection in the order of the list, translations below their original; `search` leaves those that contain its words. */
export function groupDocuments(documents: readonly DocumentEntry[], search = ''): DocumentGroup[] {
  return editedCollections.flatMap((collection) => {
    const own = documents.filter((document) => document.collection === collection);
    const families = familiesOf(own).filter(({ original, translations }) =>
      [original, ...translations].some((one) => contains(one, search)),
    );
    return families.length > 0 || search === '' ? [{ collection, families }] : [];
  });
}

/** Say who can see a document, in a word; empty for what everybody sees. */
export function stateWord({ visibility, because }: State): string {
  if (because === 'original') return 'Original hidden';
  return capitalized(because ?? (visibility === 'public' ? '' : visibility));
}

/** Count diagnostics in words: “2 errors, 1 warning”; empty for none. */
export function countWords(errors: number, warnings: number): string {
  const count = (number: number, word: string): string[] => (number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`]);
  return [...count(errors, 'error'), ...count(warnings, 'warning')].join(', ');
}

/** Move an item of a list by some places, within its ends. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, index) => index !== from);
  const item = items[from];
  return item === undefined ? [...items] : rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, item);
}

/** How people name a collection, and one document of it. */
export const collectionNames: Record<EditedCollection, { all: string; one: string }> = {
  projects: { all: 'Case studies', one: 'Case study' },
  pages: { all: 'Pages', one: 'Page' },
  selections: { all: 'Selections', one: 'Selection of case studies for one reader' },
};

/** A translation without an original stands on its own. */
function familiesOf(documents: readonly DocumentEntry[]): DocumentFamily[] {
  const originals = documents.filter(({ lang }) => lang === null);
  const slugs = new Set(originals.map(({ slug }) => slug));
  const heads = [...originals, ...documents.filter(({ lang, slug }) => lang !== null && !slugs.has(slug))];
  return heads.map((original) => ({
    original,
    translations: original.lang === null ? documents.filter(({ lang, slug }) => lang !== null && slug === original.slug) : [],
  }));
}

function contains({ title, path, lang }: DocumentEntry, search: string): boolean {
  const text = `${title} ${path} ${lang ?? ''}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

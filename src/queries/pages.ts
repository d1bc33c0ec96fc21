import { getCollection } from 'astro:content';
import type { Picture } from './projects.ts';
import { once } from './once.ts';

export interface PageDocument {
  /** A translation has that of its original. */
  slug: string;
  /** Language of a translation, as its file is named. */
  translation: string | undefined;
  title: string;
  description: string;
  updated: string | null;
  html: string;
  pictures: Record<string, Picture>;
}

/** The owner's pages the reader may see: about, contact, accessibility and any other; those translated into a language with `lang`. */
export const getPageDocuments = once(async (lang): Promise<readonly PageDocument[]> => {
  return (await getAllPageDocuments()).filter(({ translation }) => translation === lang);
});

/** The languages that pages have been translated into. */
export async function getPageLanguages(): Promise<string[]> {
  return (await getAllPageDocuments()).flatMap(({ translation }) => translation ?? []);
}

/** Those pages in all languages. */
export const getAllPageDocuments = once(async (): Promise<readonly PageDocument[]> => {
  const entries = await getCollection('pages', ({ data }) => import.meta.env.DEV || !data.hidden);
  return entries.map(({ id, data }) => ({
    slug: data.translation === undefined ? id : id.slice(0, -data.translation.length - 1),
    translation: data.translation,
    title: data.title,
    description: data.description,
    updated: data.updated ?? null,
    html: data.html['body'] ?? '',
    pictures: data.pictures,
  }));
});

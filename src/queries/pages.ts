import { handedOver } from '../lib/handed-over.ts';
import type { PageData } from '../schemas/page.ts';
import type { StoredPicture } from '../lib/pictures.ts';
import { getEntries } from './entries.ts';
import { getPictures, type Picture } from './pictures.ts';
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
  const entries = (await getEntries('pages')).filter(({ data }) => import.meta.env.DEV || !data.hidden);
  const resolve = await getPictures();
  return entries.flatMap(({ id, data: { translation } }) => {
    const read = handedOver<PageData & { html: { body?: string }; pictures: Record<string, StoredPicture<string>> }>('pages', id);
    if (!read) return [];
    const { title, description, updated = null, html } = read;
    const slug = translation === undefined ? id : id.slice(0, -translation.length - 1);
    return [{ slug, translation, title, description, updated, html: html.body ?? '', pictures: resolve(read.pictures) }];
  });
});

import { getCollection } from 'astro:content';
import type { Picture } from './projects.ts';
import { once } from './once.ts';

export interface PageDocument {
  slug: string;
  title: string;
  description: string;
  updated: string | null;
  html: string;
  pictures: Record<string, Picture>;
}

/** The owner's pages the reader may see: about, contact, accessibility and any other. */
export const getPageDocuments = once(async (): Promise<readonly PageDocument[]> => {
  const entries = await getCollection('pages', ({ data }) => import.meta.env.DEV || !data.hidden);
  return entries.map(({ id, data }) => ({
    slug: id,
    title: data.title,
    description: data.description,
    updated: data.updated ?? null,
    html: data.html['body'] ?? '',
    pictures: data.pictures,
  }));
});

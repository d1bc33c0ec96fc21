import { lowerHeadings } from '../lib/project/home.ts';
import { getPageHtml } from './body.ts';
import { getPageDocuments, type PageDocument } from './pages.ts';
import { site } from './site.ts';

/** The owner's pages whose texts the home page shows, by slug, where they exist in its language; below their titles, their headings are one level lower. */
export async function getHomeTexts(lang?: string): Promise<ReadonlyMap<string, PageDocument>> {
  const named = site.home.flatMap((part) => (typeof part === 'string' ? [] : part.page));
  const pages = (await getPageDocuments(lang)).filter(({ slug }) => named.includes(slug));
  const texts = pages.map(async (page) => [page.slug, { ...page, html: lowerHeadings(await getPageHtml(page)) }] as const);
  return new Map(await Promise.all(texts));
}

import { getCollection } from 'astro:content';
import { firstSentences } from '../lib/story/description.ts';
import type { LinkTargets } from '../lib/markdown/links.ts';
import { typeset } from '../lib/markdown/typography.ts';
import { memo } from './memo.ts';
import { contactCall, localeOf, site } from './site.ts';
import type { Picture } from './pictures.ts';

export interface PageDocument {
  /** A translation has the slug of its original. */
  slug: string;
  /** Language tag of a translation, from its file name. */
  translation: string | undefined;
  title: string;
  /** Short title for menus. */
  label: string | undefined;
  /** As its author wrote it, else the first sentences of the text, else the title. */
  description: string;
  updated: string | null;
  html: string;
  pictures: Record<string, Picture>;
  targets: LinkTargets;
}

/** The owner's public pages (about, contact, …); with `lang`, the translations into that language. */
export const getPageDocuments = memo(async (lang): Promise<readonly PageDocument[]> => {
  return (await getAllPageDocuments()).filter(({ translation }) => translation === lang);
});

/** Slugs of the pages that a locale can link to: its own, and those of the site's own language. */
export async function getPageSlugs(lang?: string): Promise<ReadonlySet<string>> {
  return new Set([...(await getPageDocuments()), ...(await getPageDocuments(lang))].map(({ slug }) => slug));
}

/** Language tags of all translated pages. */
export async function getPageLanguages(): Promise<string[]> {
  return (await getAllPageDocuments()).flatMap(({ translation }) => translation ?? []);
}

/** The public pages in all languages. */
export const getAllPageDocuments = memo(async (): Promise<readonly PageDocument[]> => {
  const entries = await getCollection('pages', ({ data }) => import.meta.env.DEV || !data.hidden);
  const written = entries.map(({ id, data, body = '', rendered }) => {
    const { translation, updated = null, pictures, targets } = data;
    const slug = translation === undefined ? id : id.slice(0, -translation.length - 1);
    const locale = translation ?? data.lang ?? site.locale;
    const description = data.description ?? firstSentences([{ body, html: rendered?.html, targets }], locale) ?? data.title;
    const texts = {
      title: typeset(data.title, locale),
      label: data.label && typeset(data.label, locale),
      description: typeset(description, locale),
    };
    return { slug, translation, ...texts, updated, html: rendered?.html ?? '', pictures, targets };
  });
  const isMissing = site.contact.form !== undefined && !entries.some(({ id }) => id === 'contact');
  return isMissing ? [...written, formPage()] : written;
});

/** The page of the contact form where the owner has written none. */
function formPage(): PageDocument {
  const own = localeOf();
  const texts = { title: own.t.contact, label: undefined, description: contactCall(own).question };
  return { slug: 'contact', translation: undefined, ...texts, updated: null, html: '', pictures: {}, targets: {} };
}

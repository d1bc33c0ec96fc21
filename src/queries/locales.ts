import { languageName } from '../i18n/languages.ts';
import { memo } from './memo.ts';
import { getPageDocuments, getPageLanguages } from './pages.ts';
import { getProjectLanguages, getProjects } from './projects.ts';
import { editionIn, site, urls, type Edition } from './site.ts';

/** What a template knows of the language of its page: `Astro.locals`. */
export interface PageEdition extends Edition {
  /** Where a page of the site stands in this language; in the site's own, and marked as such, where there is no translation of it. */
  link: (...segments: string[]) => { href: string; hreflang?: string };
}

/** A language that a page can be read in. */
export interface Version {
  /** BCP 47. */
  locale: string;
  /** Its name in itself. */
  name: string;
  /** Address below the origin. */
  href: string;
}

/** The languages besides the site's own that something has been translated into, by their tags in file names. */
export const getLanguages = memo(async (): Promise<readonly string[]> =>
  [...new Set([...(await getProjectLanguages()), ...(await getPageLanguages())])].toSorted(),
);

/** The edition a page belongs to. */
export async function getEdition(lang?: string): Promise<PageEdition> {
  const edition = editionIn(lang);
  if (lang === undefined) return { ...edition, link: (...segments) => ({ href: urls.page(...segments) }) };
  const own = new Set(await getOwnPages(lang));
  const { language: hreflang } = new Intl.Locale(site.locale);
  const link: PageEdition['link'] = (...segments) =>
    own.has(segments[0] ?? '') ? { href: edition.urls.page(...segments) } : { href: urls.page(...segments), hreflang };
  return { ...edition, link };
}

/** The addresses of an edition, by their first part. */
const getOwnPages = memo(async (lang): Promise<readonly string[]> => [
  ...(await getPageDocuments(lang)).map(({ slug }) => slug),
  ...((await getProjects(lang)).length > 0 ? ['projects'] : []),
]);

/** The paths of what there is once in each language that case studies are in; the site's own has no part in the address. */
export async function getEditionPaths(): Promise<{ params: { lang: string | undefined } }[]> {
  return [undefined, ...(await getProjectLanguages())].map((lang) => ({ params: { lang } }));
}

/** The languages a page can be read in, its original first; none where there is but one. Takes its address in parts: `projects`, `x`. */
export function getVersions(...segments: string[]): Promise<readonly Version[]> {
  return getVersionsOf(segments.join('/'));
}

// A query of its own, so that a page depends on its own versions alone.
const getVersionsOf = memo(async (path = ''): Promise<readonly Version[]> => {
  const versions = (await getAllVersions()).get(path) ?? [];
  return versions.length > 1 ? versions : [];
});

const getAllVersions = memo(async (): Promise<ReadonlyMap<string, Version[]>> => {
  const versions = new Map<string, Version[]>();
  for (const lang of [undefined, ...(await getLanguages())]) {
    const edition = editionIn(lang);
    const add = (segments: string[], locale = edition.locale): void => {
      const version = { locale, name: languageName(lang ?? new Intl.Locale(locale).language), href: edition.urls.page(...segments) };
      versions.set(segments.join('/'), [...(versions.get(segments.join('/')) ?? []), version]);
    };
    const [projects, pages] = await Promise.all([getProjects(lang), getPageDocuments(lang)]);
    if (projects.length > 0) add(['projects']);
    for (const { slug, lang: written } of projects) add(['projects', slug], written ?? undefined);
    for (const { slug } of pages) add([slug]);
  }
  return versions;
});

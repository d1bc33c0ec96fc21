import { languageName } from '../i18n/languages.ts';
import { memo } from './memo.ts';
import { getPageDocuments, getPageLanguages } from './pages.ts';
import { getProjectLanguages, getProjects } from './projects.ts';
import { editionIn, site, urls, type Edition } from './site.ts';

/** The locale of a page, as templates read it from `Astro.locals`. */
export interface PageEdition extends Edition {
  /** Link to a page in this locale; without a translation, to the site's own locale with `hreflang` set. */
  link: (...segments: string[]) => { href: string; hreflang?: string };
}

/** One language of a page, for hreflang links and the language menu. */
export interface Version {
  /** BCP 47. */
  locale: string;
  /** Name of the language in that language. */
  name: string;
  /** Address below the origin. */
  href: string;
}

/** Language tags of all translations, as in file names; the site's own language is not among them. */
export const getLanguages = memo(async (): Promise<readonly string[]> =>
  [...new Set([...(await getProjectLanguages()), ...(await getPageLanguages())])].toSorted(),
);

/** The locale of a page, by the `lang` part of its path. */
export async function getEdition(lang?: string): Promise<PageEdition> {
  const edition = editionIn(lang);
  if (lang === undefined) return { ...edition, link: (...segments) => ({ href: urls.page(...segments) }) };
  const own = new Set(await getOwnPages(lang));
  const { language: hreflang } = new Intl.Locale(site.locale);
  const link: PageEdition['link'] = (...segments) =>
    own.has(segments[0] ?? '') ? { href: edition.urls.page(...segments) } : { href: urls.page(...segments), hreflang };
  return { ...edition, link };
}

/** First path segments that exist in a locale. */
const getOwnPages = memo(async (lang): Promise<readonly string[]> => [
  ...(await getPageDocuments(lang)).map(({ slug }) => slug),
  ...((await getProjects(lang)).length > 0 ? ['projects'] : []),
]);

/** Static paths of a page that exists once in each locale with case studies; the site's own locale has no path segment. */
export async function getEditionPaths(): Promise<{ params: { lang: string | undefined } }[]> {
  return [undefined, ...(await getProjectLanguages())].map((lang) => ({ params: { lang } }));
}

/** All languages of the page at some path segments (`projects`, `x`), the original first; empty if there is only one. */
export function getVersions(...segments: string[]): Promise<readonly Version[]> {
  return getVersionsOf(segments.join('/'));
}

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

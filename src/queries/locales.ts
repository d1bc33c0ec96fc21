import { languageName } from '../i18n/languages.ts';
import { memo } from './memo.ts';
import { getPageDocuments, getPageLanguages } from './pages.ts';
import { getProjectLanguages, getProjects } from './projects.ts';
import { localeOf, ownerTexts, site, urls, type SiteLocale } from './site.ts';

/** The locale of a page, as templates read it from `Astro.locals`. */
export interface PageLocale extends SiteLocale {
  /** Link to a page in this locale; without a translation, to the site's own locale with `hreflang` set. */
  link: (...segments: string[]) => { href: string; hreflang?: string };
}

/** One language of a page, for hreflang links and the language menu. */
export interface LanguageAlternate {
  /** BCP 47. */
  locale: string;
  /** Name of the language in that language. */
  name: string;
  /** Address below the origin. */
  href: string;
}

/** Language tags of all translations, as in file names; the site's own language is not among them. */
const getLanguages = memo(async (): Promise<readonly string[]> =>
  [...new Set([...(await getProjectLanguages()), ...(await getPageLanguages())])].toSorted(),
);

/** Language tags of the translated home pages: of the languages for which the owner has written the texts of one. */
export async function getHomeLanguages(): Promise<string[]> {
  return (await getLanguages()).filter((lang) => ownerTexts(lang).promise !== undefined);
}

/** The locale of a page, by the `lang` part of its path. */
export async function getPageLocale(lang?: string): Promise<PageLocale> {
  const siteLocale = localeOf(lang);
  if (lang === undefined) return { ...siteLocale, link: (...segments) => ({ href: urls.page(...segments) }) };
  const own = new Set((await getPagesIn(lang)).map(({ segments: [first = ''] }) => first));
  const { language: hreflang } = new Intl.Locale(site.locale);
  const link: PageLocale['link'] = (...segments) =>
    own.has(segments[0] ?? '') ? { href: siteLocale.urls.page(...segments) } : { href: urls.page(...segments), hreflang };
  return { ...siteLocale, link };
}

/** The path segments of every page that exists in a locale, and the language of its text where that is another. */
const getPagesIn = memo(async (lang): Promise<readonly { segments: string[]; written?: string | undefined }[]> => {
  const [projects, pages] = await Promise.all([getProjects(lang), getPageDocuments(lang)]);
  return [
    ...(ownerTexts(lang).promise === undefined ? [] : [{ segments: [] }]),
    ...(projects.length > 0 ? [{ segments: ['projects'] }] : []),
    ...projects.map(({ slug, lang: written }) => ({ segments: ['projects', slug], written: written ?? undefined })),
    ...pages.map(({ slug }) => ({ segments: [slug] })),
  ];
});

/** Static paths of a page that exists once in each locale with case studies; the site's own locale has no path segment. */
export async function getLocalePaths(): Promise<{ params: { lang: string | undefined } }[]> {
  return [undefined, ...(await getProjectLanguages())].map((lang) => ({ params: { lang } }));
}

/** All languages of the page at some path segments (`projects`, `x`), the original first; empty if there is only one. */
export async function getAlternates(...segments: string[]): Promise<readonly LanguageAlternate[]> {
  const languages = (await getAllAlternates()).get(segments.join('/')) ?? [];
  return languages.length > 1 ? languages : [];
}

const getAllAlternates = memo(async (): Promise<ReadonlyMap<string, (LanguageAlternate & { path: string })[]>> => {
  const alternates = [undefined, ...(await getLanguages())].map(async (lang) => {
    const siteLocale = localeOf(lang);
    const name = languageName(lang ?? new Intl.Locale(siteLocale.locale).language);
    return (await getPagesIn(lang)).map(({ segments, written = siteLocale.locale }) => ({
      ...{ path: segments.join('/'), locale: written, name, href: siteLocale.urls.page(...segments) },
    }));
  });
  return Map.groupBy((await Promise.all(alternates)).flat(), ({ path }) => path);
});

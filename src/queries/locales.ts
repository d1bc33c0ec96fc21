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
  const own = new Set(await getOwnPages(lang));
  const { language: hreflang } = new Intl.Locale(site.locale);
  const link: PageLocale['link'] = (...segments) =>
    own.has(segments[0] ?? '') ? { href: siteLocale.urls.page(...segments) } : { href: urls.page(...segments), hreflang };
  return { ...siteLocale, link };
}

/** First path segments that exist in a locale. */
const getOwnPages = memo(async (lang): Promise<readonly string[]> => [
  ...(ownerTexts(lang).promise === undefined ? [] : ['']),
  ...(await getPageDocuments(lang)).map(({ slug }) => slug),
  ...((await getProjects(lang)).length > 0 ? ['projects'] : []),
]);

/** Static paths of a page that exists once in each locale with case studies; the site's own locale has no path segment. */
export async function getLocalePaths(): Promise<{ params: { lang: string | undefined } }[]> {
  return [undefined, ...(await getProjectLanguages())].map((lang) => ({ params: { lang } }));
}

/** All languages of the page at some path segments (`projects`, `x`), the original first; empty if there is only one. */
export async function getAlternates(...segments: string[]): Promise<readonly LanguageAlternate[]> {
  const languages = (await getAllAlternates()).get(segments.join('/')) ?? [];
  return languages.length > 1 ? languages : [];
}

const getAllAlternates = memo(async (): Promise<ReadonlyMap<string, LanguageAlternate[]>> => {
  const languages = new Map<string, LanguageAlternate[]>();
  for (const lang of [undefined, ...(await getLanguages())]) {
    const siteLocale = localeOf(lang);
    const add = (segments: string[], locale = siteLocale.locale): void => {
      const language = { locale, name: languageName(lang ?? new Intl.Locale(locale).language), href: siteLocale.urls.page(...segments) };
      languages.set(segments.join('/'), [...(languages.get(segments.join('/')) ?? []), language]);
    };
    if (ownerTexts(lang).promise !== undefined) add([]);
    const [projects, pages] = await Promise.all([getProjects(lang), getPageDocuments(lang)]);
    if (projects.length > 0) add(['projects']);
    for (const { slug, lang: written } of projects) add(['projects', slug], written ?? undefined);
    for (const { slug } of pages) add([slug]);
  }
  return languages;
});

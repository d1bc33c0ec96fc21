import { facets, isIndexed } from '../lib/project/facets.ts';
import { siteLinks, type Menu, type SiteLink } from '../schemas/navigation.ts';
import { getIndexedFacets } from './facets.ts';
import type { PageLocale } from './locales.ts';
import { getPageDocuments, type PageDocument } from './pages.ts';
import { getProjects } from './projects.ts';
import { hasResults } from './results.ts';
import { site, urls } from './site.ts';

/** A link of a menu. */
interface MenuLink {
  name: string;
  href: string;
  /** Language of the page and of the name, where it is not that of the page with the menu. */
  hreflang?: string | undefined;
  lang?: string | undefined;
}

/** The links of the header: the owner's, or the most important pages. */
export async function getNavigation(locale: PageLocale): Promise<MenuLink[]> {
  const results = isIndexed((await getProjects()).length) ? ['results'] : [];
  return toLinks(site.navigation ?? ['work', ...results, 'about', 'contact'], locale);
}

/** The links of the footer: the owner's, or those to every page that is no list, with the owner's own pages that the header leaves out. */
export async function getFooterLinks(locale: PageLocale): Promise<MenuLink[]> {
  return toLinks(site.footer.links ?? [...defaultFooter, ...(await getUnlinkedPages()), 'feeds', 'source'], locale);
}

const defaultFooter = ['work', 'index', 'about', 'contact', 'pdf', 'accessibility'];

/** Names of the owner's pages that neither the header nor the home page has. */
async function getUnlinkedPages(): Promise<string[]> {
  const named = [...(site.navigation ?? []), ...site.home].flatMap((one) =>
    typeof one === 'string' ? one : ('page' in one && one.page) || [],
  );
  const left = new Set<string>([...siteLinks, ...named]);
  return (await getPageDocuments()).flatMap(({ slug }) => (left.has(slug) ? [] : slug)).toSorted();
}

/** Resolve the entries of a menu; those whose page this site does not have are left out. */
async function toLinks(menu: Menu, locale: PageLocale): Promise<MenuLink[]> {
  const links = menu.map((entry) => {
    if (typeof entry === 'string') return toLink(entry, locale);
    return entry.page === undefined ? toAddress(entry.url ?? '', entry.label, locale) : toLink(entry.page, locale, entry.label);
  });
  return (await Promise.all(links)).filter((link) => link !== null);
}

/** Link to a page by its name; null where this site does not have it. The owner writes labels in the language of the site. */
async function toLink(page: string, locale: PageLocale, label?: string): Promise<MenuLink | null> {
  const link = isSiteLink(page) ? await makers[page](locale) : await toOwnPage(page, locale);
  return link && label !== undefined ? { ...link, name: label, lang: siteLanguage(locale) } : link;
}

/** Link to an address: a path of the site, or elsewhere. */
function toAddress(url: string, name: string, locale: PageLocale): MenuLink {
  const lang = siteLanguage(locale);
  if (!url.startsWith('/')) return { name, href: url, lang };
  return { name, href: urls.written(url), lang, hreflang: /\.[^/]*$/.test(url) ? undefined : lang };
}

async function toOwnPage(slug: string, locale: PageLocale, known?: string): Promise<MenuLink | null> {
  const isSlug = (page: PageDocument) => page.slug === slug;
  const translated = (await getPageDocuments(locale.lang)).find(isSlug);
  const page = translated ?? (await getPageDocuments()).find(isSlug);
  if (!page) return null;
  const name = page.label ?? known;
  return { name: name ?? page.title, lang: translated || name === known ? undefined : siteLanguage(locale), ...locale.link(slug) };
}

/** How to link to each page of the template; null where the site does not have it. */
const makers: Record<SiteLink, (locale: PageLocale) => MenuLink | null | Promise<MenuLink | null>> = {
  home: ({ t, link }) => ({ name: t.home, ...link() }),
  work: ({ t, link }) => ({ name: t.work, ...link('projects') }),
  results: async ({ t, link }) => ((await hasResults()) ? { name: t.results, ...link('results') } : null),
  index: async ({ t, link }) => ((await getIndexedFacets()).length > 0 ? { name: t.index, ...link('a-z') } : null),
  technologies: toFacet('technology'),
  industries: toFacet('industry'),
  clients: toFacet('client'),
  years: toFacet('year'),
  about: (locale) => toOwnPage('about', locale, locale.t.about),
  contact: (locale) => toOwnPage('contact', locale, locale.t.contact),
  accessibility: (locale) => toOwnPage('accessibility', locale, locale.t.accessibility),
  feeds: ({ t, link }) => ({ name: t.feeds, ...link('feeds') }),
  pdf: ({ t }) => (site.pdf.publish && !import.meta.env.DEV ? { name: t.portfolioPdf, href: urls.file('portfolio.pdf') } : null),
  source: ({ t }) => (site.source === undefined ? null : { name: t.source, href: site.source }),
};

function toFacet(facet: keyof typeof facets): (locale: PageLocale) => Promise<MenuLink | null> {
  return async ({ t, link }) =>
    (await getIndexedFacets()).includes(facet) ? { name: t.facets[facet].all, ...link(facets[facet].folder) } : null;
}

function isSiteLink(name: string): name is SiteLink {
  return Object.hasOwn(makers, name);
}

/** Language of the site, on a page in another one. */
function siteLanguage({ lang }: PageLocale): string | undefined {
  return lang === undefined ? undefined : new Intl.Locale(site.locale).language;
}

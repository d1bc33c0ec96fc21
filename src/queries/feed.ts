import { languageName } from '../i18n/languages.ts';
import { interpolate } from '../i18n/strings.ts';
import { feedContent, type FeedChannel, type FeedItem, type FeedOptions } from '../lib/feeds/feed.ts';
import { filmLabel } from '../lib/pictures/films.ts';
import { rssXml } from '../lib/feeds/feed-rss.ts';
import { jsonFeed, type JsonFeed } from '../lib/feeds/json-feed.ts';
import { newest } from '../lib/project/order.ts';
import { getMdxHtml } from './body.ts';
import { facetFeedHref, getFacets } from './facets.ts';
import { publishedImage } from './images.ts';
import { memo } from './memo.ts';
import { projectHref, getProjectLanguages, getProjects, type Picture, type Project } from './projects.ts';
import { localeOf, ownerTexts, site, t, urls } from './site.ts';
import { getDrawnSocialImage } from './social-images.ts';

/** A feed of the site: its names, the page that lists the same case studies, its own address, and its case studies. */
export interface Feed {
  name: string;
  title: string;
  description: string;
  page: string;
  href: string;
  /** Language of its case studies where they are translations. */
  lang?: string | undefined;
  projects: readonly Project[];
}

/** Get the feed of all case studies, or of those translated into a language; of all where none is translated. It exists as RSS and as JSON. */
export const getMainFeed = memo(async (lang): Promise<Feed & { json: string }> => {
  const projects = await getProjects(lang);
  const { urls, ...siteLocale } = localeOf(projects.length > 0 ? lang : undefined);
  const { description = siteLocale.t.workTranslated } = ownerTexts(siteLocale.lang);
  const { title, page } =
    siteLocale.lang === undefined
      ? { title: site.name, page: urls.page() }
      : { title: `${site.name} (${languageName(siteLocale.lang)})`, page: urls.page('projects') };
  return {
    ...{ name: siteLocale.t.rssFeed, title, description, page, href: urls.file('rss.xml'), json: urls.file('feed.json') },
    lang: siteLocale.lang,
    projects: siteLocale.lang === lang ? projects : await getProjects(),
  };
});

/** Get the feeds of translated case studies, each named in its language. */
export async function getLanguageFeeds(): Promise<Feed[]> {
  return Promise.all((await getProjectLanguages()).map(async (lang) => ({ ...(await getMainFeed(lang)), name: languageName(lang) })));
}

/** Get one feed for each technology or industry that has a page. */
export async function getFacetFeeds(facet: 'technology' | 'industry'): Promise<(Feed & { slug: string })[]> {
  return (await getFacets())[facet].flatMap(({ name, slug, projects, href: page }) => {
    if (page === null) return [];
    const names = { name, title: `${name} · ${site.name}`, description: interpolate(t.facets[facet].feed, { name }) };
    return { slug, ...names, page, href: facetFeedHref(facet, slug), projects };
  });
}

/** Write a feed as RSS 2.0. */
export async function getRss(feed: Feed): Promise<Response> {
  const xml = await rssXml(channelOf(feed), await itemsOf(feed));
  return new Response(xml, { headers: { 'content-type': 'application/rss+xml' } });
}

/** Build a feed as JSON Feed 1.1. */
export async function getJsonFeed(feed: Feed & { json: string }): Promise<JsonFeed> {
  return jsonFeed(channelOf({ ...feed, href: feed.json }), await itemsOf(feed));
}

/** Get what it takes to write a case study for readers outside of the site. */
export async function getFeedOptions(project: Project): Promise<FeedOptions> {
  const { locale, t: strings } = localeOf(project.translation);
  return {
    ...{ url: urls.absolute(projectHref(project)), locale, strings },
    picture: await getPictureFinder(project.pictures),
    film: filmFinder(project.pictures, locale),
    mdxBody: await getMdxHtml(project),
  };
}

/** Create a function that finds the file of a film, by its address in rendered Markdown or by its poster as resolved. */
export function filmFinder(pictures: Record<string, Picture>, locale: string): NonNullable<FeedOptions['film']> {
  return (key) => {
    const film = (typeof key === 'string' ? pictures[key] : (key as Picture | undefined))?.film;
    const [file] = film?.files ?? [];
    return film && file && { url: urls.absolute(urls.file(file.src)), label: filmLabel(film, locale) };
  };
}

/** Create a function that finds the published file of a picture, by its address in rendered Markdown or as resolved. */
export async function getPictureFinder(pictures: Record<string, Picture>): Promise<FeedOptions['picture']> {
  const published = Object.values(pictures).map(async (picture) => [picture, await publishedImage(picture)] as const);
  const files = new Map<unknown, ReturnType<FeedOptions['picture']>>(await Promise.all(published));
  return (picture) => files.get(typeof picture === 'string' ? pictures[picture] : picture);
}

function channelOf({ title, description, page, href, lang }: Feed): FeedChannel {
  return {
    ...{ title, description, home: urls.absolute(page), self: urls.absolute(href), locale: localeOf(lang).locale },
    author: { name: site.author.name, url: urls.absolute(urls.page()) },
    icon: { url: urls.absolute(urls.file('icons/144.png')), size: 144 },
  };
}

function itemsOf({ projects }: Feed): Promise<FeedItem[]> {
  return Promise.all(newest(projects, site.feedLength).map(itemOf));
}

// A case study is in the feeds of each of its technologies.
const itemOf = memo(async (project: Project): Promise<FeedItem> => {
  const { title, description, date, updated, technologies, topics, industry, lang, thumbnail } = project;
  const head = thumbnail && (await publishedImage(thumbnail.picture));
  return {
    ...{ url: urls.absolute(projectHref(project)), title, summary: description, html: feedContent(project, await getFeedOptions(project)) },
    id: urls.absolute(projectHref({ ...project, slug: project.firstSlug ?? project.slug })),
    ...{ published: date, updated: updated ?? date, lang },
    tags: [...new Set([...technologies.map(({ name }) => name), ...topics, ...(industry ? [industry] : [])])],
    picture: head && thumbnail ? { ...head, alt: thumbnail.alt } : null,
    socialImage: (await getDrawnSocialImage(project)) ?? null,
  };
});

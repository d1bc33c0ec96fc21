import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadRenderers } from 'astro:container';
import { feedContent, type FeedChannel, type FeedItem, type FeedPicture } from '../lib/feed.ts';
import { rssXml } from '../lib/feed-rss.ts';
import { languageName } from '../i18n/languages.ts';
import { jsonFeed, type JsonFeed } from '../lib/json-feed.ts';
import { filledIn } from '../i18n/strings.ts';
import { getMdxBody } from './body.ts';
import { getEdition } from './locales.ts';
import { facetFeedHref, facetHref, getFacets } from './facets.ts';
import { publishedImage } from './images.ts';
import { memo } from './memo.ts';
import { caseHref, getProjectLanguages, getProjects, type Picture, type Project } from './projects.ts';
import { editionIn, site, t, urls } from './site.ts';
import { getDrawnSocialImage } from './social-images.ts';

/** A feed as the site offers it: what it follows, the page of that, its own address, and the case studies in it. */
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

/** The feed of all case studies, or of those translated into a language, as RSS and as JSON; of all where none is translated. */
export const getMainFeed = memo(async (lang): Promise<Feed & { json: string }> => {
  const projects = await getProjects(lang);
  const { urls, ...edition } = editionIn(projects.length > 0 ? lang : undefined);
  const { title, description, page } =
    edition.lang === undefined
      ? { title: site.name, description: site.description, page: urls.page() }
      : { title: `${site.name} (${languageName(edition.lang)})`, description: edition.t.workTranslated, page: urls.page('projects') };
  const files = { href: urls.file('rss.xml'), json: urls.file('feed.json') };
  return {
    name: edition.t.rssFeed,
    title,
    description,
    page,
    ...files,
    lang: edition.lang,
    projects: edition.lang === lang ? projects : await getProjects(),
  };
});

/** Where that feed stands and what it is called, for pages that lead to it and show nothing of what is in it. */
export const getMainFeedLink = memo(async (lang) => {
  const { title, href, json } = await getMainFeed(lang);
  return { title, href, json };
});

/** The feeds of translated case studies, each named in its language. */
export const getLanguageFeeds = memo(async (): Promise<Feed[]> =>
  Promise.all((await getProjectLanguages()).map(async (lang) => ({ ...(await getMainFeed(lang)), name: languageName(lang) }))),
);

/** One feed for each technology, by its address part. */
export const getTechnologyFeeds = memo(() => feedsOf('technology'));

/** One feed for each industry, by its address part. */
export const getIndustryFeeds = memo(() => feedsOf('industry'));

/** A feed as RSS 2.0. */
export async function getRss(feed: Feed): Promise<Response> {
  const xml = await rssXml(channelOf(feed), await itemsOf(feed));
  return new Response(xml, { headers: { 'content-type': 'application/rss+xml' } });
}

/** A feed as JSON Feed 1.1. */
export async function getJsonFeed(feed: Feed & { json: string }): Promise<JsonFeed> {
  return jsonFeed(channelOf({ ...feed, href: feed.json }), await itemsOf(feed));
}

/** A whole case study as HTML that stands alone. */
export async function getFeedHtml(project: Project): Promise<string> {
  return (await getFeedItem(project)).html;
}

// A case study stands in the feed of each of its technologies and is rendered once.
const items = new Map<Project, Promise<FeedItem>>();

function getFeedItem(project: Project): Promise<FeedItem> {
  const item = items.get(project) ?? makeItem(project);
  items.set(project, item);
  return item;
}

async function feedsOf(facet: 'technology' | 'industry'): Promise<ReadonlyMap<string, Feed>> {
  const feeds = (await getFacets())[facet].map(({ name, slug, projects }): [string, Feed] => [
    slug,
    {
      ...{ name, title: `${name} · ${site.name}`, description: filledIn(t.facets[facet].feed, { name }) },
      ...{ page: facetHref(facet, slug), href: facetFeedHref(facet, slug), projects: projects.slice(0, site.feedLength) },
    },
  ]);
  return new Map(feeds);
}

function channelOf({ title, description, page, href, lang }: Feed): FeedChannel {
  return {
    ...{ title, description, home: urls.absolute(page), self: urls.absolute(href), locale: editionIn(lang).locale },
    author: { name: site.author.name, url: urls.absolute(urls.page()) },
    icon: { url: urls.absolute(urls.file('icons/144.png')), size: 144 },
  };
}

function membersOf({ projects }: Feed): readonly Project[] {
  return projects.slice(0, site.feedLength);
}

function itemsOf(feed: Feed): Promise<FeedItem[]> {
  return Promise.all(membersOf(feed).map(getFeedItem));
}

let container: Promise<AstroContainer> | undefined;

const getContainer = () =>
  (container ??= loadRenderers([getContainerRenderer()]).then((renderers) => AstroContainer.create({ renderers })));

async function makeItem(project: Project): Promise<FeedItem> {
  const { title, tagline, date, updated, technologies, industry, lang, thumbnail } = project;
  const head = thumbnail && (await publishedImage(thumbnail.picture));
  return {
    ...{ url: urls.absolute(caseHref(project)), title, summary: tagline, html: await makeHtml(project) },
    ...{ published: date, updated: updated ?? date, lang },
    tags: [...technologies.map(({ name }) => name), ...(industry ? [industry] : [])],
    picture: head && thumbnail ? { ...head, alt: thumbnail.alt } : null,
    card: (await getDrawnSocialImage(project)) ?? null,
  };
}

async function makeHtml(project: Project): Promise<string> {
  const edition = await getEdition(project.translation);
  const pictures = await publishedPictures(project);
  const Content = await getMdxBody(project);
  return feedContent(project, {
    url: urls.absolute(caseHref(project)),
    locale: edition.locale,
    strings: edition.t,
    picture: (key) => pictures.get(typeof key === 'string' ? project.pictures[key] : (key as Picture)),
    mdxBody: Content ? await (await getContainer()).renderToString(Content, { locals: edition }) : undefined,
  });
}

async function publishedPictures(project: Project): Promise<Map<unknown, FeedPicture>> {
  const published = await Promise.all(
    Object.values(project.pictures).map(async (picture) => [picture, await publishedImage(picture)] as const),
  );
  return new Map(published.flatMap(([picture, file]) => (file ? [[picture, file] as const] : [])));
}

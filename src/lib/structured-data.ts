import type { Article, BreadcrumbList, Organization, Person, WebPage, WebSite } from 'schema-dts';
import type { Site } from '../schemas/site.ts';
import type { Project } from './project.ts';

/** Serialise nodes as one JSON-LD graph that cannot close or comment out its script element. */
export function jsonLd(nodes: readonly object[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes })
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

/** The site and its author, which every page's graph refers to by id. `home` is the absolute address of the home page. */
export function siteNodes(site: Site, home: string): [Node<WebSite>, Node<Person | Organization>] {
  const author: Node<Person | Organization> = {
    '@type': site.author.kind === 'person' ? 'Person' : 'Organization',
    '@id': `${home}#author`,
    name: site.author.name,
    email: site.author.email,
    url: home,
    ...(site.author.profiles.length > 0 ? { sameAs: site.author.profiles } : {}),
  };
  return [
    {
      '@type': 'WebSite',
      '@id': `${home}#site`,
      url: home,
      name: site.name,
      description: site.description,
      inLanguage: site.locale,
      publisher: { '@id': `${home}#author` },
    },
    author,
  ];
}

/** A page of a kind, as part of the site. Addresses are absolute. */
export function pageNode({ type = 'WebPage', url, title, description, home, modified }: PageNodeOptions): Node<WebPage> {
  return {
    '@type': type,
    '@id': `${url}#page`,
    url,
    name: title,
    description,
    ...(modified ? { dateModified: modified } : {}),
    isPartOf: { '@id': `${home}#site` },
  } as Node<WebPage>;
}

/** The way down to a page, itself last. */
export function breadcrumbNode(url: string, trail: readonly { name: string; url: string }[]): Node<BreadcrumbList> {
  return {
    '@type': 'BreadcrumbList',
    '@id': `${url}#breadcrumb`,
    itemListElement: trail.map(({ name, url: item }, index) => ({ '@type': 'ListItem', position: index + 1, name, item })),
  };
}

/** A case study as an article about its client. */
export function articleNode(project: Project, { url, home, image, locale }: ArticleOptions): Node<Article> {
  return {
    '@type': 'Article',
    '@id': `${url}#article`,
    url,
    headline: project.title,
    description: project.tagline,
    inLanguage: project.lang ?? locale,
    author: { '@id': `${home}#author` },
    publisher: { '@id': `${home}#author` },
    mainEntityOfPage: { '@id': `${url}#page` },
    about: { '@type': 'Organization', name: project.client.name, ...(project.client.url ? { url: project.client.url } : {}) },
    keywords: project.technologies.map(({ name }) => name).join(', '),
    ...(project.date ? { datePublished: project.date } : {}),
    ...((project.updated ?? project.date) ? { dateModified: project.updated ?? project.date ?? '' } : {}),
    ...(image ? { image: { '@type': 'ImageObject', url: image.url, width: pixels(image.width), height: pixels(image.height) } } : {}),
  };
}

/** A thing with properties; the vocabulary's types also allow a bare name. */
type Node<T> = Exclude<T, string>;

interface PageNodeOptions {
  type?: 'WebPage' | 'CollectionPage' | 'AboutPage' | 'ContactPage' | 'ProfilePage';
  url: string;
  title: string;
  description: string;
  home: string;
  /** Calendar date of the last change to what the page shows; the sitemap repeats it. */
  modified?: string | undefined;
}

interface ArticleOptions {
  url: string;
  home: string;
  locale: string;
  image?: { url: string; width: number; height: number } | undefined;
}

function pixels(value: number): { '@type': 'QuantitativeValue'; value: number; unitCode: 'E37' } {
  return { '@type': 'QuantitativeValue', value, unitCode: 'E37' };
}

import type {
  Article,
  BreadcrumbList,
  ImageObject,
  ItemList,
  Organization,
  Person,
  PropertyValue,
  Quotation,
  WebPage,
  WebPageElement,
  WebSite,
} from 'schema-dts';
import type { Site } from '../../schemas/site.ts';
import type { FormattedOutcome } from '../../metrics/format/format-outcome.ts';
import type { Outcome } from '../../metrics/model/types.ts';
import type { PublishedPicture } from '../pictures/pictures.ts';
import { awardLine, creditLine } from '../project/facts.ts';
import type { Project } from '../project/project.ts';
import { withoutEmpty } from '../without-empty.ts';

/** Serialize nodes as one JSON-LD graph that cannot close its script element or open a comment in it. */
export function jsonLd(nodes: readonly object[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes })
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

/** Describe the site and its author, to whom every page refers by id. `home` is the absolute address of the home page, `logo` that of a square picture, `portrait` that of the author's picture. */
export function siteNodes(
  site: Site,
  { home, logo, portrait }: { home: string; logo: string; portrait?: string | undefined },
): [Node<WebSite>, Node<Person | Organization>] {
  const isPerson = site.author.kind === 'person';
  const author = withoutEmpty<Node<Person | Organization>>({
    '@type': isPerson ? 'Person' : 'Organization',
    '@id': `${home}#author`,
    name: site.author.name,
    email: site.author.email,
    url: home,
    ...(isPerson ? { image: portrait ?? logo } : { logo, image: portrait }),
    sameAs: site.social.map(({ url }) => url),
  });
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

/**
 * Describe a page as part of the site; addresses are absolute. Its main entity is the author on a profile page, the list of members on
 * a page that lists others, and the article on a case study.
 */
export function pageNode({ type = 'WebPage', url, home, members, subject, ...page }: PageNodeOptions): Node<WebPage> {
  const mainEntity = type === 'ProfilePage' ? { '@id': `${home}#author` } : members ? itemList(members) : subject && { '@id': subject };
  return withoutEmpty<Node<WebPage>>({
    '@type': type,
    '@id': `${url}#page`,
    url,
    name: page.title,
    description: page.description,
    inLanguage: page.locale,
    dateModified: page.modified,
    isPartOf: { '@id': `${home}#site` },
    breadcrumb: url === home ? null : { '@id': `${url}#breadcrumb` },
    primaryImageOfPage: page.image && { '@type': 'ImageObject', url: page.image.url },
    mainEntity,
  });
}

/** Describe the breadcrumb of a page, the page itself last. */
export function breadcrumbNode(url: string, trail: readonly { name: string; url: string }[]): Node<BreadcrumbList> {
  return {
    '@type': 'BreadcrumbList',
    '@id': `${url}#breadcrumb`,
    itemListElement: trail.map(({ name, url: item }, index) => ({ '@type': 'ListItem', position: index + 1, name, item })),
  };
}

/**
 * Describe a case study as an article about its client that mentions its outcomes as values and quotes its testimonial. The testimonial
 * is no `Review`: search engines ignore reviews on the reviewed firm's own site
 * (developers.google.com/search/docs/appearance/structured-data/review-snippet).
 */
export function articleNode(
  project: Project,
  { url, home, images, outcomes, locale, translations = [], parts = [] }: ArticleOptions,
): Node<Article> {
  const { client, industry, testimonial, duration, description, status, awards, credits } = project;
  const keywords = [...project.technologies.map(({ name }) => name), ...project.topics];
  const components = [...parts.map((part) => partNode(url, part)), ...(testimonial ? [quotation(testimonial)] : [])];
  return withoutEmpty<Node<Article>>({
    '@type': 'Article',
    '@id': `${url}#article`,
    url,
    headline: project.title,
    description,
    inLanguage: project.lang ?? locale,
    ...translationNodes(url, translations),
    author: { '@id': `${home}#author` },
    publisher: { '@id': `${home}#author` },
    mainEntityOfPage: { '@id': `${url}#page` },
    isPartOf: { '@id': `${home}#site` },
    about: client && withoutEmpty<Node<Organization>>({ '@type': 'Organization', name: client.name, url: client.url }),
    keywords: keywords.join(', '),
    creativeWorkStatus: status,
    award: awards.map(awardLine),
    creditText: credits.map(creditLine).join('; '),
    articleSection: industry,
    temporalCoverage: duration && 'start' in duration ? `${duration.start}/${duration.end ?? '..'}` : null,
    datePublished: project.date,
    dateModified: project.updated ?? project.date,
    image: images.map(imageNode),
    mentions: outcomes.map(outcomeNode),
    hasPart: components.length === 1 ? components[0] : components,
  });
}

/** A node with properties; the types of schema.org also allow a bare name. */
type Node<T> = Exclude<T, string>;

export interface PageNodeOptions {
  type?: 'WebPage' | 'CollectionPage' | 'AboutPage' | 'ContactPage' | 'ProfilePage';
  url: string;
  title: string;
  description: string | null;
  home: string;
  /** BCP 47. */
  locale: string;
  /** Calendar date of the last change to what the page shows; the sitemap repeats it. */
  modified?: string | undefined;
  /** The social image. */
  image?: { url: string } | undefined;
  /** The pages that this page lists, in its order. */
  members?: readonly { name: string; url: string }[] | undefined;
  /** Id of the node that the page is about. */
  subject?: string | undefined;
}

export interface ArticleImage extends PublishedPicture {
  /** Alternative text; empty for a decorative picture. */
  alt: string;
}

interface ArticleOptions {
  url: string;
  /** Addresses of the case study in all its languages, that of the original first. */
  translations?: readonly string[];
  home: string;
  locale: string;
  images: readonly ArticleImage[];
  outcomes: readonly { outcome: Outcome; shown: FormattedOutcome }[];
  /** Parts of the author's own text; `kind` names the section that a heading announces. */
  parts?: readonly { id: string; heading: string; kind: string | undefined }[];
}

/** Link an article to its original, or to its translations. */
function translationNodes(url: string, [original, ...translations]: readonly string[]): object {
  if (original === undefined) return {};
  if (original !== url) return { translationOfWork: { '@id': `${original}#article` } };
  return { workTranslation: translations.map((translation) => ({ '@id': `${translation}#article` })) };
}

function itemList(members: readonly { name: string; url: string }[]): Node<ItemList> {
  return {
    '@type': 'ItemList',
    numberOfItems: members.length,
    itemListElement: members.map(({ name, url }, index) => ({ '@type': 'ListItem', position: index + 1, name, url })),
  };
}

function imageNode({ url, width, height, alt }: ArticleImage): Node<ImageObject> {
  return withoutEmpty<Node<ImageObject>>({ '@type': 'ImageObject', url, width: pixels(width), height: pixels(height), caption: alt });
}

function partNode(url: string, { id, heading, kind }: NonNullable<ArticleOptions['parts']>[number]): Node<WebPageElement> {
  const alternateName = kind === heading ? null : kind;
  return withoutEmpty<Node<WebPageElement>>({ '@type': 'WebPageElement', name: heading, url: `${url}#${id}`, alternateName });
}

/** Describe an outcome with its number: a range by both ends, a bound by its one end. */
function outcomeNode({ outcome, shown }: ArticleOptions['outcomes'][number]): Node<PropertyValue> {
  const { value, upper, unit, symbol, currency, bound, per } = outcome.kind === 'transition' && outcome.after ? outcome.after : outcome;
  const unitText = [
    currency ? currency + (symbol ? `/${symbol}` : '') : (symbol ?? (unit !== 'count' && unit?.replaceAll('_', ' '))),
    per && `per ${per}`,
  ];
  return withoutEmpty<Node<PropertyValue>>({
    '@type': 'PropertyValue',
    name: shown.label || shown.sentence,
    description: shown.sentence,
    ...(upper === null ? { [valueNames[bound]]: value } : { minValue: value, maxValue: upper }),
    unitText: value === null ? null : unitText.filter(Boolean).join(' '),
  });
}

const valueNames = { exact: 'value', approx: 'value', at_least: 'minValue', at_most: 'maxValue' } as const;

function quotation({ quote, author, role, company }: NonNullable<Project['testimonial']>): Node<Quotation> {
  const organization: Node<Organization> | undefined = company ? { '@type': 'Organization', name: company } : undefined;
  const person = author
    ? withoutEmpty<Node<Person>>({ '@type': 'Person', name: author, jobTitle: role, worksFor: organization })
    : undefined;
  return withoutEmpty<Node<Quotation>>({ '@type': 'Quotation', text: quote, creator: person ?? organization });
}

function pixels(value: number): { '@type': 'QuantitativeValue'; value: number; unitCode: 'E37' } {
  return { '@type': 'QuantitativeValue', value, unitCode: 'E37' };
}

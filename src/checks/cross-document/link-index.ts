import type { PictureFiles } from '../../documents/image-files.ts';
import { isTrueAt, textAt } from '../../documents/values.ts';
import { facetNames, facets, isIndexed } from '../../lib/project/facets.ts';
import { pageSegments } from '../../lib/pagination.ts';
import { addressKey, claimsOf } from '../../lib/redirects.ts';
import { groupResults, mostOnOnePage, resultsPerPage } from '../../lib/project/results.ts';
import { publicDocuments, type Gated } from '../../lib/visibility.ts';
import { memoize } from '../../i18n/memoize.ts';
import type { ProjectData } from '../../schemas/project.ts';
import type { TechnologyData } from '../../schemas/technology.ts';
import { readAnchors, type Anchors } from './anchors.ts';
import { aliasesOf, facetOptions, outcomesOf, pageAddress, sitePages, translatedRoutes } from './cross-document.ts';
import type { CheckedFile } from '../document.ts';
import { unpublishedTranslations } from './translations.ts';

/** What the check of links knows besides the documents. */
export interface LinkOptions {
  /** The project's root, absolute. */
  root: string;
  files: PictureFiles;
  /** Time by which a document with `publish_at` is public. */
  clock: Date;
  /** Language of the site, BCP 47. */
  locale?: string | undefined;
  /** Address of the site without a trailing slash, base included: `https://example.com/base`. */
  address?: string | undefined;
  glossary: readonly TechnologyData[];
  /** Case studies on a page of a list. */
  perPage?: number | undefined;
  /** Addresses of pages that exist because of an option, without a trailing slash. */
  pages?: readonly string[] | undefined;
}

/** Everything of the site that has an address. */
export interface LinkIndex {
  options: LinkOptions;
  /** Pages by `addressKey`. */
  pages: ReadonlyMap<string, LinkedPage>;
  /** Old addresses by `addressKey`, with the page each redirects to. */
  redirects: ReadonlyMap<string, LinkedPage & { file: CheckedFile }>;
  /** Whether an address (`addressKey`) may be that of a page whose name only a build knows. */
  mayBeMade: (key: string) => boolean;
  /** Documents by path in lower case, without extension and `/index`. */
  byPath: ReadonlyMap<string, CheckedFile>;
  /** Published documents by collection, slug and language. */
  byName: ReadonlyMap<string, CheckedFile>;
  hidden: ReadonlySet<CheckedFile>;
  anchorsOf: (file: CheckedFile) => Anchors;
}

/** A page that a link leads to. */
export interface LinkedPage {
  /** From the root of the site. */
  path: string;
  /** The document; undefined for a page of the site itself. */
  file?: CheckedFile | undefined;
  /** Whether the link has an old address of the document. */
  redirects?: true;
}

/** List everything of the site that a link can lead to. */
export function createLinkIndex(documents: readonly CheckedFile[], options: LinkOptions): LinkIndex {
  const { root, clock, locale = 'en', glossary, perPage = 24, pages: optional = [] } = options;
  const unpublished = unpublishedTranslations(documents, options.locale);
  // Only its address leads to a selection.
  const published = documents.filter(({ path, collection }) => !unpublished.has(path) && collection !== 'selections');
  const gated = published.map((file) => ({ collection: file.collection, ...file.name, data: gateOf(file), file }));
  const visible = new Set(publicDocuments(gated, clock).map(({ file }) => file));
  const own = sitePages(root);
  const values = facetOptions([...visible], glossary);
  const lists = values.flatMap(({ key, count, exists }) => (exists ? listPages(key, Math.ceil(count / perPage)) : []));
  const languages = Map.groupBy(
    [...visible].filter(({ collection }) => collection === 'projects'),
    ({ name: { lang } }) => lang?.toLowerCase() ?? null,
  );
  const work = [...languages].flatMap(([lang, cases]) =>
    listPages(lang === null ? '/projects' : `/${lang}/projects`, Math.ceil(cases.length / perPage)).slice(1),
  );
  const indexed = isIndexed([...visible].filter(({ collection, name }) => collection === 'projects' && name.lang === null).length);
  const known = facetNames.filter((facet) => indexed && values.some((option) => option.facet === facet));
  const empty = new Set([
    ...facetNames.flatMap((facet) => (known.includes(facet) ? [] : `/${facets[facet].folder}`)),
    ...(known.length > 0 ? [] : ['/a-z']),
    ...([...visible].some(mayHaveResults) ? [] : ['/results']),
  ]);
  const fixed = own.flatMap(([key, owner, file]) => (file.includes('[') || empty.has(key) ? [] : [[key, owner] as const]));
  const keys = [
    '/',
    '/sitemap-index.xml',
    ...optional,
    ...[...fixed, ...translatedRoutes([...visible], new Map(fixed))].map(([key]) => key),
    ...lists,
    ...work,
  ];
  const pages = new Map<string, LinkedPage>(keys.map((key) => [key, { path: pathOf(key) }]));
  for (const file of published) {
    const page = pageAddress(file);
    pages.set(addressKey(page), { path: page, file });
    if (file.collection === 'projects') pages.set(addressKey(page.replace(/\/$/, '.md')), { path: page.replace(/\/$/, '.md'), file });
  }
  const redirects = new Map<string, LinkedPage & { file: CheckedFile }>();
  for (const file of published)
    for (const { alias } of claimsOf(aliasesOf(file))) {
      const key = addressKey(alias);
      if (!pages.has(key) && !redirects.has(key)) redirects.set(key, { path: pageAddress(file), file });
    }
  const anchors = new Map<CheckedFile, Anchors>();
  const patterns = own.flatMap(([key, , file]) => (file.includes('[') && !empty.has(key) ? dynamicPattern(file, lists) : []));
  const results = memoize(() => resultPattern([...visible], locale));
  return {
    ...{ options, pages, redirects },
    // Outcomes are read only where a document links to the results of a category.
    mayBeMade: (key) => patterns.some((pattern) => pattern.test(key)) || (key.startsWith('/results/') && results().test(key)),
    byPath: new Map(documents.map((file) => [documentKey(file.path), file])),
    byName: new Map(published.map((file) => [nameKey(file.collection, file.name.slug, file.name.lang), file])),
    hidden: new Set(published.filter((file) => !visible.has(file))),
    anchorsOf: (file) => {
      const known = anchors.get(file) ?? readAnchors(file, locale);
      anchors.set(file, known);
      return known;
    },
  };
}

/** Return the fields that decide visibility; of a document with errors, as they are written. */
export function gateOf({ data, document }: Pick<CheckedFile, 'data' | 'document'>): Gated {
  if (data) return data;
  const isSet = (field: string) => isTrueAt(document?.data, [field]);
  const moment = (field: string) => textAt(document?.data, [field]);
  return { draft: isSet('draft'), unlisted: isSet('unlisted'), publish_at: moment('publish_at'), expires: moment('expires') };
}

/** Whether a document has outcomes; one with errors may have some. */
function mayHaveResults(file: CheckedFile): boolean {
  return file.collection === 'projects' && (file.data === null || outcomesOf(file, undefined).length > 0);
}

/** Turn the key of a page into its path. */
export function pathOf(key: string): string {
  return key === '/' || /\.[^/]*$/.test(key) ? key : `${key}/`;
}

/** Return the key of a document by collection, slug and language. */
export function nameKey(collection: string, slug: string, lang: string | null): string {
  return `${collection}/${slug}/${lang?.toLowerCase() ?? ''}`.toLowerCase();
}

/** Name a document by its path as links do: with or without extension, a folder for its `index.md`. */
export function documentKey(path: string): string {
  return path
    .toLowerCase()
    .replace(/\.mdx?$/, '')
    .replace(/\/index(?=\.[^/]*$|$)/, '')
    .replace(/\/$/, '');
}

/** The addresses of a list of so many pages. */
function listPages(key: string, count: number): string[] {
  return Array.from({ length: Math.max(1, count) }, (_, index) => [key, ...pageSegments(index + 1)].join('/'));
}

/** The pages of categories, where there are too many results for one page. Only a build knows their names, which the owner may change. */
function resultPattern(files: readonly CheckedFile[], locale: string): RegExp {
  const projects = files.flatMap((file) => {
    const { collection, name, data } = file;
    if (collection !== 'projects' || name.lang !== null || !data) return [];
    return [{ outcomes: outcomesOf(file, (data as ProjectData).lang ?? locale) }];
  });
  if (projects.flatMap(({ outcomes }) => outcomes).length <= mostOnOnePage) return /(?!)/;
  const largest = Math.max(...groupResults(projects, { locale, others: '' }).map(({ results }) => results.length));
  const pages = listPages('', Math.ceil(largest / resultsPerPage));
  return new RegExp(`^/results/[^/]+(?:${pages.join('|')})$`);
}

/** Turn the file of a page with parameters into a pattern of its addresses; values of a list are known, others are not. */
function dynamicPattern(file: string, lists: readonly string[]): RegExp[] {
  const route = file.replace(/\.(?:astro|[jt]s)$/, '').replace(/\/index$/, '');
  // Pages of documents and of lists are known by name, and so are the home pages of languages.
  // Pages of selections and unlisted cases are secret, and nobody links to pictures that the build makes.
  if (/^(?:shared|social|icons|results)\//.test(route) || /\/\[(?:\.{3})?page\]$/.test(route)) return [];
  if (route === '[lang]' || /^(?:\[\.\.\.lang\]\/)?(?:projects\/)?\[slug\]/.test(route) || !/\[(?!\.\.\.lang)/.test(route)) return [];
  const folder = route.split('/')[0] ?? '';
  const isFacet = facetNames.some((name) => facets[name].folder === folder);
  const values = lists.flatMap((key) => (key.startsWith(`/${folder}/`) ? key.split('/').slice(2, 3) : []));
  const source = route
    .replace('[...lang]/', '(?:[a-z]{2,3}(?:-[a-z0-9]+)*/)?')
    .replaceAll('.', (dot, at: number) => (route[at + 1] === '.' || route[at - 1] === '.' ? dot : '\\.'))
    .replace(/\[\.{3}\w+\]/g, '.+')
    .replace('[slug]', isFacet ? `(?:${[...new Set(values)].join('|') || '(?!)'})` : '[^/]+')
    .replace(/\[\w+\](?!\+)/g, '[^/]+');
  return [new RegExp(`^/${source}$`)];
}

import type { SourceFile } from './collections.ts';
import { toFormerPath } from './former-path.ts';
import { asText, isRecord, normalizeKey } from './front-matter/values.ts';
import type { SourceSite, System } from './source-site.ts';

/** What determines a document's old address. */
interface AddressInput {
  file: SourceFile;
  data: Record<string, unknown>;
  /** The document's calendar date, if it has one. */
  date: string | undefined;
}

/** Compute the paths at which the old site served a document, the likeliest first, each with and without the old base path. */
export function oldAddresses(site: SourceSite, input: AddressInput): string[] {
  const explicit = explicitAddresses(input.data);
  const paths = explicit.filter((path) => !hasPlaceholder(path));
  const computed = paths.length > 0 ? paths : addressRules[site.system](site, input, explicit[0]);
  const formerPaths = computed.map((path) => toFormerPath(path)).filter((path) => path !== null);
  return unique(formerPaths.flatMap((path) => (site.base === '' || path.startsWith(`${site.base}/`) ? [path] : [site.base + path, path])));
}

/** Computes addresses by the rules of one system; `pattern` is the document's own, such as `/:year/:title/`. */
type AddressRule = (site: SourceSite, input: AddressInput, pattern: string | undefined) => string[];

const addressRules: Record<System, AddressRule> = {
  jekyll: jekyllAddresses,
  hugo: hugoAddresses,
  astro: astroAddresses,
  folder: () => [],
};

/** Get the addresses that front matter contains: `permalink`, and Hugo's `url`. */
function explicitAddresses(data: Record<string, unknown>): string[] {
  return Object.entries(data).flatMap(([key, value]) => {
    const text = asText(value)?.trim();
    const name = normalizeKey(key);
    return text && (name === 'permalink' || (name === 'url' && text.startsWith('/'))) ? [text] : [];
  });
}

function hasPlaceholder(path: string): boolean {
  return /:\w/.test(path);
}

/** https://jekyllrb.com/docs/permalinks/#collections */
function jekyllAddresses({ config }: SourceSite, { file, data, date }: AddressInput, ownPattern: string | undefined): string[] {
  const { collection } = file;
  const collections = isRecord(config['collections']) ? config['collections'] : undefined;
  const settings = isRecord(collections?.[collection]) ? collections[collection] : {};
  const isPublished = collection === 'posts' || collections === undefined || asText(settings['output']) === 'true';
  if (!isPublished && ownPattern === undefined) return [];
  const pattern =
    ownPattern ??
    defaultPermalink(config['defaults'], collection) ??
    asText(settings['permalink']) ??
    sitePattern(collection, asText(config['permalink']));
  const stem = file.relative.replace(/\.[^.]+$/, '');
  const name = withoutDate(stem.split('/').at(-1) ?? stem);
  const slug = slugify(asText(data['slug']) ?? name);
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  const values: Record<string, string> = {
    collection,
    path: withoutDate(stem),
    name: slugify(name),
    title: slug,
    slug,
    categories: jekyllCategories(data).join('/'),
    year,
    month,
    day,
    i_month: String(Number(month)),
    i_day: String(Number(day)),
    short_year: year.slice(2),
    output_ext: '.html',
  };
  return [pattern.replace(/:([a-z_]+)/g, (_, placeholder: string) => values[placeholder] ?? '')];
}

/** `defaults` of the configuration may give a whole collection its permalink. */
function defaultPermalink(defaults: unknown, collection: string): string | undefined {
  for (const entry of [defaults ?? []].flat()) {
    if (!isRecord(entry) || !isRecord(entry['scope']) || !isRecord(entry['values'])) continue;
    const permalink = asText(entry['values']['permalink']);
    if (permalink && asText(entry['scope']['type']) === collection) return permalink;
  }
  return undefined;
}

function sitePattern(collection: string, permalink: string | undefined): string {
  if (collection === 'posts') return permalinkStyles[permalink ?? 'date'] ?? permalink ?? '';
  return permalink === 'pretty' || permalink?.endsWith('/') ? '/:collection/:path/' : '/:collection/:path:output_ext';
}

const permalinkStyles: Record<string, string> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  none: '/:categories/:title:output_ext',
};

/** Jekyll splits a text of categories at spaces. */
function jekyllCategories(data: Record<string, unknown>): string[] {
  const categories = [data['categories'] ?? data['category'] ?? []].flat();
  return categories.flatMap((category) => asText(category)?.split(/\s+/) ?? []).map((category) => category.toLowerCase());
}

function withoutDate(name: string): string {
  return name.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '');
}

/** https://gohugo.io/content-management/urls/ */
function hugoAddresses({ config }: SourceSite, { file, data, date }: AddressInput, ownPattern: string | undefined): string[] {
  const contentPath = file.path.replace(/^.*?\bcontent\//, '').replace(/\.[^.]+$/, '');
  const parts = contentPath.replace(/\/index$/, '').split('/');
  const permalinks = isRecord(config['permalinks']) ? config['permalinks'] : {};
  const rules = { ...permalinks, ...(isRecord(permalinks['page']) ? permalinks['page'] : {}) };
  const pattern = ownPattern ?? asText(rules[file.collection]);
  const slug = asText(data['slug']);
  const last = (slug ?? parts.at(-1) ?? '').toLowerCase();
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  const title = slugify(asText(data['title']) ?? last);
  const values: Record<string, string> = {
    year,
    month,
    day,
    title,
    slug: slugify(slug ?? title),
    slugorfilename: last,
    filename: last,
    contentbasename: last,
    section: file.collection,
    sections: parts.slice(0, -1).join('/'),
  };
  const path = pattern
    ? pattern.replace(/:([a-z]+)/g, (_, placeholder: string) => values[placeholder] ?? '')
    : [...parts.slice(0, -1), last].join('/').toLowerCase();
  // The folder of the default language is not part of the address.
  const language = /^(?:[a-z]{2}(?:-[a-z]{2})?|english)\//i.exec(path)?.[0];
  const paths = language ? [path.slice(language.length), path] : [path];
  return paths.map((candidate) => `/${candidate.replace(/ /g, '-').replace(/^\/|\/$/g, '')}/`);
}

/** A page of `src/pages`, or the routes there that read the document's collection. */
function astroAddresses(site: SourceSite, { file, data }: AddressInput): string[] {
  const withoutIndex = (path: string): string => path.replace(/\.[^.]+$/, '').replace(/\/index$/, '');
  if (file.path.startsWith('src/pages/')) return [`/${withoutIndex(file.path.slice('src/pages/'.length))}/`];
  const id = asText(data['slug']) ?? withoutIndex(file.relative).split('/').map(slugify).join('/');
  const readsCollection = new RegExp(`getCollection\\(\\s*['"\`]${file.collection.replace(/\W/g, '\\$&')}['"\`]`);
  const folders = [...site.files]
    .filter((path) => /^src\/pages\/.*\[(?:\.\.\.)?\w+\]\.astro$/.test(path) && !/\[\.{0,3}page\]/.test(path))
    .filter((path) => readsCollection.test(new TextDecoder().decode(site.read(path))))
    .map((path) => path.slice('src/pages'.length).replace(/\/\[[^/]*$/, ''));
  return unique(folders.filter((folder) => !folder.includes('['))).map((folder) => `${folder}/${id}/`);
}

/** Jekyll, Hugo and Astro keep letters of every script in a slug. */
function slugify(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

function unique(paths: readonly string[]): string[] {
  return [...new Set(paths)];
}

import { formerPath } from '../../src/schemas/address.ts';
import { asText, normalizeKey } from './front-matter/values.ts';
import { isRecord } from './front-matter/front-matter.ts';
import type { SourceFile, SourceSite } from './source-site.ts';

/** What an old address is made of. */
export interface AddressInput {
  file: SourceFile;
  data: Record<string, unknown>;
  /** Calendar date, where the document has one. */
  date: string | undefined;
}

/** Compute the paths at which the old site answered with a document, the most likely first; with and without the old base path. */
export function oldAddresses(site: SourceSite, addressed: AddressInput): string[] {
  const own = explicitAddresses(addressed.data);
  const plain = own.filter((path) => !/:\w/.test(path));
  const paths = plain.length > 0 ? plain : strategies[site.system](site, addressed, own[0] ?? null);
  const written = paths.map((path) => toFormerPath(path)).filter((path) => path !== null);
  return unique(written.flatMap((path) => (site.base === '' || path.startsWith(`${site.base}/`) ? [path] : [site.base + path, path])));
}

/** Make a written path a toFormerPath former path: one slash first, encoded blanks, no query; null where it is none. */
export function toFormerPath(path: string): string | null {
  const plain = path.trim().replace(/[?#].*$/, '');
  if (plain === '' || /^[a-z][a-z\d+.-]*:|^\/\//i.test(plain)) return null;
  const encoded = `/${plain}`
    .replace(/\/{2,}/g, '/')
    .replace(/%(?![\da-f]{2})/gi, '%25')
    .replace(/[\s\\]/g, (sign) => encodeURIComponent(sign));
  return formerPath().safeParse(encoded).success && encoded !== '/' ? encoded : null;
}

const strategies: Record<SourceSite['system'], (site: SourceSite, addressed: AddressInput, pattern: string | null) => string[]> = {
  jekyll: jekyllAddresses,
  hugo: hugoAddresses,
  astro: astroAddresses,
  folder: () => [],
};

/** The addresses a document gives itself: `permalink`, and Hugo's `url`. */
function explicitAddresses(data: Record<string, unknown>): string[] {
  return Object.entries(data).flatMap(([key, value]) => {
    const text = asText(value)?.trim();
    return text && (normalizeKey(key) === 'permalink' || (normalizeKey(key) === 'url' && text.startsWith('/'))) ? [text] : [];
  });
}

/** https://jekyllrb.com/docs/permalinks/#collections */
function jekyllAddresses(site: SourceSite, { file, data, date }: AddressInput, pattern: string | null): string[] {
  const collections = site.config['collections'];
  const settings = isRecord(collections) ? Object.entries(collections).find(([name]) => name === file.collection)?.[1] : undefined;
  const output = isRecord(settings) ? asText(settings['output']) : undefined;
  if (file.collection !== 'posts' && isRecord(collections) && output !== 'true' && pattern === null) return [];
  const site_wide = asText(site.config['permalink']);
  const written =
    pattern ??
    defaultPermalink(site, file) ??
    (isRecord(settings) ? asText(settings['permalink']) : undefined) ??
    defaultRule(file.collection, site_wide);
  const stem = file.relative.replace(/\.[^.]+$/, '');
  const name =
    stem
      .split('/')
      .at(-1)
      ?.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '') ?? stem;
  const slug = asText(data['slug']) ?? name;
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  const categories = [data['categories'] ?? data['category'] ?? []]
    .flat()
    .flatMap((one) => asText(one)?.split(/\s+/) ?? [])
    .map((one) => one.toLowerCase());
  const parts: Record<string, string> = {
    collection: file.collection,
    path: stem.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, ''),
    name: slugged(name),
    title: slugged(slug),
    slug: slugged(slug),
    categories: categories.join('/'),
    year,
    month,
    day,
    i_month: String(Number(month)),
    i_day: String(Number(day)),
    short_year: year.slice(2),
    output_ext: '.html',
  };
  return [written.replace(/:([a-z_]+)/g, (_, part: string) => parts[part] ?? '')];
}

function defaultRule(collection: string, siteWide: string | undefined): string {
  if (collection === 'posts') return styles[siteWide ?? 'date'] ?? siteWide ?? '';
  return siteWide === 'pretty' || siteWide?.endsWith('/') ? '/:collection/:path/' : '/:collection/:path:output_ext';
}

const styles: Record<string, string> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  none: '/:categories/:title:output_ext',
};

/** `defaults:` of the configuration can give a whole collection its permalink. */
function defaultPermalink({ config }: SourceSite, { collection }: SourceFile): string | undefined {
  for (const one of [config['defaults'] ?? []].flat()) {
    if (!isRecord(one) || !isRecord(one['scope']) || !isRecord(one['values'])) continue;
    const permalink = asText(one['values']['permalink']);
    if (permalink && asText(one['scope']['type']) === collection) return permalink;
  }
  return undefined;
}

/** https://gohugo.io/content-management/urls/ */
function hugoAddresses(site: SourceSite, { file, data, date }: AddressInput, pattern: string | null): string[] {
  const inContent = file.path
    .replace(/^.*?\bcontent\//, '')
    .replace(/\.[^.]+$/, '')
    .replace(/\/index$/, '');
  const parts = inContent.split('/');
  const permalinks = site.config['permalinks'];
  const rules = isRecord(permalinks) ? { ...permalinks, ...(isRecord(permalinks['page']) ? permalinks['page'] : {}) } : {};
  const slug = asText(data['slug']);
  const rule = pattern ?? asText(rules[file.collection]);
  const last = (slug ?? parts.at(-1) ?? '').toLowerCase();
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  const title = slugged(asText(data['title']) ?? last);
  const values: Record<string, string> = {
    year,
    month,
    day,
    title,
    slug: slugged(slug ?? title),
    slugorfilename: last,
    filename: last,
    contentbasename: last,
    section: file.collection,
    sections: parts.slice(0, -1).join('/'),
  };
  const path = rule
    ? rule.replace(/:([a-z]+)/g, (_, part: string) => values[part] ?? '')
    : [...parts.slice(0, -1), last].join('/').toLowerCase();
  // Folders of a language are no part of the address where that language is the first one.
  const language = /^(?:[a-z]{2}(?:-[a-z]{2})?|english)\//i.exec(path)?.[0];
  return [language ? [path.slice(language.length), path] : [path]]
    .flat()
    .map((one) => `/${one.replace(/ /g, '-').replace(/^\/|\/$/g, '')}/`);
}

/** The routes of `src/pages` that read the collection, by the name of their file. */
function astroAddresses(site: SourceSite, { file, data }: AddressInput): string[] {
  const stem = file.relative.replace(/\.[^.]+$/, '').replace(/\/index$/, '');
  const id = asText(data['slug']) ?? stem.split('/').map(slugged).join('/');
  if (file.path.startsWith('src/pages/'))
    return [
      `/${file.path
        .slice('src/pages/'.length)
        .replace(/\.[^.]+$/, '')
        .replace(/\/index$/, '')}/`,
    ];
  const routes = [...site.files].filter((path) => /^src\/pages\/.*\[(?:\.\.\.)?\w+\]\.astro$/.test(path));
  const own = routes.filter((path) =>
    new RegExp(`getCollection\\(\\s*['"\`]${file.collection.replace(/\W/g, '\\$&')}['"\`]`).test(new TextDecoder().decode(site.read(path))),
  );
  const folders = own
    .filter((path) => !/\[\.{0,3}page\]/.test(path))
    .map((path) => path.slice('src/pages'.length).replace(/\/\[[^/]*$/, ''));
  return unique(folders.filter((folder) => !folder.includes('['))).map((folder) => `${folder}/${id}/`);
}

function slugged(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

function unique(paths: readonly string[]): string[] {
  return [...new Set(paths)];
}

import { documentStem } from '../collections.ts';
import { asText, isRecord } from '../front-matter/values.ts';
import { inheritedData } from '../inherited-data.ts';
import type { SourceSite } from '../source-site.ts';
import { slugifyAddress, withoutDate, type AddressInput } from './address-rule.ts';

/** https://jekyllrb.com/docs/permalinks/#collections */
export function jekyllAddresses(site: SourceSite, { file, data, date }: AddressInput, ownPattern: string | undefined): string[] {
  const { config } = site;
  const isPost = /(?:^|\/)_posts\//.test(file.path);
  const collection = isPost ? 'posts' : file.collection;
  const collections = isRecord(config['collections']) ? config['collections'] : undefined;
  const settings = isRecord(collections?.[collection]) ? collections[collection] : {};
  const isPublished = isPost || collections === undefined || asText(settings['output']) === 'true';
  const ownPermalink = ownPattern ?? asText(inheritedData(site, file)['permalink']);
  if (!isPublished && ownPermalink === undefined) return [];
  const pattern = ownPermalink ?? asText(settings['permalink']) ?? sitePattern(isPost, asText(config['permalink']));
  const stem = documentStem(file.relative);
  const name = withoutDate(stem.split('/').at(-1) ?? stem);
  const slug = asText(data['slug']) ?? name;
  const [year = '', month = '', day = ''] = (date ?? '').split('-');
  const values: Record<string, string> = {
    collection,
    path: stem,
    name: slugifyAddress(name),
    title: prettySlug(slug),
    slug: slugifyAddress(slug),
    categories: categories(file.path, data).join('/'),
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

/** Jekyll's slug of the mode `pretty`, which keeps case and most signs. */
function prettySlug(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-+|-+$/g, '');
}

function sitePattern(isPost: boolean, permalink = 'date'): string {
  if (isPost) return permalinkStyles[permalink] ?? permalink;
  const isFile = permalink in permalinkStyles ? permalink !== 'pretty' : permalink.endsWith(':output_ext');
  if (isFile) return '/:collection/:path:output_ext';
  return permalink === 'pretty' || permalink.endsWith('/') ? '/:collection/:path/' : '/:collection/:path';
}

const permalinkStyles: Record<string, string> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  none: '/:categories/:title:output_ext',
};

/** The folders above `_posts`, then `category`, then `categories`, of which Jekyll splits a text at spaces. */
function categories(path: string, { category, categories: list }: Record<string, unknown>): string[] {
  const folders = path.split('/');
  const split = typeof list === 'string' ? list.split(/\s+/) : [list ?? []].flat().flatMap((entry) => asText(entry) ?? []);
  const all = [...folders.slice(0, Math.max(0, folders.indexOf('_posts'))), asText(category) ?? '', ...split];
  return [...new Set(all.filter(Boolean).map((name) => name.toLowerCase()))];
}

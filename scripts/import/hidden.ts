import type { CalendarDate } from '../../src/schemas/calendar.ts';
import { parseLenientDate } from './fields/lenient-dates.ts';
import { asText, isRecord, normalizeKey } from './front-matter/values.ts';
import type { SourceFile } from './collections.ts';
import type { SourceSite } from './source-site.ts';

interface Options {
  file: SourceFile;
  /** The document's front matter with what it inherits. */
  data: Record<string, unknown>;
  body: string;
  today: CalendarDate;
}

/** Find why the old site did not show a document to everybody, in words for the report: `display: false`; null if it did. */
export function reasonHidden(site: SourceSite, { file, data, body, today }: Options): string | null {
  return pathReason(site, file.path) ?? switchReason(data, today) ?? listReason(site, file.path) ?? redirectReason(data, body);
}

/** Keys whose `false` hides a document, in the form of `normalizeKey`. */
const shownBy = new Set(
  ['visible', 'display', 'displayed', 'listed', 'list', 'show', 'shown', 'public', 'active', 'published', 'publish', 'permalink', 'sitemap'].concat([
    'index',
    'indexed',
    'render',
  ]),
);

/** Keys whose `true` hides a document. */
const hiddenBy = new Set([
  ...['draft', 'hidden', 'hide', 'unlisted', 'delisted', 'private', 'protected', 'password_protected', 'headless', 'noindex', 'no_index'],
  ...['robots_no_index', 'robots_noindex', 'eleventy_exclude_from_collections', 'exclude_from_sitemap', 'exclude', 'excluded', 'ignore'],
]);

/** Words that hide a document as its `status`, or as one of its tags. */
const hidingStatus = /^(?:draft|hidden|private|unlisted|unpublished|protected|password-protected)$/i;

/** Maps whose entries are switches of the document as well. */
const nested = new Set(['params', 'seo', 'meta', 'sitemap', 'build', '_build', 'robots']);

function switchReason(data: Record<string, unknown>, today: CalendarDate): string | null {
  for (const [key, value] of Object.entries(data)) {
    const name = normalizeKey(key);
    const text = asText(value)?.trim().toLowerCase() ?? '';
    const reason = `${key}: ${asText(value) ?? ''}`;
    if (shownBy.has(name) && /^(?:false|no|off|never)$/.test(text)) return reason;
    if (hiddenBy.has(name) && /^(?:true|yes|on)$/.test(text)) return reason;
    if (/^(?:status|state|visibility)$/.test(name) && hidingStatus.test(text)) return reason;
    if (/^password$/.test(name) && text !== '') return `${key}: …`;
    if (name === 'robots' && text.includes('noindex')) return reason;
    if (/^(?:expiry_date|expires|unpublish_date)$/.test(name) && (parseLenientDate(text)?.date ?? today) < today) return reason;
    const tag = /^(?:tags|categories)$/.test(name) ? [value].flat().map(asText).find((one) => one !== undefined && hidingStatus.test(one)) : undefined;
    if (tag !== undefined) return `${key}: ${tag}`;
    const inner = nested.has(name) && isRecord(value) ? switchReason(value, today) : null;
    if (inner !== null) return `${key}.${inner}`;
  }
  return null;
}

function pathReason({ system, files, read }: SourceSite, path: string): string | null {
  const parts = path.split('/');
  if (parts.some((part) => /^_?drafts$/i.test(part))) return 'a folder of drafts';
  if (system === 'jekyll' && parts.at(-1)?.startsWith('_')) return 'a name that begins with `_`';
  if (!files.has('.eleventyignore')) return null;
  const patterns = new TextDecoder().decode(read('.eleventyignore')).split('\n');
  return patterns.some((line) => isIgnored(path, line.trim())) ? 'a line of .eleventyignore' : null;
}

/** Match a path with a line of a `.gitignore`, of which `*` and `**` are known. */
function isIgnored(path: string, line: string): boolean {
  const pattern = line.replace(/^\.?\/|\/$/g, '');
  if (pattern === '' || pattern.startsWith('#') || pattern.startsWith('!')) return false;
  const source = pattern
    .replace(/[^\w*/-]/g, '\\$&')
    .replace(/\*\*\/?|\*/g, (stars) => (stars === '*' ? '[^/]*' : '(?:.*/)?'));
  return new RegExp(`${pattern.includes('/') ? '^' : '(?:^|/)'}${source}(?:/|$)`).test(path);
}

/** Scripts may list the names of hidden documents: `export const DELISTED_SLUGS = ['a', 'b']`. */
function listReason(site: SourceSite, path: string): string | null {
  const name = path.split('/').at(-1)?.replace(/\..*$/, '') ?? '';
  for (const [list, { names, script }] of site.hiddenLists) if (names.includes(name)) return `${list} of ${script}`;
  return null;
}

/** A document without text that only leads to another site. */
function redirectReason(data: Record<string, unknown>, body: string): string | null {
  const target = asText(data['redirect']) ?? asText(data['redirect_to']);
  return target !== undefined && body.trim() === '' ? 'a redirect without text' : null;
}

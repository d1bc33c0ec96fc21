import type { CalendarDate } from '../../src/schemas/calendar.ts';
import { parseLenientDate } from './fields/lenient-dates.ts';
import { asText, isRecord, normalizeKey } from './front-matter/values.ts';
import { matchesPattern } from './path-pattern.ts';
import type { SourceDocument } from './source-document.ts';
import type { SourceSite } from './source-site.ts';

/** Find the documents that the old site did not show to everybody, with the reason for the report: `display: false`. */
export function findHidden(site: SourceSite, sources: readonly SourceDocument[], today: CalendarDate): ReadonlyMap<SourceDocument, string> {
  const switches = new Map(sources.map((source) => [source, switchesOf({ ...source.inherited, ...source.parsed.data }, today)]));
  const counts = Map.groupBy([...switches.values()].flat(), (text) => text);
  // On most documents, such a switch chooses the few of a list and hides no page.
  const isOfList = (text: string): boolean =>
    /^(?:active|show|display|list): /.test(text) && sources.length > 3 && (counts.get(text)?.length ?? 0) > sources.length / 2;
  return new Map(
    sources.flatMap((source) => {
      const { file, parsed } = source;
      const written = switches.get(source)?.find((text) => !isOfList(text));
      const reason = pathReason(site, file.path) ?? written ?? listReason(site, file.path) ?? redirectReason(parsed);
      return reason === null ? [] : [[source, reason] as const];
    }),
  );
}

/** Keys whose `false` hides a document, in the form of `normalizeKey`. */
const shownBy = new Set([
  ...['visible', 'display', 'displayed', 'listed', 'list', 'show', 'shown', 'public', 'active', 'published', 'publish'],
  ...['permalink', 'sitemap', 'index', 'indexed', 'render'],
]);

/** Keys whose `true` hides a document. */
const hiddenBy = new Set([
  ...['draft', 'hidden', 'hide', 'unlisted', 'delisted', 'private', 'protected', 'password_protected', 'headless', 'noindex', 'no_index'],
  ...['robots_no_index', 'robots_noindex', 'eleventy_exclude_from_collections', 'exclude_from_sitemap', 'exclude', 'excluded', 'ignore'],
]);

/** Words that hide a document as its `status`, or as one of its tags. */
const hidingStatus = /^(?:draft|hidden|private|unlisted|unpublished|protected|password-protected)$/i;

/** Maps whose entries are switches of the document as well. */
const nested = new Set(['params', 'seo', 'meta', 'sitemap', 'build', '_build', 'robots']);

function switchesOf(data: Record<string, unknown>, today: CalendarDate): string[] {
  return Object.entries(data).flatMap(([key, value]): string[] => {
    const name = normalizeKey(key);
    const written = asText(value)?.trim() ?? '';
    const text = written.toLowerCase();
    const tags = /^(?:tags|categories)$/.test(name) ? [value].flat().map((one) => asText(one) ?? '') : [];
    const tag = tags.find((one) => hidingStatus.test(one));
    const isHiding =
      (shownBy.has(name) && /^(?:false|no|off|never)$/.test(text)) ||
      (hiddenBy.has(name) && /^(?:true|yes|on)$/.test(text)) ||
      (/^(?:status|state|visibility)$/.test(name) && hidingStatus.test(text)) ||
      (name === 'robots' && text.includes('noindex')) ||
      (/^(?:expiry_date|expires|unpublish_date)$/.test(name) && (parseLenientDate(text)?.date ?? today) < today);
    if (isHiding) return [`${key}: ${written}`];
    if (name === 'password' && text !== '') return [`${key}: …`];
    if (tag !== undefined) return [`${key}: ${tag}`];
    return nested.has(name) && isRecord(value) ? switchesOf(value, today).map((inner) => `${key}.${inner}`) : [];
  });
}

function pathReason({ system, files, read, config }: SourceSite, path: string): string | null {
  const parts = path.split('/');
  if (parts.some((part) => /^_?drafts$/i.test(part))) return 'a folder of drafts';
  if (system === 'jekyll' && parts.at(-1)?.startsWith('_')) return 'a name that begins with `_`';
  // Middleman: `ignore 'work/draft*'`, from the folder of sources.
  const ignored = (asText(config['ruby']) ?? '').matchAll(/^[ \t]*ignore[ (]+['"]([^'"]+)['"]/gm);
  for (const [, pattern = ''] of ignored) if (matchesPattern(path, `source/${pattern.replace(/^\//, '')}*`)) return 'a line of config.rb';
  if (!files.has('.eleventyignore')) return null;
  const patterns = new TextDecoder().decode(read('.eleventyignore')).split('\n');
  return patterns.some((line) => matchesPattern(path, line.trim())) ? 'a line of .eleventyignore' : null;
}

/** Scripts may list the names of hidden documents: `export const DELISTED_SLUGS = ['a', 'b']`. */
function listReason(site: SourceSite, path: string): string | null {
  const name = path.split('/').at(-1)?.replace(/\..*$/, '') ?? '';
  for (const [list, { names, script }] of site.hiddenLists) if (names.includes(name)) return `${list} of ${script}`;
  return null;
}

/** A document without text that only leads to another site. */
function redirectReason({ data, body }: SourceDocument['parsed']): string | null {
  const target = asText(data['redirect']) ?? asText(data['redirect_to']);
  return target !== undefined && body.trim() === '' ? 'a redirect without text' : null;
}

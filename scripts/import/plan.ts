import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkContent } from '../../src/checks/run.ts';
import { siteRoutes } from '../../src/checks/cross-document/cross-document.ts';
import type { CalendarDate } from '../../src/schemas/calendar.ts';
import { addressKey, claimsOf } from '../../src/lib/redirects.ts';
import { asText } from './front-matter/values.ts';
import { convertDocument, type ConvertedDocument } from './convert-document.ts';
import { findHidden } from './hidden.ts';
import { readGlossary } from './fields/known-technologies.ts';
import { readRedirectTables } from './old-addresses/redirect-tables.ts';
import { readScriptLiterals } from './script-literals.ts';
import { findRepeatedKeys } from './repeated-keys.ts';
import { findTitleAffixes } from './site-titles.ts';
import { parseSource, type SourceDocument } from './source-document.ts';
import type { SourceSite } from './source-site.ts';

/** Everything an import would write. */
export interface ImportPlan {
  documents: PlannedDocument[];
  /** Files of the site that are no case studies, with the reason. */
  skipped: { path: string; reason: string }[];
}

export interface PlannedDocument extends ConvertedDocument {
  /** Where to write it, from the project's root. */
  path: string;
  /** An existing file or folder in its place, which prevents writing; null if there is none. */
  occupied: string | null;
}

interface PlanOptions {
  /** The project's root, absolute. */
  root: string;
  today: CalendarDate;
  /** Addresses of the project's site, in the form of `addressKey`, with their owners. */
  taken: ReadonlyMap<string, string>;
}

/** Convert every document of a site and choose a path in `src/content/projects/` for each; writes nothing. */
export function planImport(site: SourceSite, { root, today, taken }: PlanOptions): ImportPlan {
  const redirects = readRedirectTables(site);
  const parsed = site.documents
    .map((file) => parseSource(site, file))
    .map((source) => ({
      ...source,
      addresses: [...new Set(source.addresses.flatMap((address) => [address, ...(redirects.get(addressKey(address)) ?? [])]))],
    }));
  const paired = pairTranslations(parsed);
  const sources = withUniqueSlugs(declareLanguages(paired, { main: site.languages.main, project: readLocale(root) }));
  const hidden = findHidden(site, sources, today);
  // An author may have linked to the address that the page has now; an old address of another page comes first.
  const newPages = sources.map((source) => [addressKey(pageOf(source)), pageOf(source)] as const);
  const oldPages = sources.flatMap((source) => source.addresses.map((old) => [addressKey(old), pageOf(source)] as const));
  const pagesByAddress = new Map([...newPages, ...oldPages]);
  const pagesByPath = new Map(sources.map((source) => [source.file.path.toLowerCase(), pageOf(source)]));
  const glossary = readGlossary(root);
  const owners = new Map(taken);
  for (const source of sources) owners.set(addressKey(pageOf(source)), source.file.path);
  const folder = join(root, 'src/content/projects');
  const existingNames = existsSync(folder) ? readdirSync(folder) : [];
  const repeatedKeys = findRepeatedKeys(sources.map(({ parsed }) => parsed.data));
  const titleAffixes = findTitleAffixes(sources.flatMap(({ parsed }) => asText(parsed.data['title']) ?? []));
  const publicPages = new Map(
    sources.filter((source) => !hidden.has(source) && source.lang === null).map((source) => [pageOf(source), source.slug]),
  );
  const converted = sources.map((source, index) => {
    const document = convertDocument(source, {
      site,
      today,
      hidden: hidden.get(source) ?? null,
      glossary,
      pageByAddress: (key) => pagesByAddress.get(key) ?? null,
      pageByPath: (path) => findByPath(path, pagesByPath),
      slugByReference: (reference) => {
        const page = pagesByAddress.get(addressKey(`/${reference}`)) ?? findByPath(reference.replace(/^\/|\/$/g, ''), pagesByPath);
        return publicPages.get(page ?? `/projects/${reference}/`) ?? null;
      },
      repeatedKeys: repeatedKeys[index] ?? new Set(),
      titleAffixes,
      taken: new Map([...owners].filter(([, owner]) => owner !== source.file.path)),
    });
    // The first document to use an old address owns it.
    for (const key of source.addresses.map(addressKey)) if (!owners.has(key)) owners.set(key, source.file.path);
    return document;
  });
  const withPictures = new Set(converted.flatMap(({ slug, copies }) => (copies.length > 0 ? [slug] : [])));
  const documents = converted.map((document) => ({
    ...document,
    ...choosePath(document, { inFolder: withPictures.has(document.slug), existingNames }),
  }));
  return { documents, skipped: site.skipped };
}

/** List the addresses of a project's site in the form of `addressKey`, with their owners: pages, public files, aliases. */
export async function listExistingAddresses(root: string): Promise<Map<string, string>> {
  const { documents } = await checkContent({ root, today: '2000-01-01' });
  const pages = documents.flatMap((document) => {
    if (document.collection === 'technologies' || document.collection === 'selections') return [];
    const page = document.collection === 'projects' ? `/projects/${document.slug}/` : `/${document.slug}/`;
    return [page, ...claimsOf(document.data).map(({ alias }) => alias)].map((address) => [addressKey(address), document.path] as const);
  });
  return new Map([...pages, ...siteRoutes(root)]);
}

function pageOf({ slug }: SourceDocument): string {
  return `/projects/${slug}/`;
}

/** Give translations the slug of their original: it has their key, else it alone agrees with them in date, order and pictures. */
function pairTranslations(sources: readonly SourceDocument[]): SourceDocument[] {
  const originals = sources.filter(({ lang }) => lang === null);
  const slugs = new Set(originals.map(({ slug }) => slug));
  const isUnpaired = ({ slug }: SourceDocument): boolean => !sources.some((other) => other.lang !== null && other.slug === slug);
  return sources.map((source) => {
    if (source.lang === null) return source;
    const byKey = originals.find(({ translationKey }) => translationKey !== undefined && translationKey === source.translationKey);
    if (byKey !== undefined) return { ...source, slug: byKey.slug };
    if (slugs.has(source.slug)) return source;
    const alike = originals.filter((original) => isUnpaired(original) && fingerprint(original) === fingerprint(source));
    return alike.length === 1 && alike[0] ? { ...source, slug: alike[0].slug } : source;
  });
}

/** A translation without an original becomes one; an original declares its language where it is not the project's. */
function declareLanguages(
  sources: readonly SourceDocument[],
  { main, project }: { main: string | null; project: string | undefined },
): SourceDocument[] {
  const slugs = new Set(sources.flatMap(({ lang, slug }) => (lang === null ? [slug] : [])));
  const isForeign = main !== null && project !== undefined && main.slice(0, 2) !== project.slice(0, 2).toLowerCase();
  return sources.map((source) => {
    if (source.lang === null) return isForeign ? { ...source, ownLang: main } : source;
    if (slugs.has(source.slug)) return source;
    slugs.add(source.slug);
    return { ...source, lang: null, ownLang: source.lang };
  });
}

/** Read the language of the project's site from its configuration. */
function readLocale(root: string): string | undefined {
  const path = join(root, 'src/site.config.ts');
  if (!existsSync(path)) return undefined;
  const { objects } = readScriptLiterals(readFileSync(path, 'utf8'));
  return objects.map(({ locale }) => asText(locale)).find((locale) => locale !== undefined);
}

/** The values of front matter that a translator leaves alone; null if there are none. */
function fingerprint({ parsed, fileDate, lang }: SourceDocument): string | null {
  const values = Object.entries(parsed.data).flatMap(([key, value]) => {
    const text = asText(value) ?? '';
    return /^(?:date|order|weight|year)$|image|cover|thumb|hero/i.test(key) && text !== '' ? [`${key} ${text}`] : [];
  });
  const all = fileDate === undefined ? values : [...values, fileDate];
  return all.length > 0 ? all.toSorted().join('\n') : lang;
}

/** Distinguish documents of one name and language by the name of their folder, then by number. */
function withUniqueSlugs(sources: readonly SourceDocument[]): SourceDocument[] {
  const taken = new Set<string>();
  return sources.map((source) => {
    const { file, lang } = source;
    const folders = file.relative.split('/').slice(0, -1).map(toSlug);
    const prefix = folders.findLast((name) => name !== source.slug) ?? toSlug(file.collection);
    const numbered = Array.from({ length: 99 }, (_, index) => `${source.slug}-${index + 2}`);
    const candidates = [source.slug, `${prefix}-${source.slug}`, ...numbered];
    const slug = candidates.find((candidate) => !taken.has(`${candidate}.${lang ?? ''}`)) ?? source.slug;
    taken.add(`${slug}.${lang ?? ''}`);
    return { ...source, slug };
  });
}

function toSlug(name: string): string {
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return slug.replace(/^-+|-+$/g, '') || 'more';
}

/** Find a page by a path in the old site: the exact path, or the only document whose path ends with it. */
function findByPath(path: string, pages: ReadonlyMap<string, string>): string | null {
  const key = path.toLowerCase().replace(/#.*$/, '');
  const exact = pages.get(key);
  if (exact !== undefined) return exact;
  const matches = [...pages].filter(
    ([other]) => other.endsWith(`/${key}`) || other.replace(/\.[^.]+$/, '').endsWith(`/${key}`) || other.endsWith(`/${key}/index.md`),
  );
  return matches.length === 1 ? (matches[0]?.[1] ?? null) : null;
}

/** A document with pictures, or with a translation that has some, gets a folder of its own. */
function choosePath(
  { slug, lang }: ConvertedDocument,
  { inFolder, existingNames }: { inFolder: boolean; existingNames: readonly string[] },
): Pick<PlannedDocument, 'path' | 'occupied'> {
  const suffix = lang === null ? '' : `.${lang}`;
  const path = `src/content/projects/${slug}${inFolder ? '/index' : ''}${suffix}.md`;
  const existing = existingNames.find(
    (name) => name.toLowerCase().replace(/\.mdx?$/, '') === `${slug}${suffix}` || name.toLowerCase() === slug,
  );
  return { path, occupied: existing === undefined ? null : `src/content/projects/${existing}` };
}

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkContent } from '../../src/checks/run.ts';
import { siteRoutes } from '../../src/checks/cross-document.ts';
import type { CalendarDate } from '../../src/schemas/calendar.ts';
import { addressKey, claimsOf } from '../../src/lib/redirects.ts';
import { convertDocument, type ConvertedDocument } from './convert-document.ts';
import { parseSource, type SourceDocument } from './source-document.ts';
import type { SourceSite } from './source-site.ts';

/** Everything an import would write. */
export interface ImportPlan {
  documents: PlannedDocument[];
  /** Documents of the site that are no case studies, with the reason. */
  skipped: { path: string; reason: string }[];
}

export interface PlannedDocument extends ConvertedDocument {
  /** Where it goes, from the project's root. */
  path: string;
  /** What is there already, so that nothing is written; null where the place is free. */
  occupied: string | null;
}

export interface PlanOptions {
  /** The project's root, absolute. */
  root: string;
  today: CalendarDate;
  /** Addresses of this site by `addressKey`, with their owner. */
  taken: ReadonlyMap<string, string>;
}

/** Convert every document of a site and find each a free place in `src/content/projects/`; writes nothing. */
export function planImport(site: SourceSite, { root, today, taken }: PlanOptions): ImportPlan {
  const sources = withUniqueSlugs(site.documents.map((file) => parseSource(site, file)));
  const pages = new Map(sources.flatMap((source_) => source_.addresses.map((address) => [addressKey(address), pageOf(source_)] as const)));
  const paths = new Map(sources.map((source_) => [source_.file.path.toLowerCase(), pageOf(source_)]));
  const claimed = new Map(taken);
  for (const source_ of sources) claimed.set(addressKey(pageOf(source_)), source_.file.path);
  const folder = join(root, 'src/content/projects');
  const there = existsSync(folder) ? readdirSync(folder) : [];
  const documents = sources.map((source_): PlannedDocument => {
    const converted = convertDocument(source_, {
      site,
      today,
      pageByAddress: (key) => pages.get(key) ?? null,
      pageOf: (path) => byPath(path, paths),
      taken: without(claimed, addressKey(pageOf(source_)), source_.file.path),
    });
    for (const alias of aliasesOf(source_)) if (!claimed.has(alias)) claimed.set(alias, source_.file.path);
    return { ...converted, ...targetFor(converted, there) };
  });
  return { documents: withSharedFolders(documents), skipped: site.skipped };
}

function pageOf({ slug }: SourceDocument): string {
  return `/projects/${slug}/`;
}

function aliasesOf({ addresses }: SourceDocument): string[] {
  return addresses.map(addressKey);
}

function without(claimed: ReadonlyMap<string, string>, key: string, owner: string): Map<string, string> {
  return new Map([...claimed].filter(([one, by]) => !(one === key && by === owner) && by !== owner));
}

/** Two documents of one name and language keep apart by the name of their folder, then by number. */
function withUniqueSlugs(sources: readonly SourceDocument[]): SourceDocument[] {
  const taken = new Set<string>();
  return sources.map((source_) => {
    const above = source_.file.relative.split('/').slice(0, -1).map(slugPart);
    const collection = above.findLast((name) => name !== source_.slug) ?? slugPart(source_.file.collection);
    const names = [source_.slug, `${collection}-${source_.slug}`, ...Array.from({ length: 99 }, (_, index) => `${source_.slug}-${index + 2}`)];
    const slug = names.find((name) => !taken.has(`${name}.${source_.lang ?? ''}`)) ?? source_.slug;
    taken.add(`${slug}.${source_.lang ?? ''}`);
    return { ...source_, slug };
  });
}

function slugPart(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'more'
  );
}

function byPath(path: string, paths: ReadonlyMap<string, string>): string | null {
  const key = path.toLowerCase().replace(/#.*$/, '');
  const exact = paths.get(key);
  if (exact !== undefined) return exact;
  const found = [...paths].filter(
    ([one]) => one.endsWith(`/${key}`) || one.replace(/\.[^.]+$/, '').endsWith(`/${key}`) || one.endsWith(`/${key}/index.md`),
  );
  return found.length === 1 ? (found[0]?.[1] ?? null) : null;
}

function targetFor({ slug, lang, copies }: ConvertedDocument, there: readonly string[]): Pick<PlannedDocument, 'path' | 'occupied'> {
  const language = lang === null ? '' : `.${lang}`;
  const path = `src/content/projects/${copies.length > 0 ? `${slug}/index${language}.md` : `${slug}${language}.md`}`;
  const same = there.find((name) => name.toLowerCase().replace(/\.mdx?$/, '') === `${slug}${language}` || name.toLowerCase() === slug);
  return { path, occupied: same === undefined ? null : `src/content/projects/${same}` };
}

/** Translations share the folder of the document whose pictures lie in one. */
function withSharedFolders(documents: readonly PlannedDocument[]): PlannedDocument[] {
  const bundled = new Set(documents.filter(({ path }) => /\/index(?:\.\w[\w-]*)?\.md$/.test(path)).map(({ slug }) => slug));
  return documents.map((document) => {
    if (!bundled.has(document.slug)) return document;
    const language = document.lang === null ? '' : `.${document.lang}`;
    return { ...document, path: `src/content/projects/${document.slug}/index${language}.md` };
  });
}

/** List the addresses that a project's site has already, by `addressKey`: its pages, files of `public/`, and old addresses of its documents. */
export async function listExistingAddresses(root: string): Promise<Map<string, string>> {
  const { documents } = await checkContent({ root, today: '2000-01-01' });
  const pages = documents.flatMap((document) => {
    if (document.collection === 'technologies') return [];
    const page = document.collection === 'projects' ? `/projects/${document.slug}/` : `/${document.slug}/`;
    return [page, ...claimsOf(document.data).map(({ alias }) => alias)].map((address) => [addressKey(address), document.path] as const);
  });
  return new Map([...pages, ...siteRoutes(root)]);
}

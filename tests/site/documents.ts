import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { testSite } from './dist.ts';

/** Read the documents of a collection of the site under test, case studies by default, with a simple parser, independent of ours. */
export function documents(collection: 'projects' | 'selections' = 'projects'): SourceDocument[] {
  const folder = new URL(`src/content/${collection}`, testSite);
  // An owner may have no selections.
  if (!existsSync(folder)) return [];
  const root = fileURLToPath(folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.mdx?$/.test(path) && !/(?:^|\/)[._]/.test(path))
    .map((path) => {
      const source = readFileSync(posix.join(root, path), 'utf8');
      const [, head = '', body = ''] = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)/.exec(source) ?? [];
      const fields = parse(head, { schema: 'core' }) as Record<string, unknown>;
      const closed = isClosed(fields);
      const unlisted = !closed && (collection === 'selections' || fields['unlisted'] === true);
      return { collection, slug: path.replace(/(?:\/index)?\.mdx?$/, ''), source, fields, body, unlisted, hidden: closed || unlisted };
    });
}

/** List what else the owner writes: pages, the glossary of technologies, and the options. */
export function otherSources(): { source: string }[] {
  const folders = ['pages', 'technologies'].map((name) => new URL(`src/content/${name}/`, testSite)).filter((folder) => existsSync(folder));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((path) =>
      /\.(?:mdx?|ya?ml)$/.test(path) ? new URL(path, folder) : [],
    ),
  );
  return [...files, new URL('src/site.config.ts', testSite)].map((file) => ({ source: readFileSync(file, 'utf8') }));
}

/** List every text in a value, at any depth, with its path of keys. */
export function leaves(value: unknown, path: string[] = []): Leaf[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [{ path, text: String(value) }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

/** List runs of plain words that no rendering changes and that none of the other texts has. */
export function phrasesOf(document: SourceDocument, others: readonly Pick<SourceDocument, 'source'>[]): string[] {
  const runs = document.source.match(/[A-Za-z][A-Za-z0-9, ]{28,}/g) ?? [];
  return runs.map((run) => run.trim()).filter((run) => !others.some((other) => other !== document && other.source.includes(run)));
}

export interface Leaf {
  path: string[];
  text: string;
}

export interface SourceDocument {
  collection: 'projects' | 'selections';
  slug: string;
  source: string;
  fields: Record<string, unknown>;
  body: string;
  /** A draft, not to be published yet, expired or unlisted: no public file has anything of it. */
  hidden: boolean;
  /** Whether only its address leads to its page. */
  unlisted: boolean;
}

/** Whether nobody but its author sees it. The last day of a selection counts to its end. */
function isClosed({ draft, publish_at: publishAt, expires }: Record<string, unknown>): boolean {
  const later = typeof publishAt === 'string' && Date.parse(publishAt) > Date.now();
  return draft === true || later || (typeof expires === 'string' && Date.parse(expires) + 86_400_000 <= Date.now());
}

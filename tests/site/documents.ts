import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { testSite } from './dist.ts';

/** Read the case studies of the site under test with a simple parser, independent of ours. */
export function documents(): SourceDocument[] {
  const root = fileURLToPath(new URL('src/content/projects', testSite));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.mdx?$/.test(path) && !/(?:^|\/)[._]/.test(path))
    .map((path) => {
      const source = readFileSync(posix.join(root, path), 'utf8');
      const [, head = '', body = ''] = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)([\s\S]*)/.exec(source) ?? [];
      const fields = parse(head, { schema: 'core' }) as Record<string, unknown>;
      const unlisted = fields['unlisted'] === true;
      return { slug: path.replace(/(?:\/index)?\.mdx?$/, ''), source, fields, body, unlisted, hidden: unlisted || isHidden(fields) };
    });
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
  slug: string;
  source: string;
  fields: Record<string, unknown>;
  body: string;
  /** A draft, not to be published yet, or unlisted: no public file has anything of it. */
  hidden: boolean;
  /** Whether only its address leads to its page. */
  unlisted: boolean;
}

function isHidden({ draft, publish_at: publishAt }: Record<string, unknown>): boolean {
  return draft === true || (typeof publishAt === 'string' && Date.parse(publishAt) > Date.now());
}

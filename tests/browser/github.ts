import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page as Tab, Route } from 'playwright-core';
import { listFiles } from '../../src/documents/files.ts';

/** A repository that answers as GitHub does, without the network. */
export interface Repository {
  files: Map<string, Buffer>;
  /** What has been committed, oldest first. */
  commits: Commit[];
  /** Addresses outside the page's own origin that were asked for, other than those of the API. */
  strangers: string[];
  /** Change a file as somebody else does. */
  change: (path: string, text: string) => void;
}

export interface Commit {
  /** The commit that its author saw last. */
  expected: string;
  additions: { path: string; content: Buffer }[];
  deletions: string[];
}

/** Answer a page's requests to `api.github.com` from a folder; requests to any other host are noted and refused. */
export async function stubGitHub(tab: Tab, folder: string): Promise<Repository> {
  const files = new Map(['src', 'public'].flatMap((top) => listFiles(join(folder, top)).map((path) => `${top}/${path}`)).map(read));
  const commits: Commit[] = [];
  const change: Repository['change'] = (path, text) => {
    commits.push({ expected: '', additions: [{ path, content: Buffer.from(text) }], deletions: [] });
    files.set(path, Buffer.from(text));
  };
  const repository: Repository = { files, commits, strangers: [], change };
  await tab.route(/^https?:\/\/(?!127\.0\.0\.1)/, async (route) => {
    const url = new URL(route.request().url());
    if (url.host === 'api.github.com') return answer(route, url, repository);
    repository.strangers.push(url.href);
    await route.abort();
  });
  return repository;
  function read(path: string): [string, Buffer] {
    return [path, readFileSync(join(folder, path))];
  }
}

async function answer(route: Route, { pathname }: URL, { files, commits }: Repository): Promise<void> {
  const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'access-control-allow-methods': '*' };
  const json = (value: unknown) => route.fulfill({ headers, json: value });
  const head = `c${commits.length}`;
  if (route.request().method() === 'OPTIONS' || pathname.includes('/collaborators/')) return route.fulfill({ status: 204, headers });
  if (pathname === '/user') return json({ id: 1, login: 'ann', name: 'Ann', email: 'ann@fixtures.example', avatar_url: '', html_url: '' });
  if (pathname.includes('/git/trees/')) {
    const tree = [...files].map(([path, bytes]) => ({ path, type: 'blob', mode: '100644', sha: blobDigest(bytes), size: bytes.length }));
    return json({ truncated: false, tree });
  }
  const blob = /\/git\/blobs\/(\w+)$/.exec(pathname)?.[1];
  if (blob) return route.fulfill({ headers, contentType: 'application/octet-stream', body: withDigest(files, blob) ?? '' });
  if (pathname !== '/graphql') return json({});
  const { query, variables } = route.request().postDataJSON() as { query: string; variables: { input: CommitInput } };
  if (!query.includes('createCommitOnBranch')) return json({ data: { repository: repositoryData(query, files, head) } });
  const { fileChanges, expectedHeadOid } = variables.input;
  const additions = (fileChanges.additions ?? []).map(({ path, contents }) => ({ path, content: Buffer.from(contents, 'base64') }));
  const deletions = (fileChanges.deletions ?? []).map(({ path }) => path);
  commits.push({ expected: expectedHeadOid, additions, deletions });
  for (const { path, content } of additions) files.set(path, content);
  for (const path of deletions) files.delete(path);
  const aliases = Object.fromEntries(additions.map(({ content }, index) => [`file_${index}`, { oid: blobDigest(content) }]));
  return json({
    data: { createCommitOnBranch: { commit: { oid: `c${commits.length}`, committedDate: '2026-01-02T00:00:00Z', ...aliases } } },
  });
}

/** Answer each part of a query under its own name, as GraphQL does. */
function repositoryData(query: string, files: Repository['files'], head: string): Record<string, unknown> {
  const text = query.replace(/\s+/g, ' ');
  const author = { name: 'Ann', email: 'ann@fixtures.example', user: { id: 1, login: 'ann' } };
  const commit = { oid: head, message: 'The last commit', author, committedDate: '2026-01-01T00:00:00Z' };
  const target = { ...commit, history: { nodes: [commit] } };
  const parts = [...text.matchAll(/(?:(\w+): )?(ref|object)\((?:oid|qualifiedName): "?\$?([\w]+)"?/g)];
  return Object.fromEntries(
    parts.map(([, alias, kind = '', oid = '']) => {
      const bytes = withDigest(files, oid);
      return [alias ?? kind, kind === 'ref' ? { target } : { text: bytes?.toString('utf8') ?? null, isTruncated: false, oid }];
    }),
  );
}

function withDigest(files: Repository['files'], digest: string): Buffer | undefined {
  return [...files.values()].find((bytes) => blobDigest(bytes) === digest);
}

/** The name that Git gives to the content of a file. */
function blobDigest(bytes: Buffer): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

interface CommitInput {
  expectedHeadOid: string;
  fileChanges: { additions?: { path: string; contents: string }[]; deletions?: { path: string }[] };
}

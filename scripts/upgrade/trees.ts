import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readlinkSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { isOwners } from '../owner-paths.ts';
import { gitFields } from './git.ts';

export interface TreeFile {
  mode: string;
  /** Git's hash of the content. */
  id: string;
}

export interface OwnersFile extends TreeFile {
  bytes: Buffer;
  /** Whether the file ends its lines with CRLF where the release has LF. */
  crlf: boolean;
}

/** Merged apart from the others: see `mergePackage`. */
export const packageFiles = ['package.json', 'package-lock.json'];

/** List the files of a release, by path. */
export function releaseTree(repository: string, ref: string): Map<string, TreeFile> {
  return new Map(
    gitFields(repository, ['ls-tree', '-r', '-z', '--full-tree', ref]).flatMap((line) => {
      const [, mode = '', type, id = '', path = ''] = /^(\d+) (\w+) (\w+)\t([^]*)$/.exec(line) ?? [];
      return type === 'blob' ? [[path, { mode, id }] as const] : [];
    }),
  );
}

/** List the files of a folder that git does not ignore. */
export function listFiles(root: string, repository: string): string[] {
  const ignore = ['--exclude-standard', '--exclude=node_modules', '--exclude=dist', '--exclude=.cache', '--exclude=.astro'];
  const place = [`--git-dir=${join(repository, '.git')}`, `--work-tree=${root}`];
  // A repository within the folder ends with a slash.
  return gitFields(root, [...place, 'ls-files', '--others', '-z', ...ignore]).filter((path) => !path.endsWith('/'));
}

/** Read the engine as the owner has it: what git does not ignore, and what either release has. */
export function ownersTree(root: string, listed: readonly string[], ...releases: ReadonlyMap<string, TreeFile>[]): Map<string, OwnersFile> {
  const base = releases[0];
  const paths = new Set([...listed, ...releases.flatMap((release) => [...release.keys()])]);
  return new Map(
    [...paths].toSorted().flatMap((path) => {
      if (isOwners(path) || packageFiles.includes(path)) return [];
      const stats = statsOf(join(root, path));
      return stats?.isFile() || stats?.isSymbolicLink() ? [[path, readOwnersFile(root, path, stats, base?.get(path))] as const] : [];
    }),
  );
}

/** Write three commits for `git fast-import`: the old release, and from it the owner's engine and the new release. */
export function importStream(
  before: ReadonlyMap<string, TreeFile>,
  owner: ReadonlyMap<string, OwnersFile>,
  after: ReadonlyMap<string, TreeFile>,
): Buffer {
  const parts: (string | Buffer)[] = [];
  const commit = (branch: string, from?: string): void => {
    const parent = from === undefined ? '' : `from ${from}\ndeleteall\n`;
    parts.push(`commit refs/heads/${branch}\ncommitter upgrade <upgrade@localhost> 0 +0000\ndata 0\n${parent}`);
  };
  const quote = (path: string): string => `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
  const addTree = (tree: ReadonlyMap<string, TreeFile>): void => {
    for (const [path, { mode, id }] of tree) parts.push(`M ${mode} ${id} ${quote(path)}\n`);
  };
  commit('base');
  addTree(before);
  commit('owner', 'refs/heads/base');
  for (const [path, { mode, bytes }] of owner) parts.push(`M ${mode} inline ${quote(path)}\ndata ${bytes.length}\n`, bytes, '\n');
  commit('release', 'refs/heads/base');
  addTree(after);
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
}

/** Whether there is a file, and no folder or link, of a name. */
export function existsAsFile(file: string): boolean {
  return statsOf(file)?.isFile() ?? false;
}

function readOwnersFile(root: string, path: string, stats: Stats, before: TreeFile | undefined): OwnersFile {
  const file = join(root, path);
  if (stats.isSymbolicLink()) {
    const target = Buffer.from(readlinkSync(file).replaceAll('\\', '/'));
    return { bytes: target, id: blobId(target), mode: '120000', crlf: false };
  }
  const bytes = readFileSync(file);
  const executable = (stats.mode & 0o100) !== 0 ? '100755' : '100644';
  // Windows has no executable bit, and may check out a symbolic link as a file.
  const mode = process.platform === 'win32' ? (before?.mode ?? '100644') : executable;
  const crlf = blobId(bytes) !== before?.id && hasOnlyCrlf(bytes);
  const content = crlf ? Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1') : bytes;
  return { bytes: content, id: blobId(content), mode, crlf };
}

function blobId(bytes: Buffer): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function hasOnlyCrlf(bytes: Buffer): boolean {
  if (bytes.includes(0)) return false;
  const text = bytes.toString('latin1');
  return text.includes('\r\n') && !/(?<!\r)\n/.test(text);
}

/** Return the stats of a file; null where there is none, or where a file has the name of one of its folders. */
function statsOf(file: string): Stats | null {
  try {
    return lstatSync(file);
  } catch {
    return null;
  }
}

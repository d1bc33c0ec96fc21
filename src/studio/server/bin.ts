import { randomBytes } from 'node:crypto';
import { cpSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { collectionFolder } from '../../documents/collections.ts';
import { listFiles } from '../../documents/files.ts';
import { readFileName } from '../../documents/file-names.ts';
import type { Answer, Input } from '../api.ts';
import { readVersion } from './documents.ts';
import { realFolder, type DocumentPath } from './paths.ts';
import { Refusal } from './refusal.ts';
import type { Workspace } from './workspace.ts';

/** The folder of what was deleted. Git ignores it, and nothing else empties it. */
const binFolder = '.bin';

/** Move a document into the bin: an original with its translations and, where it has a folder, with its pictures. */
export async function deleteDocument({ path, version }: Input<'POST delete'>, workspace: Workspace): Promise<Answer<'POST delete'>> {
  const { root } = workspace;
  readVersion(path, version, workspace);
  return workspace.change(() => {
    const document = readVersion(path, version, workspace);
    const folder = collectionFolder(document.collection);
    const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const restore = `${time}-${document.name.slug.replace(/[^\w-]/g, '').slice(0, 80)}-${randomBytes(3).toString('hex')}`;
    for (const name of partsOf(document, readdirSync(join(root, folder))))
      move(join(root, folder, name), join(root, binFolder, restore, document.collection, name));
    return { restore };
  });
}

/** Move what one deletion put into the bin back to its place; refuses where something has taken that place. */
export async function restoreDocument({ restore }: Input<'POST restore'>, workspace: Workspace): Promise<Answer<'POST restore'>> {
  const { root } = workspace;
  const deleted = join(root, binFolder, restore);
  if (!/^[\w-]+$/.test(restore) || !isFolder(join(root, binFolder)) || !isFolder(deleted))
    throw new Refusal(404, 'The bin does not have that any more.', { fix: `Look into \`${binFolder}/\` in the folder of the site.` });
  return workspace.change(() => {
    const paths = listFiles(deleted, { hidden: true, depth: 64 }).map((path) => `src/content/${path}`);
    const moves = paths.map((path) => ({ path, to: join(realFolder(root, posix.dirname(path)), posix.basename(path)) }));
    const taken = moves.find(({ to }) => lstatSync(to, { throwIfNoEntry: false }));
    if (taken) throw new Refusal(409, `${taken.path} exists again.`, { fix: 'Rename that, and restore once more.' });
    for (const { path, to } of moves) move(join(deleted, path.slice('src/content/'.length)), to);
    // A link to a folder is not moved, and stays in the bin.
    const left = readdirSync(deleted, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
    if (left.length === 0) rmSync(deleted, { recursive: true });
    return { path: originalOf(paths) };
  });
}

/** List the names in the folder of a collection that belong to a document. */
function partsOf({ relative, name }: DocumentPath, names: readonly string[]): string[] {
  const [folder = '', file = '', ...deeper] = relative.split('/');
  if (name.lang === null && /^index\.mdx?$/.test(file) && deeper.length === 0) return [folder];
  if (name.lang !== null || file !== '') return [relative];
  return names.filter((one) => one === relative || (readFileName(one)?.slug === name.slug && readFileName(one)?.lang));
}

function originalOf(paths: readonly string[]): string {
  const documents = paths.filter((path) => /\.mdx?$/.test(path));
  const isOriginal = (path: string): boolean => readFileName(path.split('/').slice(3).join('/'))?.lang === null;
  return documents.find(isOriginal) ?? documents[0] ?? '';
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch (error) {
    // The documents may be on another disk.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, to, { recursive: true, errorOnExist: true, force: false, verbatimSymlinks: true });
    rmSync(from, { recursive: true });
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

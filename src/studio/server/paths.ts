import { lstatSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { placeOf } from '../../documents/collections.ts';
import { readFileName, type FileName } from '../../documents/file-names.ts';
import type { EditedCollection } from '../api.ts';
import { Refusal } from './refusal.ts';

/** A document as its path names it. */
export interface DocumentPath {
  /** From the root, with forward slashes. */
  path: string;
  collection: EditedCollection;
  /** In the folder of its collection. */
  relative: string;
  name: FileName;
  /** The slug, with the language of a translation. */
  id: string;
}

/** Read the path of a document; refuses one that is no `.md` or `.mdx` of a collection. Knows no files. */
export function readDocumentPath(path: string): DocumentPath {
  const { collection, relative } = placeOf(path) ?? { collection: null, relative: '' };
  const parts = relative.split('/');
  const safe = parts.every((part) => part !== '' && !/^[._]/.test(part) && !/[\\:\p{Cc}]/u.test(part));
  const name = safe && /\.mdx?$/.test(relative) ? readFileName(relative) : null;
  if (!collection || !name) throw new Refusal(400, `\`${path}\` is no document of the site.`, { fix: 'Choose one from the list.' });
  return { path, collection, relative, name, id: name.lang ? `${name.slug}.${name.lang}` : name.slug };
}

/** A document with its file, absolute. */
export interface DocumentFile extends DocumentPath {
  file: string;
}

/** Find the file of a document. Its real path must be the one that is written: no part below `src/content/` may be a symlink. */
export function findDocument(root: string, path: string): DocumentFile {
  const document = readDocumentPath(path);
  const file = realFile(root, path);
  if (file === null) throw new Refusal(404, `${path} does not exist.`, { fix: 'Reload the list: the file was moved or deleted.' });
  return { ...document, file };
}

/** Return the file at a path below `src/content/` or `src/assets/`; null where there is none. Refuses symlinks. */
export function realFile(root: string, path: string): string | null {
  const expected = expectedPath(root, path);
  try {
    if (realpathSync(join(root, path)) !== expected || !lstatSync(expected).isFile())
      throw new Refusal(403, `${path} is a symlink or a folder.`);
    return expected;
  } catch (error) {
    if (error instanceof Refusal || !isMissing(error)) throw error;
    return null;
  }
}

/** Return a folder below `src/content/` or `src/assets/` for new files. Refuses one that is reached through a symlink. */
export function realFolder(root: string, path: string): string {
  const expected = expectedPath(root, path);
  // Parts that do not exist yet cannot be symlinks.
  for (let [part, real] = [path, expected]; part.split('/').length > 2; part = above(part, '/'), real = above(real, sep)) {
    try {
      if (realpathSync(join(root, part)) !== real || !lstatSync(real).isDirectory())
        throw new Refusal(403, `${part} is no folder of the site.`);
      break;
    } catch (error) {
      if (error instanceof Refusal || !isMissing(error)) throw error;
    }
  }
  return expected;
}

/** `src/content` itself may be a symlink: an owner may keep the documents elsewhere. */
function expectedPath(root: string, path: string): string {
  const [src = '', folder = '', ...rest] = path.split('/');
  const top = join(root, src, folder);
  try {
    return join(realpathSync(top), ...rest);
  } catch {
    return join(realpathSync(root), path);
  }
}

function above(path: string, separator: string): string {
  return path.slice(0, path.lastIndexOf(separator));
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}

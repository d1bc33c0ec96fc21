import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { readableBytes } from './front-matter.ts';

/** The folders of the owner's documents. */
export const collections = ['projects', 'pages', 'technologies'] as const;

export type Collection = (typeof collections)[number];

/** Folder of a collection, from the root. */
export function collectionFolder(collection: Collection): string {
  return `src/content/${collection}`;
}

/** List the files below a folder by their paths in it, in the order of their code points; what begins with `.` or `_` is left out. */
export function listFiles(folder: string, depth = 8): string[] {
  return walk(folder, depth).toSorted((a, b) => (a < b ? -1 : 1));
}

/** Read a whole file; null for one that is larger than any document. */
export function readBytes(file: string): Uint8Array | null {
  return statSync(file).size > readableBytes ? null : readFileSync(file);
}

function walk(folder: string, depth: number): string[] {
  if (depth === 0) return [];
  return entriesOf(folder).flatMap((entry) => {
    if (/^[._]/.test(entry.name)) return [];
    if (entry.isDirectory()) return walk(join(folder, entry.name), depth - 1).map((path) => `${entry.name}/${path}`);
    const isFile = entry.isFile() || (entry.isSymbolicLink() && leadsToFile(join(folder, entry.name)));
    return isFile ? [entry.name] : [];
  });
}

/** A symlink may lead to nothing, or in a circle. */
function leadsToFile(link: string): boolean {
  try {
    return statSync(link).isFile();
  } catch {
    return false;
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

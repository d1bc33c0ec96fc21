import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { attempt } from './attempt.ts';
import { maxReadableBytes } from './front-matter.ts';

/** List the files below a folder by relative path, sorted by code unit; names that begin with `.` or `_` are skipped unless `hidden`. */
export function listFiles(folder: string, { depth = 8, hidden = false } = {}): string[] {
  return walk(folder, depth, hidden).toSorted((a, b) => (a < b ? -1 : 1));
}

/** Read a whole file; null when it is far too large for a document. */
export function readBytes(file: string): Uint8Array | null {
  return statSync(file).size > maxReadableBytes ? null : readFileSync(file);
}

function walk(folder: string, depth: number, hidden: boolean): string[] {
  if (depth === 0) return [];
  return entriesOf(folder).flatMap((entry) => {
    if (!hidden && /^[._]/.test(entry.name)) return [];
    if (entry.isDirectory()) return walk(join(folder, entry.name), depth - 1, hidden).map((path) => `${entry.name}/${path}`);
    // A symlink can be broken or circular.
    const isFile = entry.isFile() || (entry.isSymbolicLink() && attempt(() => statSync(join(folder, entry.name)).isFile(), false));
    return isFile ? [entry.name] : [];
  });
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // The check reports folders that cannot be read.
    if (['ENOENT', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}

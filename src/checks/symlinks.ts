import { readdirSync, realpathSync, type Dirent } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import type { Problem } from '../documents/diagnostic.ts';

/** Folders of the owner's files; a symlink may lead from one to another, never out of them. */
const folders = ['src/content', 'src/assets', 'public'] as const;

/** Find the symlinks that would publish what lies elsewhere on the machine; `root` is the project's, absolute. */
export function strayLinks(root: string): Problem[] {
  const fences = folders.flatMap((folder) => real(join(root, folder)) ?? []);
  const inside = (target: string): boolean => fences.some((fence) => target === fence || target.startsWith(fence + sep));
  const stray = folders.flatMap((folder) => symlinks(join(root, folder))).filter((link) => !inside(real(link) ?? ''));
  return stray.map((link) => ({
    path: relative(root, link).replaceAll(sep, posix.sep),
    ...{ line: 1, column: 1, severity: 'error', field: '' },
    message: `is a symlink that leads out of ${folders.map((folder) => `\`${folder}\``).join(', ')}, or to nothing; it is not opened`,
    fix: 'put the file itself there',
    related: [],
  }));
}

function symlinks(folder: string): string[] {
  return entries(folder)
    .filter((entry) => entry.isSymbolicLink())
    .map((entry) => join(entry.parentPath, entry.name));
}

function entries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
}

function real(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

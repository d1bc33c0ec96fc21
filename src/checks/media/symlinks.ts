import { readdirSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Diagnostic } from '../../documents/diagnostic.ts';

/** The owner's folders; a symlink may point from one to another, never out of them. */
const folders = ['src/content', 'src/assets', 'public'] as const;

/** Find symlinks that would publish files from elsewhere on the machine, without following them; `root` is absolute. */
export function checkSymlinks(root: string): Diagnostic[] {
  const targets = folders.flatMap((folder) => realPath(join(root, folder)) ?? []);
  const inside = (path: string | null): boolean =>
    path !== null && targets.some((target) => path === target || path.startsWith(target + sep));
  return folders.flatMap((folder) => walk(root, folder, inside));
}

function walk(root: string, folder: string, inside: (path: string | null) => boolean): Diagnostic[] {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    // A name that is not UTF-8 cannot be opened either.
    const absent = (error as NodeJS.ErrnoException).code === 'ENOENT' && folders.some((one) => one === folder);
    return absent ? [] : [diagnostic(folder, 'is a folder that cannot be read', 'make it readable, or remove it')];
  }
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return walk(root, path, inside);
    return entry.isSymbolicLink() && !inside(realPath(join(root, path)))
      ? [diagnostic(path, leadsOut, 'replace the symlink with a copy of the file')]
      : [];
  });
}

const leadsOut = `is a symlink that is broken or points outside ${folders.map((folder) => `\`${folder}\``).join(', ')}; it was not opened`;

function diagnostic(path: string, message: string, fix: string): Diagnostic {
  return { path, line: 1, column: 1, severity: 'error', field: '', message, fix, related: [] };
}

function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null;
  }
}

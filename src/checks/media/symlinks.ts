import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { attempt } from '../../documents/attempt.ts';
import { errorIn, warningIn, type Diagnostic } from '../../documents/diagnostic.ts';
import { listFiles } from '../../documents/files.ts';
import { locateAll } from '../fields/locate.ts';

/** The owner's folders; a symlink may point from one to another, never out of them. */
const folders = ['src/content', 'src/assets', 'public'] as const;

/** Find symlinks that would publish files from elsewhere on the machine, without following them, or hide documents; `root` is absolute. */
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
    return absent ? [] : locateAll([errorIn([], 'is a folder that cannot be read', 'make it readable, or remove it')], folder, null);
  }
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return walk(root, path, inside);
    if (!entry.isSymbolicLink()) return [];
    if (!inside(realPath(join(root, path)))) return locateAll([leadsOut], path, null);
    const skips =
      path.startsWith('src/content/') &&
      statSync(join(root, path)).isDirectory() &&
      listFiles(join(root, path)).some((file) => /\.(?:mdx?|ya?ml|json)$/.test(file));
    return skips ? locateAll([skipped], path, null) : [];
  });
}

const leadsOut = errorIn(
  [],
  `is a symlink that is broken or points outside ${folders.map((folder) => `\`${folder}\``).join(', ')}; it was not opened`,
  'replace the symlink with a copy of the file',
);

/** Pictures behind such a symlink are found. */
const skipped = warningIn([], 'is a symlink to a folder: the documents in it are not read', 'move the folder itself here');

function realPath(path: string): string | null {
  return attempt(() => realpathSync(path), null);
}

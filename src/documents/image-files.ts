import { closeSync, fstatSync, openSync, readdirSync, readSync, realpathSync, type Dirent } from 'node:fs';
import { join, sep } from 'node:path';
import { sniffPicture, type Sniffed } from './image-format.ts';
import { nearest } from './closest-match.ts';

/** Looks files up name by name, byte for byte, and never outside of the folders it was given. One reading shares one. */
export interface PictureFiles {
  /** Follow a path from the root; symlinks may lead from one allowed folder to another, never out of them. */
  find: (path: readonly string[], allowed: readonly string[]) => Found;
  /** What a found file's first bytes say. */
  sniff: (file: string) => Sniffed;
}

export type Found =
  | { file: string }
  /** There, but not as a file that may be read. */
  | { fault: string; fix?: string }
  /** Not there; the nearest name in the last folder that is. */
  | { near: string | null };

/** Open the files below a project's root (an absolute path). */
export function createPictureFiles(root: string): PictureFiles {
  const listings = new Map<string, Map<string, Dirent>>();
  const sniffed = new Map<string, Sniffed>();
  const reals = new Map<string, string | null>();
  const list = (folder: string): Map<string, Dirent> => {
    const known = listings.get(folder);
    if (known) return known;
    const entries = new Map(attempt(() => readdirSync(folder, { withFileTypes: true }), []).map((entry) => [entry.name, entry]));
    listings.set(folder, entries);
    return entries;
  };
  const real = (path: string): string | null => {
    const known = reals.get(path);
    if (known !== undefined) return known;
    const found = attempt(() => realpathSync(path), null);
    reals.set(path, found);
    return found;
  };
  const find: PictureFiles['find'] = (path, allowed) => {
    const fences = allowed.map((folder) => real(join(root, folder))).filter((folder) => folder !== null);
    const inside = (file: string): boolean => fences.some((fence) => file === fence || file.startsWith(fence + sep));
    let at = real(root) ?? root;
    for (const [index, name] of path.entries()) {
      const entries = list(at);
      const entry = entries.get(name);
      if (!entry) return missing(name, [...entries.keys()]);
      const next = join(at, name);
      const last = index === path.length - 1;
      const target = entry.isSymbolicLink() ? real(next) : next;
      if (target === null) return { fault: 'is a symlink to nothing' };
      if (entry.isSymbolicLink() && !inside(target) && !fences.some((fence) => fence.startsWith(target + sep))) return { fault: outside };
      if (!last) {
        at = target;
        continue;
      }
      if (!inside(target)) return { fault: outside };
      const kind = entry.isSymbolicLink() ? kindOf(target, list) : entry;
      if (kind?.isDirectory()) return { fault: 'is a folder, no picture' };
      return kind?.isFile() ? { file: target } : { fault: 'is no ordinary file' };
    }
    return { fault: 'is a folder, no picture' };
  };
  const sniff = (file: string): Sniffed => {
    const known = sniffed.get(file) ?? attempt(() => sniffPicture(firstBytes(file)), { fault: 'cannot be read' });
    sniffed.set(file, known);
    return known;
  };
  return { find, sniff };
}

/** Said of a path that leads out of the folders pictures are taken from. */
export const outside = "leads out of the document's folder, `src/assets/images` and `public/`; nothing there is opened";

/** Enough for the header behind any usual EXIF block and colour profile. */
const headerBytes = 1_048_576;

function missing(name: string, names: readonly string[]): Found {
  const same = names.find((one) => one.normalize('NFC').toLowerCase() === name.normalize('NFC').toLowerCase());
  return {
    near:
      same ??
      nearest(
        name,
        names.filter((one) => !one.startsWith('.')),
      ),
  };
}

function kindOf(target: string, list: (folder: string) => Map<string, Dirent>): Dirent | undefined {
  const cut = target.lastIndexOf(sep);
  return list(target.slice(0, cut) || sep).get(target.slice(cut + 1));
}

function firstBytes(file: string): Uint8Array {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = new Uint8Array(Math.min(fstatSync(descriptor).size, headerBytes));
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, 0));
  } finally {
    closeSync(descriptor);
  }
}

function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

import { readdirSync, realpathSync, type Dirent } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { memoize } from '../i18n/memoize.ts';
import { closestMatch } from '../schemas/closest-match.ts';
import { attempt } from './attempt.ts';
import { readPictureInfo, type PictureError, type PictureInfo } from './image-format.ts';
import { readPictureMetadata } from './picture-metadata.ts';
import { readPixels, type PicturePixels } from './picture-pixels.ts';
import { embeddedPictures, isCutOff } from './svg.ts';

/** Looks up files name by name, byte for byte, and never outside the allowed folders. One run of the check shares one. */
export interface PictureFiles {
  /** Follow a path from the root; a symlink may point from one allowed folder to another, never out of them. */
  find: (path: readonly string[], allowed: readonly string[]) => FoundFile;
  /** Read the format and size of a file that was found, and decode it. */
  info: (file: string) => Promise<FileInfo>;
}

type FoundFile =
  | { file: string }
  /** Present, but not a file we may read. */
  | PictureError
  /** Absent; the closest name in the last folder that exists, and what follows it in the path. */
  | { closest: string | null };

/** Create the lookup for a project's root (absolute path). */
export function createPictureFiles(root: string): PictureFiles {
  const list = memoize((folder: string) =>
    attempt(() => new Map(readdirSync(folder, { withFileTypes: true }).map((entry) => [entry.name, entry])), new Map<string, Dirent>()),
  );
  const realPath = memoize((path: string) => attempt(() => realpathSync(path), null));
  const kindOf = (target: string): Dirent | undefined => {
    const cut = target.lastIndexOf(sep);
    return list(target.slice(0, cut) || sep).get(target.slice(cut + 1));
  };
  const find: PictureFiles['find'] = (path, allowed) => {
    const folders = allowed.map((folder) => realPath(join(root, folder))).filter((folder) => folder !== null);
    const inside = (file: string): boolean => folders.some((folder) => file === folder || file.startsWith(folder + sep));
    let current = realPath(root) ?? root;
    for (const [index, name] of path.entries()) {
      const entries = list(current);
      const entry = entries.get(name);
      if (!entry) {
        const closest = closestName(name, [...entries.keys()]);
        return { closest: closest && [closest, ...path.slice(index + 1)].join('/') };
      }
      const target = entry.isSymbolicLink() ? realPath(join(current, name)) : join(current, name);
      if (target === null) return { message: 'is a broken symlink' };
      const leadsOut = entry.isSymbolicLink() && !folders.some((folder) => folder.startsWith(target + sep));
      const last = index === path.length - 1;
      if ((leadsOut || last) && !inside(target)) return outsidePicture;
      current = target;
      if (!last) continue;
      const kind = entry.isSymbolicLink() ? kindOf(target) : entry;
      if (kind?.isFile()) return { file: target };
      return { message: kind?.isDirectory() ? 'is a folder, not a picture' : 'is not a regular file' };
    }
    return { message: 'is a folder, not a picture' };
  };
  return { find, info: memoize(readInfo) };
}

/** Reported for a path that leaves the folders pictures are taken from. */
export const outsidePicture = {
  message: "is outside the document's folder, `src/assets/images` and `public/`; it was not opened",
  fix: 'move the picture beside the document or into `src/assets/images/`',
} as const satisfies PictureError;

async function readInfo(file: string): Promise<FileInfo> {
  try {
    const { mtimeMs, size } = await stat(file);
    const known = decoded.get(file);
    if (known?.mtimeMs === mtimeMs && known.size === size) return known.info;
    const bytes = await readFile(file);
    const info = await readPictureInfo(bytes);
    const pixels = 'message' in info ? info : info.format === 'svg' ? await readDrawing(bytes, info) : await readPixels(bytes, info.format);
    const result = 'message' in pixels ? pixels : { ...info, ...pixels };
    decoded.set(file, { mtimeMs, size, info: result });
    return result;
  } catch {
    return { message: 'cannot be read' };
  }
}

/** Refuse an SVG without its end; note one with a picture inside that says where it was taken or who made it. */
async function readDrawing(bytes: Uint8Array, { notes = [] }: PictureInfo): Promise<PicturePixels | PictureError> {
  if (isCutOff(bytes)) return { message: 'is a damaged SVG: its end is missing', fix: 'copy or export it again' };
  for (const picture of embeddedPictures(bytes)) {
    const { location, author } = await readPictureMetadata(picture);
    if (location || author) return { notes: [...notes, 'embedded'] };
  }
  return { notes };
}

/** The pictures as they were last decoded: the development server checks all documents after each change. */
const decoded = new Map<string, { mtimeMs: number; size: number; info: FileInfo }>();

type FileInfo = (PictureInfo & Partial<PicturePixels>) | PictureError;

function closestName(name: string, names: readonly string[]): string | null {
  const fold = (one: string): string => one.normalize('NFC').toLowerCase();
  const visible = names.filter((one) => !one.startsWith('.'));
  return names.find((one) => fold(one) === fold(name)) ?? closestMatch(name, visible);
}

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import sharp from 'sharp';
import { slugify } from '../../documents/file-names.ts';
import { mostPixels, readPictureInfo, type PictureFormat } from '../../documents/image-format.ts';
import { readPixels } from '../../documents/picture-pixels.ts';
import type { Answer, Input } from '../api.ts';
import { checkText } from './findings.ts';
import { findDocument, realFolder, type DocumentPath } from './paths.ts';
import { Refusal } from './refusal.ts';
import { freeName, readTextFile, versionOf, writeFileSafely } from './text-files.ts';
import type { Workspace } from './workspace.ts';

/** Store a picture where a document keeps its pictures; one that is there already is used again. */
export async function storePicture({ path, name, bytes }: PictureToStore, workspace: Workspace): Promise<Answer<'POST picture'>> {
  const { root } = workspace;
  const document = findDocument(root, path);
  const picture = await readyPicture(bytes);
  const folder = await pictureFolder({ ...document, bytes: readTextFile(document.file, path).bytes }, workspace);
  const size = { width: picture.width, height: picture.height };
  const real = realFolder(root, folder);
  const names = (): string[] => (existsSync(real) ? readdirSync(real) : []);
  const same = names().find((one) => isSame(join(real, one), picture.bytes));
  if (same !== undefined) return { value: valueFor(`${folder}/${same}`, path), ...size };
  return workspace.change(() => {
    const stored = pictureName(name, picture.format, names());
    mkdirSync(realFolder(root, folder), { recursive: true });
    writeFileSafely(join(real, stored), picture.bytes);
    return { value: valueFor(`${folder}/${stored}`, path), ...size };
  });
}

interface PictureToStore extends Input<'POST picture'> {
  bytes: Buffer;
}

interface ReadyPicture {
  bytes: Buffer;
  format: PictureFormat;
  width: number;
  height: number;
}

/** The longest side of a picture that is stored; no page shows more than 1,600 pixels across. */
export const longestSide = 2560;

/**
 * Check a picture by its bytes. One with a longer side is made smaller; that, and one whose metadata may say where it was taken, is written
 * anew, upright and without metadata. One that moves stays as it is.
 */
async function readyPicture(bytes: Buffer): Promise<ReadyPicture> {
  const info = await readPictureInfo(bytes);
  if ('message' in info) throw refused(info);
  const { format, width = 0, height = 0, notes = [] } = info;
  if (format === 'svg') {
    if (width === 0 || height === 0)
      throw refused({ message: 'is an SVG without a size', fix: 'give its root `width` and `height`, or a `viewBox`' });
    if (notes.length > 0)
      throw refused({ message: 'is an SVG with scripts, links to other files or personal data', fix: 'save it as plain SVG, or as PNG' });
    return { bytes, format, width, height };
  }
  const pixels = await readPixels(bytes, format);
  if ('message' in pixels) throw refused(pixels);
  const { exif, xmp, iptc } = await sharp(bytes, { limitInputPixels: mostPixels }).metadata();
  const isSmall = Math.max(width, height) <= longestSide;
  if (format === 'gif' || pixels.animated || (isSmall && !exif && !xmp && !iptc)) return { bytes, format, width, height };
  const resized = sharp(bytes, { limitInputPixels: mostPixels })
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .toFormat(format === 'jpg' ? 'jpeg' : format, format === 'png' ? {} : { quality: format === 'avif' ? 70 : 90 });
  const { data, info: size } = await resized.toBuffer({ resolveWithObject: true });
  return { bytes: data, format, width: size.width, height: size.height };
}

function refused({ message, fix = 'use a JPEG, PNG, WebP, AVIF, GIF or SVG' }: { message: string; fix?: string }): Refusal {
  return new Refusal(422, `The picture ${message}.`, { fix: `${fix.charAt(0).toUpperCase()}${fix.slice(1)}.` });
}

/** Return the folder for a document's pictures: its own, else that of most of its pictures, else the one of its collection. */
async function pictureFolder(document: DocumentPath & { bytes: Uint8Array }, workspace: Workspace): Promise<string> {
  const { path, collection } = document;
  const own = posix.dirname(path);
  if (/^index\./.test(posix.basename(path))) return own;
  const file = await checkText(document, document.bytes, workspace);
  const folders = Object.values(file?.pictures ?? {}).flatMap((picture) =>
    picture.kind === 'asset' ? [posix.dirname(picture.path).replace(/^\//, '')] : [],
  );
  const usable = folders.filter((folder) => folder === own || `${folder}/`.startsWith(`${assets}/`));
  const [most] = [...Map.groupBy(usable, (folder) => folder)].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return most ?? `${assets}/${collection}`;
}

const assets = 'src/assets/images';

function valueFor(picture: string, path: string): string {
  const folder = `${posix.dirname(path)}/`;
  return picture.startsWith(folder) ? `./${picture.slice(folder.length)}` : picture.slice('src'.length);
}

function isSame(file: string, bytes: Buffer): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size === bytes.length && versionOf(readFileSync(file)) === versionOf(bytes);
}

/** Make a name of letters, digits and hyphens that no file of the folder has in any case, with the extension of the format. */
export function pictureName(name: string, format: PictureFormat, names: readonly string[]): string {
  const stem = posix.basename(name.replaceAll('\\', '/')).replace(/\.[^.]*$/, '');
  const taken = new Set(names.map((one) => one.toLowerCase()));
  const free = freeName(/[\p{L}\p{N}]/u.test(stem) ? slugify(stem) : 'picture', (one) => taken.has(`${one}.${format}`));
  return `${free}.${format}`;
}

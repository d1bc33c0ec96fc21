import { posix } from 'node:path';
import { createPictureFiles, outsidePicture, type PictureFiles } from './image-files.ts';
import type { FilmInfo } from './film-info.ts';
import type { PictureError, PictureFormat, PictureNote } from './image-format.ts';

/** A picture that exists, and how it is published; the poster of a film has the film. */
export type ResolvedPicture = PublishedPicture & { film?: ResolvedFilm };

type PublishedPicture =
  /** Optimised; `path` starts at the project's root: `/src/assets/images/…`. Sizes in pixels, as the picture is shown. */
  | ({ kind: 'asset'; path: string; width: number; height: number } & PictureFacts)
  /** Served from `public/` unchanged. */
  | ({ kind: 'public'; href: string; width?: number | undefined; height?: number | undefined } & PictureFacts)
  /** On another site, not fetched. */
  | { kind: 'remote'; href: string; width: number; height: number }
  /** The place of a film that has no poster. */
  | { kind: 'blank'; width: number; height: number };

/** A film that exists: its file in one or two formats, and its captions. */
export interface ResolvedFilm {
  /** The file that the document names comes first. */
  files: (PublishedFile & FilmInfo)[];
  captions: (PublishedFile & { /** BCP 47; null for the language of the page. */ lang: string | null })[];
}

/** A file that is published as it is; `path` starts at the project's root, `file` is absolute. */
export type PublishedFile = { kind: 'asset'; path: string; file: string } | { kind: 'public'; href: string; file: string };

interface PictureFacts {
  format: PictureFormat;
  animated?: true;
  notes?: readonly PictureNote[];
}

/** Why a path does not name a picture, as a predicate (`was not found …`). */
export type UnresolvedPicture = Required<PictureError>;

export interface PictureOptions {
  /** The project's root, absolute. */
  root: string;
  /** The lookups of this run. */
  files?: PictureFiles;
  /** The author's size of a picture on another site. */
  width?: number | undefined;
  height?: number | undefined;
}

/** Bytes of a file name: file systems allow 255, and Astro adds a hash, a size and a suffix to it. */
const longestName = 200;

/** Folder of the optimised pictures; `/assets/images/` in a document means this folder. */
const pictureAssets = 'src/assets/images';

/**
 * Find the picture a document names: beside the document, at `/assets/images/…`, in `public/`, or on another site, in this order.
 * `documentPath` is relative to the root, with forward slashes. The only code that turns an author's path into a file.
 */
export async function resolvePicture(
  asWritten: string,
  documentPath: string,
  { root, files = createPictureFiles(root), width, height }: PictureOptions,
): Promise<ResolvedPicture | UnresolvedPicture> {
  const written = asWritten.trim();
  if (/^https?:\/\//i.test(written)) return remotePicture(written, { width, height });
  const found = findMedia(written, documentPath, { root, files });
  return 'message' in found ? found : publishedPicture(found.path, found.file, files);
}

/** Find the file that a document names, by the rules of `resolvePicture`: its path from the root and the file itself. */
export function findMedia(
  asWritten: string,
  documentPath: string,
  { root, files = createPictureFiles(root), folder: assets = pictureAssets, kind = 'picture' }: MediaOptions,
): { path: string; file: string } | UnresolvedPicture {
  const path = parsePath(asWritten.trim(), kind);
  if (typeof path !== 'string') return path;
  const folder = posix.dirname(documentPath);
  const allowed = [folder, assets, 'public'];
  const candidates = candidatesFor(path, folder, assets).filter((candidate) => allowed.some((one) => candidate.startsWith(`${one}/`)));
  if (candidates.length === 0) return outsidePicture;
  let suggestion: string | null = null;
  for (const candidate of candidates) {
    const found = files.find(candidate.split('/'), allowed);
    if ('file' in found) return { path: candidate, file: found.file };
    if ('message' in found) return { fix: `name a ${kind}`, ...found, message: found.message.replace('not a picture', `not a ${kind}`) };
    suggestion ??= found.closest && [...path.split('/').slice(0, -found.closest.split('/').length), found.closest].join('/');
  }
  suggestion ??= otherFolder(path, allowed, files);
  return {
    message: `was not found; tried ${candidates.map((candidate) => `\`${candidate}\``).join(', ')}`,
    fix: suggestion ? fixFor(suggestion, path) : `add the ${kind}, or correct the path`,
  };
}

interface MediaOptions extends Pick<PictureOptions, 'root' | 'files'> {
  /** Folder that `/assets/…` in a document means. */
  folder?: string;
  kind?: 'picture' | 'film' | 'captions file';
}

/** macOS may write an accent as a character of its own, which looks the same. */
function fixFor(suggestion: string, path: string): string {
  return suggestion.normalize() !== path.normalize()
    ? `did you mean \`${suggestion}\`? Names are case-sensitive`
    : `\`${suggestion}\` looks the same, but one of the two has its accents as separate characters: rename the file, or copy its name`;
}

export function isUnresolved(picture: ResolvedPicture | UnresolvedPicture): picture is UnresolvedPicture {
  return 'message' in picture;
}

function remotePicture(href: string, { width, height }: Pick<PictureOptions, 'width' | 'height'>): ResolvedPicture | UnresolvedPicture {
  if (/[\s\\]/.test(href) || !URL.canParse(href)) return { message: 'is not a valid address', fix: 'correct the address' };
  if (width !== undefined && height !== undefined) return { kind: 'remote', href, width, height };
  return {
    message: 'is on another site and has no size',
    fix: 'write `{image, width, height, alt}` with the size in pixels, or copy the picture to `src/assets/images/`',
  };
}

/** Check that the author wrote a local path, and decode it once. */
function parsePath(written: string, kind: string): string | UnresolvedPicture {
  const error = (message: string, fix: string): UnresolvedPicture => ({ message, fix });
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(written)?.[1];
  if (/\{[{%]/.test(written))
    return error('contains Liquid, which is not evaluated here', 'write the path itself, like /assets/images/x.jpg');
  if (written.includes('\\')) return error('contains backslashes', `write \`${written.replaceAll('\\', '/')}\``);
  if (scheme) return error(`starts with \`${scheme}:\`, which no ${kind} may`, 'write a path, or an address that starts with https://');
  if (written.startsWith('//')) return error('has a host but no scheme', 'write the full address, with https://');
  if (/[?#]/.test(written)) return error('has a query or a fragment', 'write the path alone');
  if (written === '') return error('is empty', `name a ${kind}`);
  let decoded: string;
  try {
    decoded = decodeURIComponent(written);
  } catch {
    return error('contains a percent sign that encodes nothing', 'write %25 for a percent sign');
  }
  return /[\\\0]/.test(decoded) ? error('contains a character that file names cannot have', 'correct the path') : decoded;
}

function candidatesFor(path: string, folder: string, assets: string): string[] {
  if (path.startsWith(assets.replace('src', '') + '/')) return [normalize(`src${path}`), normalize(`public${path}`)];
  if (path.startsWith('/')) return [normalize(`public${path}`)];
  const beside = normalize(`${folder}/${path}`);
  return /^\.{1,2}\//.test(path) ? [beside] : [beside, normalize(`public/${path}`)];
}

function normalize(path: string): string {
  return posix.normalize(path).replace(/(?<=.)\/$/, '');
}

/** Find the picture when the author started the path at the root or left a folder out, and return the correct path. */
function otherFolder(path: string, allowed: readonly string[], files: PictureFiles): string | null {
  const inner = path.replace(/^(?:\.{0,2}\/)*/, '');
  const guesses = [
    inner.replace(/^(?:src\/)?(?=assets\/images\/)/, 'src/'),
    `${pictureAssets}/${inner}`,
    inner.replace(/^(?:public\/|static\/)?/, 'public/'),
  ];
  const guess = guesses
    .map(normalize)
    .find((file) => allowed.some((folder) => file.startsWith(`${folder}/`)) && 'file' in files.find(file.split('/'), allowed));
  return guess === undefined ? null : guess.replace(/^(?:src|public)\//, '/');
}

/** Return the address of a file in `public/`, by its path from the project's root. */
export function publicAddress(path: string): string {
  return path.slice('public'.length).split('/').map(encodeURIComponent).join('/');
}

async function publishedPicture(path: string, file: string, files: PictureFiles): Promise<ResolvedPicture | UnresolvedPicture> {
  const info = await files.info(file);
  if ('message' in info) return { message: `${info.message}: \`${path}\``, fix: info.fix ?? 'use a JPEG, PNG, WebP, AVIF, GIF or SVG' };
  const { format, width, height, animated, notes = [] } = info;
  const known = { ...(animated && { animated }), ...(notes.length > 0 && { notes }) };
  if (path.startsWith('public/')) {
    return { kind: 'public', href: publicAddress(path), ...(width && height ? { width, height } : {}), format, ...known };
  }
  if (!/\.(?:jpe?g|png|webp|avif|gif|svg)$/i.test(path)) {
    return { message: 'has no file extension of a picture', fix: `give it the extension .${format}` };
  }
  const name = posix.basename(path);
  if (path.includes('?'))
    return { message: `contains a question mark, with which no page can name it: \`${path}\``, fix: 'rename the file' };
  if (Buffer.byteLength(name) > longestName)
    return { message: `has a name of ${Buffer.byteLength(name)} bytes; ${longestName} are the limit`, fix: 'rename the file' };
  if (!width || !height) return { message: 'is an SVG without a size', fix: 'give its root `width` and `height`, or a `viewBox`' };
  return { kind: 'asset', path: `/${path}`, width, height, format, ...known };
}

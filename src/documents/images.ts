import { posix } from 'node:path';
import { createPictureFiles, outside, type PictureFiles } from './image-files.ts';
import type { PictureFormat } from './image-format.ts';

/** A picture that is there, and how it is published. */
export type ResolvedPicture =
  /** Optimised; `path` begins at the project's root: `/src/assets/images/…`. Sizes in pixels, as the picture is seen. */
  | { kind: 'asset'; path: string; width: number; height: number; format: PictureFormat; scripted?: true }
  /** Served from `public/` as it is. */
  | { kind: 'public'; href: string; width?: number | undefined; height?: number | undefined; format: PictureFormat; scripted?: true }
  /** On another site, not fetched. */
  | { kind: 'remote'; href: string; width: number; height: number };

/** Why there is no picture, as the rest of a sentence about the path, and the remedy. */
export interface PictureProblem {
  fault: string;
  fix: string;
}

export interface PictureOptions {
  /** The project's root, absolute. */
  root: string;
  /** What a reading has looked up already. */
  files?: PictureFiles;
  /** What the author says of a picture on another site. */
  width?: number | undefined;
  height?: number | undefined;
}

/** Folder of the pictures that are optimised; `/assets/images/` in a document means here. */
const assets = 'src/assets/images';
const extensions = /\.(?:jpe?g|png|webp|avif|gif|svg)$/i;

/**
 * Find the picture a document names: beside the document, at `/assets/images/…`, in `public/`, or on another site, in this order.
 * `documentPath` is from the root, with forward slashes. The only code that turns an author's path into a file.
 */
export function resolvePicture(asWritten: string, documentPath: string, options: PictureOptions): ResolvedPicture | PictureProblem {
  const written = asWritten.trim();
  if (/^https?:\/\//i.test(written)) return remote(written, options);
  const files = options.files ?? createPictureFiles(options.root);
  const folder = posix.dirname(documentPath);
  const known = resolved.get(files) ?? new Map<string, ResolvedPicture | PictureProblem>();
  resolved.set(files, known);
  const key = `${folder}\0${written}`;
  const picture = known.get(key) ?? findPicture(written, folder, files);
  known.set(key, picture);
  return picture;
}

/** What one reading has found already: documents share pictures. */
const resolved = new WeakMap<PictureFiles, Map<string, ResolvedPicture | PictureProblem>>();

function findPicture(written: string, folder: string, files: PictureFiles): ResolvedPicture | PictureProblem {
  const path = readPath(written);
  if (typeof path !== 'string') return path;
  const candidates = candidatesFor(path, folder);
  const allowed = [folder, assets, 'public'];
  const within = candidates.filter((candidate) => allowed.some((one) => candidate.startsWith(`${one}/`)));
  if (within.length === 0) return { fault: outside, fix: 'keep the picture beside the document or in `src/assets/images/`' };
  let near: string | null = null;
  for (const candidate of within) {
    const found = files.find(candidate.split('/'), allowed);
    if ('file' in found) return published(candidate, found.file, files);
    if ('fault' in found) return { fault: found.fault, fix: found.fix ?? 'name a picture' };
    near ??= found.near && suggestion(written, found.near);
  }
  near ??= elsewhere(path, allowed, files);
  const tried = within.map((candidate) => `\`${candidate}\``).join(', ');
  return {
    fault: `is not found; tried ${tried}`,
    fix: near ? `did you mean \`${near}\`? Names are compared letter by letter, case included` : 'put the picture there, or mend the path',
  };
}

export function isPictureProblem(picture: ResolvedPicture | PictureProblem): picture is PictureProblem {
  return 'fault' in picture;
}

function remote(href: string, { width, height }: PictureOptions): ResolvedPicture | PictureProblem {
  if (/[\s\\]/.test(href) || !URL.canParse(href)) return { fault: 'is no address', fix: 'mend the address' };
  if (width !== undefined && height !== undefined) return { kind: 'remote', href, width, height };
  return {
    fault: 'is on another site, and its size is not said',
    fix: 'write `{image, width, height, alt}` with the size in pixels, or keep the picture in `src/assets/images/`',
  };
}

/** Check what is written as a path of ours, and decode it once. */
function readPath(written: string): string | PictureProblem {
  const fault = (what: string, fix: string): PictureProblem => ({ fault: what, fix });
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(written)?.[1];
  if (/\{[{%]/.test(written)) return fault('holds Liquid, which is not filled in here', 'write the path itself, like /assets/images/x.jpg');
  if (written.includes('\\')) return fault('has backslashes', `write \`${written.replaceAll('\\', '/')}\``);
  if (scheme) return fault(`is no picture of ours: it begins with \`${scheme}:\``, 'write a path, or an address that begins with https://');
  if (written.startsWith('//')) return fault('has a host and no scheme', 'write the address in full, with https://');
  if (/[?#]/.test(written)) return fault('has a query or a fragment', 'write the path alone');
  if (written === '') return fault('is empty', 'name a picture');
  let decoded: string;
  try {
    decoded = decodeURIComponent(written);
  } catch {
    return fault('has a percent sign that encodes nothing', 'write %25 for a percent sign');
  }
  return /[\\\0]/.test(decoded) ? fault('has a character no file name may have', 'mend the path') : decoded;
}

function candidatesFor(path: string, folder: string): string[] {
  if (path.startsWith('/assets/images/')) return [normal(`src${path}`), normal(`public${path}`)];
  if (path.startsWith('/')) return [normal(`public${path}`)];
  const beside = normal(`${folder}/${path}`);
  return /^\.{1,2}\//.test(path) ? [beside] : [beside, normal(`public/${path}`)];
}

function normal(path: string): string {
  return posix.normalize(path).replace(/(?<=.)\/$/, '');
}

/** The path as it should be written, where the author wrote it from the root or left a folder out. */
function elsewhere(path: string, allowed: readonly string[], files: PictureFiles): string | null {
  const inner = path.replace(/^(?:\.{0,2}\/)*/, '');
  const guesses = [
    inner.replace(/^(?:src\/)?(?=assets\/images\/)/, 'src/'),
    `${assets}/${inner}`,
    inner.replace(/^(?:public\/|static\/)?/, 'public/'),
  ];
  const guess = guesses
    .map(normal)
    .find((file) => allowed.some((folder) => file.startsWith(`${folder}/`)) && 'file' in files.find(file.split('/'), allowed));
  return guess === undefined ? null : guess.replace(/^(?:src|public)\//, '/');
}

function suggestion(written: string, near: string): string {
  return `${written.slice(0, written.lastIndexOf('/') + 1)}${near}`;
}

function published(path: string, file: string, files: PictureFiles): ResolvedPicture | PictureProblem {
  const picture = files.sniff(file);
  if ('fault' in picture) return { fault: `${picture.fault}: \`${path}\``, fix: picture.fix ?? 'name a JPEG, PNG, WebP, AVIF, GIF or SVG' };
  const { format, width, height } = picture;
  const scripted = picture.scripted ? { scripted: true as const } : {};
  if (path.startsWith('public/')) {
    const href = path.slice('public'.length).split('/').map(encodeURIComponent).join('/');
    return { kind: 'public', href, ...(width && height ? { width, height } : {}), format, ...scripted };
  }
  if (!extensions.test(path)) return { fault: 'has a name that ends in no format of pictures', fix: `let it end in .${format}` };
  if (!width || !height) return { fault: 'is an SVG without a size', fix: 'give its root `width` and `height`, or a `viewBox`' };
  return { kind: 'asset', path: `/${path}`, width, height, format, ...scripted };
}

import { createHash } from 'node:crypto';
import { createReadStream, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { createPictureFiles } from './image-files.ts';
import {
  findMedia,
  isUnresolved,
  publicAddress,
  resolvePicture,
  type PictureOptions,
  type PublishedFile,
  type ResolvedFilm,
  type ResolvedPicture,
  type UnresolvedPicture,
} from './images.ts';
import { readFilmInfo } from './film-info.ts';

interface FilmOptions extends Pick<PictureOptions, 'root' | 'files'> {
  /** As the document names it; without, a picture of the film's name is its poster. */
  poster?: string | undefined;
  /** As the document names it; without, the files of the film's name are its captions. */
  captions?: string | undefined;
}

/** Report whether a document names a film rather than a picture. */
export function isFilm(written: string): boolean {
  return /\.(?:mp4|m4v|webm|mov)$/i.test(written.trim()) && !/^[a-z][a-z0-9+.-]*:/i.test(written);
}

/** Find a film that a document names, as its poster with the film, or say which of its files is wrong and why. */
export async function resolveFilm(
  written: string,
  documentPath: string,
  { root, files = createPictureFiles(root), poster, captions }: FilmOptions,
): Promise<ResolvedPicture | UnresolvedFilm> {
  if (/^[a-z]+:/i.test(written))
    return { of: 'video', message: 'is on another site', fix: 'copy the film beside the document, or link to it' };
  const found = findMedia(written, documentPath, { root, files, folder: 'src/assets', kind: 'film' });
  if ('message' in found) return { of: 'video', ...found };
  if (!/\.(?:mp4|webm)$/i.test(found.path)) return { of: 'video', message: 'has no extension of a film', fix: 'use an .mp4 or a .webm' };
  const film: ResolvedFilm = { files: [], captions: [] };
  const others = besides(found, /^\.(?:mp4|webm)$/i).filter(({ path }) => path !== found.path);
  for (const one of [found, ...others]) {
    const info = await readFilmInfo(one.file);
    if ('message' in info) return { of: 'video', fix: 'use an MP4 or a WebM', ...info, message: `${info.message}: \`${one.path}\`` };
    film.files.push({ ...published(one), ...info });
  }
  const said =
    captions === undefined
      ? besides(found, /^(?:\.[a-z]{2,3}(?:-[a-z0-9]+)*)?\.vtt$/i)
      : [findMedia(captions, documentPath, { root, files, folder: 'src/assets', kind: 'captions file' })];
  for (const one of said) {
    if ('message' in one) return { of: 'captions', ...one };
    if (!/^\ufeff?WEBVTT(?:\s|$)/.test(await readFile(one.file, 'utf8')))
      return { of: 'captions', message: `is no WebVTT: \`${one.path}\``, fix: 'begin the file with the line `WEBVTT`' };
    film.captions.push({ ...published(one), lang: /\.([a-z]{2,3}(?:-[a-z0-9]+)*)\.vtt$/i.exec(one.path)?.[1] ?? null });
  }
  const posterPath = poster ?? besideIt(written, found);
  const picture = posterPath === undefined ? undefined : await resolvePicture(posterPath, documentPath, { root, files });
  if (picture && isUnresolved(picture)) return { of: 'poster', ...picture };
  const { width = 0, height = 0 } = film.files[0] ?? {};
  return { ...(picture ?? { kind: 'blank', width, height }), film };
}

type UnresolvedFilm = UnresolvedPicture & { of: 'video' | 'poster' | 'captions' };

/** Name the published file of an asset by its content: `_astro/clip.3f2a9c1b.mp4`. */
export async function publishedName(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  const { name, ext } = posix.parse(file.replaceAll('\\', '/'));
  return `_astro/${name.replace(/[^\w.-]+/g, '-')}.${hash.digest('hex').slice(0, 8)}${ext.toLowerCase()}`;
}

interface Found {
  /** From the root, with forward slashes. */
  path: string;
  file: string;
}

function published({ path, file }: Found): PublishedFile {
  return path.startsWith('public/') ? { kind: 'public', href: publicAddress(path), file } : { kind: 'asset', path: `/${path}`, file };
}

/** List the files beside a film that have its name and then match a pattern, symlinks excluded. */
function siblings({ file }: Found, pattern: RegExp): string[] {
  const { dir, name } = posix.parse(file.replaceAll('\\', '/'));
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.startsWith(`${name}.`) && pattern.test(entry.name.slice(name.length)))
    .map((entry) => entry.name)
    .toSorted();
}

function besides(found: Found, pattern: RegExp): Found[] {
  const [path, file] = [posix.dirname(found.path), join(found.file, '..')];
  return siblings(found, pattern).map((name) => ({ path: posix.join(path, name), file: join(file, name) }));
}

/** Write the path of the picture that has the name of the film. */
function besideIt(written: string, found: Found): string | undefined {
  const [name] = siblings(found, /^\.(?:jpe?g|png|webp|avif)$/i);
  return name && written.trim().replace(/\.[^./]+$/, '') + posix.extname(name);
}

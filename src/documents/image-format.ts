import sharp from 'sharp';
import { identifySvg, type SvgInfo } from './svg.ts';

export type PictureFormat = 'jpg' | 'png' | 'webp' | 'avif' | 'gif' | 'svg';

/** What an author should know about a picture that can be published; `src/checks/media/picture-notes.ts` has the words. */
export type PictureNote = 'scripted' | 'external' | 'private' | 'embedded' | 'flawed' | 'endless' | 'still';

/** A picture's format, and its size in pixels as it is shown. */
export interface PictureInfo extends SvgInfo {
  format: PictureFormat;
}

/** Why a file cannot be published as a picture, as a predicate (`is a …`). */
export interface PictureError {
  message: string;
  fix?: string;
}

/** The most pixels a picture may have: each is decoded whole with all its frames, at four bytes a pixel. */
export const mostPixels = 100_000_000;

/** Identify a file by its first bytes: the format of a picture, or an error that says what the file is. An SVG's size comes with it. */
export function identifyPicture(bytes: Uint8Array): { format: Exclude<PictureFormat, 'svg'> } | PictureInfo | PictureError {
  if (bytes.length === 0) return { message: 'is an empty file' };
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  const signature = signatures.find(({ matches }) => matches(head));
  if (signature) return 'format' in signature ? { format: signature.format } : { message: signature.message };
  const unknown = /[\0-\x08\x0E-\x1A]/.test(head) ? 'has a format that cannot be shown' : 'is a text file, not a picture';
  const svg = identifySvg(bytes) ?? { message: unknown };
  return 'message' in svg ? svg : { format: 'svg', ...svg };
}

/** Read a picture's format and size from its bytes, without decoding its pixels. */
export async function readPictureInfo(bytes: Uint8Array): Promise<PictureInfo | PictureError> {
  const identified = identifyPicture(bytes);
  if ('message' in identified || 'width' in identified) return identified;
  const { format } = identified;
  try {
    // Astro publishes pictures turned upright by their EXIF orientation; this is the size after that.
    const { autoOrient, pages = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
    const { width, height } = autoOrient;
    if (width * height * pages <= mostPixels) return { format, width, height };
    const [w, h, frames, most] = [width, height, pages, mostPixels].map((number) => number.toLocaleString('en-GB'));
    return {
      message: `has ${w} × ${h} pixels${pages > 1 ? ` in each of ${frames} frames` : ''}; ${most} in all are the limit`,
      fix: `save it smaller${pages > 1 ? ' or shorter' : ''}; no page shows more than 1,600 pixels across`,
    };
  } catch {
    if (Buffer.from(bytes.subarray(4, 12)).toString('latin1') === 'ftypavis')
      return { message: 'is an animated AVIF, which cannot be resized', fix: 'save it as WebP or GIF, or make it a film' };
    return { message: `is a damaged ${format.toUpperCase()}: its size cannot be read` };
  }
}

type Signature = { matches: (head: string) => boolean } & ({ format: Exclude<PictureFormat, 'svg'> } | { message: string });

const brand =
  (...brands: string[]) =>
  (head: string) =>
    head.slice(4, 8) === 'ftyp' && brands.some((name) => head.slice(8, 32).includes(name));
const prefix = (start: string) => (head: string) => head.startsWith(start);

/** https://en.wikipedia.org/wiki/List_of_file_signatures */
const signatures: readonly Signature[] = [
  { matches: prefix('\xFF\xD8\xFF'), format: 'jpg' },
  { matches: prefix('\x89PNG\r\n\x1A\n'), format: 'png' },
  { matches: (head) => /^GIF8[79]a/.test(head), format: 'gif' },
  { matches: (head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP', format: 'webp' },
  { matches: brand('avif', 'avis'), format: 'avif' },
  { matches: prefix('%PDF'), message: 'is a PDF, not a picture' },
  { matches: prefix('version https://git-lfs'), message: 'is a Git LFS pointer; run `git lfs pull` to fetch the picture' },
  { matches: prefix('/annex/objects/'), message: 'is a git-annex pointer; run `git annex get` to fetch the picture' },
  { matches: brand('heic', 'heix', 'mif1', 'heim'), message: 'is a HEIC photo, which browsers do not show' },
  { matches: brand('mp4', 'isom', 'qt  ', 'M4V'), message: 'is a video, not a picture' },
  { matches: (head) => /^(?:II\*\0|MM\0\*)/.test(head), message: 'is a TIFF, which browsers do not show' },
  { matches: prefix('BM'), message: 'is a BMP; save it as PNG or WebP' },
  { matches: prefix('8BPS'), message: 'is a Photoshop file, not a picture for the web' },
  { matches: prefix('PK\x03\x04'), message: 'is a ZIP archive, not a picture' },
  { matches: (head) => /^\s*(?:<!doctype html|<html)/i.test(head), message: 'is an HTML page, not a picture' },
];

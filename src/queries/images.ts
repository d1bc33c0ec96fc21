import type { ImageMetadata } from 'astro';
import { getImage } from 'astro:assets';
import sharp from 'sharp';
import {
  bestEncoding,
  enlargedDrawingWidth,
  enlargedWidth,
  fallbackEncoding,
  fittingWidths,
  longestSide,
  offerFiles,
  sizesIn,
  type Place,
  type Sizes,
} from '../lib/pictures/pictures.ts';
import type { ArticleImage } from '../lib/head/structured-data.ts';
import type { Picture, Project } from './projects.ts';
import { site, urls } from './site.ts';

/** What a template needs to show a picture in a place, or in sizes of its own; with `ratio`, its top alone at that ratio of width to height. */
export function getSources(picture: Picture, place: Place | Sizes, ratio?: number): Promise<PictureSources> {
  const sizes = typeof place === 'string' ? sizesIn(place, site.theme.ratio) : place;
  return memoized(picture, [sizes.sizes, sizes.widths, ratio].join(' '), () => makeSources(picture, sizes, ratio));
}

/** A picture as a file for other sites: absolute address, size in pixels, at most 1200 wide, in a format that everything reads. */
export async function publishedImage(picture: Picture): Promise<{ url: string; width: number; height: number } | undefined> {
  if (picture.kind === 'asset' && picture.format !== 'svg') {
    const { src, width } = await getFallback(picture);
    return { url: urls.absolute(src), width, height: Math.round((picture.height * width) / picture.width) };
  }
  if (picture.kind === 'blank' || !picture.width || !picture.height) return undefined;
  const src = picture.kind === 'asset' ? picture.src.src : addressOf(picture);
  return { url: urls.absolute(src), width: picture.width, height: picture.height };
}

/** The pictures that a case study shows outside its text, each once, the thumbnail first. */
export async function publishedIllustrations({ thumbnail, charts, screenshots, comparisons }: Project): Promise<ArticleImage[]> {
  const compared = comparisons.flatMap(({ before, after }) => [before, after]);
  const shown = [...(thumbnail ? [thumbnail] : []), ...charts, ...screenshots, ...compared];
  const unique = shown.filter(({ picture }, index) => shown.findIndex((other) => other.picture === picture) === index);
  const published = await Promise.all(unique.map(async ({ picture, alt }) => ({ file: await publishedImage(picture), alt })));
  return published.flatMap(({ file, alt }) => (file ? [{ ...file, alt }] : []));
}

/** A picture as a reader enlarges it: its file, and its size in pixels, at least as wide as the page shows it. */
export async function enlarged(picture: Picture, least: number): Promise<EnlargedPicture> {
  const size = (own: number) => {
    const width = Math.max(own, least);
    return picture.width && picture.height ? { width, height: Math.round((picture.height * width) / picture.width) } : {};
  };
  if (picture.kind !== 'asset') return { src: addressOf(picture), ...size(picture.width ?? 0) };
  if (picture.format === 'svg') return { src: picture.src.src, ...size(enlargedDrawingWidth(picture)) };
  const width = enlargedWidth(picture);
  const { src } = await getImage({ ...resized(picture, width), format: 'webp', quality: 78 });
  if (!picture.animated) return { src, ...size(width) };
  return {
    src: (await getFallback(picture)).src,
    source: { type: 'image/webp', srcset: src, media: whereMotionIsWelcome },
    ...size(width),
  };
}

interface EnlargedPicture {
  /** The moving file of an animation. */
  source?: { type: string; srcset: string; media: string };
  src: string;
  width?: number;
  height?: number;
}

export interface PictureSources {
  /** The best format in several widths; undefined for a picture that is published as it is. */
  source?: { type: string; sizes?: string; srcset: string; media?: string };
  /** The file for browsers that do not support that format. */
  src: string;
  /** Placeholder colour as `#rrggbb`, shown until the picture has loaded. */
  color?: string | undefined;
}

async function makeSources(picture: Picture, { widths, sizes }: Sizes, ratio?: number): Promise<PictureSources> {
  if (picture.kind !== 'asset') return { src: addressOf(picture) };
  if (picture.format === 'svg') return { src: picture.src.src };
  const best = bestEncoding(picture.animated === true);
  const most = ratio ? picture.width : tallestWidth(picture);
  const { srcSet } = await getImage({ ...resized(picture, most, ratio), widths: fittingWidths(widths, most), ...best });
  const files = { ...offerFiles(srcSet, sizes), ...(picture.animated && { media: whereMotionIsWelcome }) };
  return {
    source: { type: `image/${best.format}`, ...files },
    src: (await getFallback(picture, ratio)).src,
    color: await memoized(picture, 'color', () => averageColor(picture.src)),
  };
}

function addressOf(picture: Exclude<Picture, { kind: 'asset' }>): string {
  if (picture.kind === 'blank') return '';
  return picture.kind === 'public' ? urls.file(picture.src) : picture.src;
}

const whereMotionIsWelcome = '(prefers-reduced-motion: no-preference)';

/** The most that a picture can be wide so that its formats hold its height; Astro publishes the original where they do not. */
function tallestWidth({ width, height }: { width: number; height: number }): number {
  return Math.min(width, Math.floor((longestSide * width) / height));
}

/** Source and size for getImage. Its own height would ignore the EXIF orientation of PNG, WebP and AVIF and crop the picture. */
function resized({ src, width, height }: Picture & { kind: 'asset' }, to: number, ratio?: number) {
  if (ratio) return { src, width: to, height: Math.round(to / ratio), fit: 'cover', position: 'top' } as const;
  return { src, width: to, height: Math.round((height * to) / width) };
}

function getFallback(picture: Picture & { kind: 'asset' }, ratio?: number): Promise<{ src: string; width: number }> {
  return memoized(picture, `fallback ${ratio}`, async () => {
    const width = Math.min(1200, ratio ? picture.width : tallestWidth(picture));
    // JPEG would show transparent areas as black.
    const background = picture.format === 'jpg' ? {} : { background: '#ffffff' };
    const { src } = await getImage({ ...resized(picture, width, ratio), ...fallbackEncoding, ...background });
    return { src, width };
  });
}

// A picture appears in many lists, documents share pictures, and each call of Astro's getImage hashes its options again.
const results = new Map<string, Promise<unknown>>();

function memoized<T>(picture: Picture, use: string, compute: () => Promise<T>): Promise<T> {
  if (picture.kind !== 'asset') return compute();
  // Reading `src.src` would publish the original; the path of the file names the picture as well.
  const { fsPath } = picture.src as BuiltImage;
  const key = `${use} ${fsPath ?? picture.src.src}`;
  const result = results.get(key) ?? compute();
  results.set(key, result);
  return result as Promise<T>;
}

/** Average the colour of a picture as `#rrggbb`; undefined if the picture is transparent anywhere, because the colour would stay visible there. */
async function averageColor({ fsPath }: BuiltImage): Promise<string | undefined> {
  if (!fsPath || import.meta.env.DEV) return undefined;
  // The check has found out whether it can be shown.
  const picture = sharp(fsPath, { failOn: 'none' });
  if ((await picture.metadata()).hasAlpha && !(await picture.stats()).isOpaque) return undefined;
  const pixel = await picture.removeAlpha().toColourspace('srgb').resize(1, 1, { fit: 'fill' }).raw().toBuffer();
  return `#${pixel.toString('hex')}`;
}

/** What Astro knows of a picture while it builds, beyond its public type. */
type BuiltImage = ImageMetadata & { fsPath?: string };

import { getImage } from 'astro:assets';
import { fittingWidths, formatsFor, places, type Place } from '../lib/pictures.ts';
import type { ArticleImage } from '../lib/structured-data.ts';
import type { Picture, Project } from './projects.ts';
import { urls } from './site.ts';
import { builtName, tintOf } from './placeholder-colors.ts';

/** What a template needs to show a picture: its sources, best format first, and the one file for everybody else. */
export function getSources(picture: Picture, place: Place): Promise<PictureSources> {
  return madeOnce(picture, place, () => sourcesOf(picture, place));
}

async function sourcesOf(picture: Picture, place: Place): Promise<PictureSources> {
  if (picture.kind !== 'asset') return { sources: [], src: picture.kind === 'public' ? urls.file(picture.src) : picture.src };
  if (picture.format === 'svg') return { sources: [], src: picture.src.src };
  const { widths, sizes } = places[place];
  const sources = await Promise.all(
    formatsFor(picture.format).offered.map(async (encoding, index) => {
      const type = `image/${encoding.format}`;
      // Few browsers get beyond the first format: for them one width will do.
      if (index > 0)
        return {
          type,
          srcset: (await getImage({ src: picture.src, width: Math.min(1200, ...widths.slice(-1), picture.width), ...encoding })).src,
        };
      const made = await getImage({ src: picture.src, widths: fittingWidths(widths, picture.width), ...encoding });
      return { type, sizes, srcset: made.srcSet.attribute };
    }),
  );
  return { sources, src: (await publishedFile(picture)).src, tint: await tintOf(picture.src) };
}

/** A picture as a published file others can fetch: absolute address, no wider than 1200 pixels, in a format everything reads, with its size. */
export async function publishedImage(picture: Picture): Promise<{ url: string; width: number; height: number } | undefined> {
  if (picture.kind === 'asset' && picture.format !== 'svg') {
    const { src, width } = await publishedFile(picture);
    return { url: urls.absolute(src), width, height: Math.round((picture.height * width) / picture.width) };
  }
  if (!picture.width || !picture.height) return undefined;
  const src = picture.kind === 'asset' ? picture.src.src : picture.src;
  return { url: urls.absolute(picture.kind === 'public' ? urls.file(src) : src), width: picture.width, height: picture.height };
}

/** The pictures a case study shows under headings of their own, each once, the one at its head first. */
export async function publishedIllustrations({ thumbnail, charts, screenshots }: Project): Promise<ArticleImage[]> {
  const shown = [...(thumbnail ? [thumbnail] : []), ...charts, ...screenshots];
  const once = shown.filter(({ picture }, index) => shown.findIndex((other) => other.picture === picture) === index);
  const published = await Promise.all(once.map(async ({ picture, alt }) => ({ file: await publishedImage(picture), alt })));
  return published.flatMap(({ file, alt }) => (file ? [{ ...file, alt }] : []));
}

/** Address of a picture at the size in which a reader looks closely at it. */
export async function enlargedSource(picture: Picture): Promise<string> {
  const { kind, src } = picture;
  if (kind !== 'asset') return kind === 'public' ? urls.file(src) : src;
  if (picture.format === 'svg') return picture.src.src;
  const options = { src: picture.src, width: Math.min(1600, picture.width), format: 'webp', quality: 80 };
  return madeOnce(picture, 'enlarged', async () => (await getImage(options)).src);
}

export interface PictureSources {
  sources: { type: string; sizes?: string; srcset: string }[];
  src: string;
  /** Colour of the place until the picture is there: `#rrggbb`. */
  tint?: string | undefined;
}

function publishedFile(picture: Picture & { kind: 'asset' }): Promise<{ src: string; width: number }> {
  return madeOnce(picture, 'published', async () => {
    const width = Math.min(1200, picture.width);
    const { fallback } = formatsFor(picture.format);
    // What shows through would be black.
    const ground = fallback.format === 'jpg' && picture.format !== 'jpg' ? { background: '#ffffff' } : {};
    const { src } = await getImage({ src: picture.src, width, ...fallback, ...ground });
    return { src, width };
  });
}

// Astro digests the options of a picture each time it is asked for one, and a picture stands in many lists.
const made = new Map<string, Promise<unknown>>();

function madeOnce<T>(picture: Picture, use: string, make: () => Promise<T>): Promise<T> {
  if (picture.kind !== 'asset') return make();
  // Reading the address off the picture itself would publish the original.
  const key = `${use} ${builtName(picture.src)}`;
  const files = made.get(key) ?? make();
  made.set(key, files);
  return files as Promise<T>;
}

import type { ImageMetadata } from 'astro';
import type { StoredPicture } from '../lib/pictures.ts';
import { getEntries } from './entries.ts';
import { digests } from './once.ts';
import { builtName } from './tints.ts';

/** A picture of a document, ready for a template. */
export type Picture = StoredPicture<ImageMetadata>;

/** Puts what Astro makes of the pictures of a document in the place of their paths. */
export async function getPictures(): Promise<(pictures: Record<string, StoredPicture<string>>) => Record<string, Picture>> {
  // The development server stores none.
  const images = new Map((await getEntries('pictures')).map(({ id, data }) => [id, data.image]));
  for (const image of images.values()) digests.set(image, builtName(image));
  return (pictures) =>
    Object.fromEntries(
      Object.entries(pictures).flatMap(([written, picture]): [string, Picture][] => {
        if (picture.kind !== 'asset') return [[written, picture]];
        const src = import.meta.env.DEV ? original(picture) : images.get(picture.src);
        return src ? [[written, { ...picture, src }]] : [];
      }),
    );
}

/** Name a picture to the development server, as Astro does it. */
function original({ src, width, height, format }: StoredPicture<string> & { kind: 'asset' }): ImageMetadata {
  const root = process.cwd().replaceAll('\\', '/').replace(/^\/?/, '/');
  const query = new URLSearchParams({ origWidth: String(width), origHeight: String(height), origFormat: format });
  return { src: `/@fs${root}${src}?${query}`, width, height, format: format as ImageMetadata['format'] };
}

import type { ImageMetadata } from 'astro';
import type { StoredPicture } from '../lib/pictures.ts';

/** A picture of a document, ready for a template. */
export type Picture = StoredPicture<ImageMetadata>;

/** The pictures of an entry. While developing they are named to the server by their paths, as the store learns of them too late. */
export function picturesOf(stored: Record<string, unknown>): Record<string, Picture> {
  const pictures = stored as Record<string, Picture & { path: string }>;
  if (!import.meta.env.DEV) return pictures;
  return Object.fromEntries(
    Object.entries(pictures).map(([written, picture]) => [
      written,
      picture.kind === 'asset' ? { ...picture, src: original(picture) } : picture,
    ]),
  );
}

/** Name a picture to the development server, as Astro does it. */
function original({ path, width, height, format }: { path: string; width: number; height: number; format: string }): ImageMetadata {
  const root = process.cwd().replaceAll('\\', '/').replace(/^\/?/, '/');
  const query = new URLSearchParams({ origWidth: String(width), origHeight: String(height), origFormat: format });
  return { src: `/@fs${root}${path}?${query}`, width, height, format: format as ImageMetadata['format'] };
}

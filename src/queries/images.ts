import { getImage } from 'astro:assets';
import type { Picture } from './projects.ts';
import { urls } from './site.ts';

/** A picture as a published file others can fetch: absolute address of a JPEG at most `width` pixels wide, with its size. */
export async function publishedImage(picture: Picture, width: number): Promise<{ url: string; width: number; height: number } | undefined> {
  if (picture.kind === 'asset' && picture.format !== 'svg') {
    const fitting = Math.min(width, picture.width);
    const { src } = await getImage({ src: picture.src, width: fitting, format: 'jpg', quality: 72 });
    return { url: urls.absolute(src), width: fitting, height: Math.round((picture.height * fitting) / picture.width) };
  }
  if (!picture.width || !picture.height) return undefined;
  const src = picture.kind === 'asset' ? picture.src.src : picture.src;
  return { url: urls.absolute(picture.kind === 'public' ? urls.file(src) : src), width: picture.width, height: picture.height };
}

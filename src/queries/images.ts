import { getImage } from 'astro:assets';
import type { ArticleImage } from '../lib/structured-data.ts';
import type { Picture, Project } from './projects.ts';
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

/** The pictures a case study shows under headings of their own, each once, the one at its head first. */
export async function publishedIllustrations({ thumbnail, charts, screenshots }: Project): Promise<ArticleImage[]> {
  const shown = [...(thumbnail ? [thumbnail] : []), ...charts, ...screenshots];
  const once = shown.filter(({ picture }, index) => shown.findIndex((other) => other.picture === picture) === index);
  const published = await Promise.all(once.map(async ({ picture, alt }) => ({ file: await publishedImage(picture, 1200), alt })));
  return published.flatMap(({ file, alt }) => (file ? [{ ...file, alt }] : []));
}

import type { ImageMetadata } from 'astro';
import sharp from 'sharp';

/** Average the colour of a picture as `#rrggbb`; undefined if the picture is transparent anywhere, because the colour would stay visible there. */
export async function averageColor({ fsPath }: BuiltImage): Promise<string | undefined> {
  if (!fsPath || import.meta.env.DEV) return undefined;
  // The check has found out whether it can be shown.
  const picture = sharp(fsPath, { failOn: 'none' });
  if ((await picture.metadata()).hasAlpha && !(await picture.stats()).isOpaque) return undefined;
  const pixel = await picture.removeAlpha().toColourspace('srgb').resize(1, 1, { fit: 'fill' }).raw().toBuffer();
  return `#${pixel.toString('hex')}`;
}

/** What Astro knows of a picture while it builds, beyond its public type. */
export type BuiltImage = ImageMetadata & { fsPath?: string };

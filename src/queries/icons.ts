import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { drawIcon, initialsIcon, sizeOf, type IconOptions } from '../lib/head/head-icons.ts';
import { drawnFaces } from '../lib/theme/type-pairs.ts';
import { plateIcon } from '../metrics/format/plate-mark.ts';
import { memo } from './memo.ts';
import { getPlate } from './results.ts';
import { colors, site, urls } from './site.ts';
import { type } from './type.ts';

/** The icon that the site draws itself or the owner's own, as an SVG; null where `public/favicon.svg` is the icon. */
export const getMark = memo(async (): Promise<string | null> => {
  const { mark } = site.theme;
  if (mark === undefined) return null;
  if (mark === 'initials') return initialsIcon(site.name, { fontFile: await readFile(resolve(initials ?? file('latin'))), colors });
  if (mark !== 'plate') return readFile(join(process.cwd(), mark), 'utf8');
  const plate = await getPlate();
  return plate && plateIcon(plate, colors);
});

/** The owner's own mark, which the header shows: its address and size in pixels at a height of 28. Null where there is none. */
export async function getOwnMark(): Promise<{ src: string; width: number; height: number } | null> {
  const own = site.theme.mark;
  if (own === undefined || own === 'plate' || own === 'initials') return null;
  const { width, height } = await sizeOf(Buffer.from((await getMark()) ?? ''));
  return { src: urls.file('icons/mark.svg'), width: Math.round((28 * width) / height), height: 28 };
}

/** Addresses of the icons that every page links. */
export async function getIconLinks(): Promise<{ svg: string; png: string; apple: string }> {
  return {
    svg: urls.file((await getMark()) === null ? 'favicon.svg' : 'icons/mark.svg'),
    png: urls.file('icons/192.png'),
    apple: urls.file('apple-touch-icon.png'),
  };
}

/** Draw an icon of the site as PNG. */
export async function getIcon({ size, opaque }: IconOptions): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = await getMark();
  const svg = drawn === null ? await readFile(join(process.cwd(), 'public', 'favicon.svg')) : Buffer.from(drawn);
  return new Uint8Array(await drawIcon(svg, { size, background: opaque ? colors.light.paper : undefined }));
}

const { file, initials } = drawnFaces(type).display;
const { resolve } = createRequire(join(process.cwd(), 'package.json'));

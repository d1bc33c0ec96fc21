import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { drawIcon, initialsIcon, type IconOptions } from '../lib/head-icons.ts';
import { plateIcon } from '../metrics/format/plate-mark.ts';
import { memo } from './memo.ts';
import { getPlate } from './results.ts';
import { colors, site, urls } from './site.ts';

/** The icon that the site draws itself, as an SVG; null where `public/favicon.svg` is the icon. */
export const getDrawnMark = memo(async (): Promise<string | null> => {
  if (site.mark === 'initials') return initialsIcon(site.name, { fontFile: await readFile(titleFont), colors });
  const plate = site.mark === 'plate' ? await getPlate() : null;
  return plate && plateIcon(plate, colors);
});

/** Addresses of the icons that every page links. */
export async function getIconLinks(): Promise<{ svg: string; png: string; apple: string }> {
  return {
    svg: urls.file((await getDrawnMark()) === null ? 'favicon.svg' : 'icons/mark.svg'),
    png: urls.file('icons/192.png'),
    apple: urls.file('apple-touch-icon.png'),
  };
}

/** Draw an icon of the site as PNG. */
export async function getIcon({ size, opaque }: IconOptions): Promise<Uint8Array<ArrayBuffer>> {
  const drawn = await getDrawnMark();
  const svg = drawn === null ? await readFile(join(process.cwd(), 'public', 'favicon.svg')) : Buffer.from(drawn);
  return new Uint8Array(await drawIcon(svg, { size, background: opaque ? colors.light.paper : undefined }));
}

const titleFont = createRequire(join(process.cwd(), 'package.json')).resolve(
  '@fontsource/brygada-1918/files/brygada-1918-latin-600-normal.woff',
);

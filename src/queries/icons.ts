import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawIcon, type IconOptions } from '../lib/head-icons.ts';

/** Draw an icon of the site as PNG from `public/favicon.svg`. */
export async function getIcon(options: IconOptions): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await drawIcon(await readFile(join(process.cwd(), 'public', 'favicon.svg')), options));
}

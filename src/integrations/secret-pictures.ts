import { hash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { listOutput } from '../lib/delivery/output.ts';
import { sharedFolder, sharedMediaFolder } from '../lib/shared-address.ts';
import { afterBuild } from './after-build.ts';

/**
 * Move the pictures and films that only private pages show to a folder below those pages, where the same headers and passwords cover
 * them. Name them by their hashes alone, because their own names say what they show. Those that were made but are on no page are deleted.
 */
export default function secretPictures(): AstroIntegration {
  return afterBuild('secret-pictures', async ({ dist }) => {
    const files = listOutput(dist);
    const isPage = (file: string): boolean => file.startsWith(`${sharedFolder}/`) && file.endsWith('.html');
    const pages = await readTexts(files.filter(isPage), dist);
    if (pages.size === 0) return;
    const others = await readTexts(
      files.filter((file) => !isPage(file) && !binary.test(file)),
      dist,
    );
    const shown = new Set([...pages.values()].flatMap(tailsIn));
    const published = new Set([...others.values()].flatMap(tailsIn));
    const renamed = new Map<string, string>();
    for (const file of files.filter((one) => one.startsWith('_astro/'))) {
      const [tail] = tailsIn(file);
      if (tail === undefined || published.has(tail)) continue;
      const path = join(dist, file);
      if (!shown.has(tail)) {
        await rm(path);
        continue;
      }
      const digest = hash('sha256', await readFile(path));
      const target = `${sharedMediaFolder}/${digest.slice(0, 20)}${extname(tail)}`;
      renamed.set(tail, target);
      await mkdir(join(dist, sharedMediaFolder), { recursive: true });
      await rename(path, join(dist, target));
    }
    for (const [page, html] of pages) {
      const unnamed = html.replace(address, (whole, tail: string) => renamed.get(tail) ?? whole);
      await writeFile(join(dist, page), unnamed);
    }
  });
}

/** The last part of the name of a file in `_astro/`. It has the hash, so it is unique, and no text has to escape it. */
const lastPart = /([\w-]+\.(?:avif|webp|jpe?g|png|gif|svg|mp4|webm|vtt))(?![\w.%-])/;
const lastParts = new RegExp(lastPart, 'g');
const address = new RegExp(`_astro/(?:(?!_astro/)[^"<>{};])*?${lastPart.source}`, 'g');

/** Files that name no others. */
const binary = /\.(?:avif|webp|jpe?g|png|gif|ico|mp4|webm|woff2?|pdf)$/;

function tailsIn(text: string): string[] {
  return [...text.matchAll(lastParts)].map(([, name = '']) => name);
}

async function readTexts(files: readonly string[], dist: string): Promise<Map<string, string>> {
  const read = files.map(async (file) => [file, await readFile(join(dist, file), 'utf8')] as const);
  return new Map(await Promise.all(read));
}

import { readdir, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isWholePicture } from '../lib/whole-picture.ts';

/** Throw away kept pictures that are not all there, as a build leaves them that was killed or whose disk was full. They are made anew. */
export default function soundCaches(): AstroIntegration {
  let folders: URL[];
  return {
    name: 'sound-caches',
    hooks: {
      'astro:config:done': ({ config }) => {
        folders = [new URL('assets/', config.cacheDir), new URL('./.cache/social/', config.root)];
      },
      'astro:build:start': async ({ logger }) => {
        for (const folder of folders) {
          for (const name of await readdir(folder).catch(() => [])) {
            const file = new URL(encodeURIComponent(name), folder);
            if (!/\.(?:png|jpe?g|webp|avif)$/.test(name) || isWholePicture(await readFile(file).catch(() => Buffer.alloc(0)))) continue;
            await rm(file, { force: true, recursive: true });
            logger.warn(`${fileURLToPath(file)} was damaged; it is made anew.`);
          }
        }
      },
    },
  };
}

import { existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { rememberFacts } from './output.ts';
import { placesOf, type Places } from './places.ts';

/**
 * Build into a folder of its own and put it in the place of `dist/` only when everything before it has passed.
 * A build that fails at any point leaves the last good output as it was; one killed between the two renames is put right by the next.
 */
export default function safeDist(): AstroIntegration {
  let places: Places;
  let cache: URL;
  return {
    name: 'safe-dist',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, logger }) => {
        places = placesOf(config.outDir);
        cache = new URL('./.cache/', config.root);
        if (command !== 'build') return;
        const { target, coming, leaving } = places;
        updateConfig({ outDir: new URL('./.cache/dist/', config.root) });
        if (await putBack(leaving, target)) logger.warn('The last build was ended while it took its place; the site before it is back.');
        for (const left of [coming, leaving]) await rm(left, { recursive: true, force: true });
      },
      'astro:build:done': async ({ dir }) => {
        rememberFacts(cache);
        const { target, coming, leaving, spare } = places;
        await rm(spare, { recursive: true, force: true });
        try {
          await move(dir, coming);
          if (existsSync(target)) await rename(fileURLToPath(target), fileURLToPath(leaving));
          await rename(fileURLToPath(coming), fileURLToPath(target));
        } catch (error) {
          await putBack(leaving, target);
          await rm(coming, { recursive: true, force: true });
          throw error;
        }
        if (existsSync(leaving)) await rename(fileURLToPath(leaving), fileURLToPath(spare));
      },
    },
  };
}

async function putBack(leaving: URL, target: URL): Promise<boolean> {
  if (existsSync(target) || !existsSync(leaving)) return false;
  await rename(fileURLToPath(leaving), fileURLToPath(target));
  return true;
}

/** Rename a folder; copy it where `.cache` lies on another disk. */
async function move(from: URL, to: URL): Promise<void> {
  try {
    await rename(fileURLToPath(from), fileURLToPath(to));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  }
}

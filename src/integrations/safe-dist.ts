import { existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { rememberFacts } from './output.ts';

/**
 * Build into a folder of its own and put it in the place of `dist/` only when everything before it has passed.
 * A build that fails at any point leaves the last good output as it was; one killed between the two renames is put right by the next.
 */
export default function safeDist(): AstroIntegration {
  let target: URL;
  let previous: URL;
  let cache: URL;
  return {
    name: 'safe-dist',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, logger }) => {
        target = config.outDir;
        cache = new URL('./.cache/', config.root);
        previous = new URL('./.cache/previous/', config.root);
        if (command !== 'build') return;
        updateConfig({ outDir: new URL('./.cache/dist/', config.root) });
        if (!existsSync(target) && existsSync(previous)) {
          await move(previous, target);
          logger.warn('The last build was ended while it took its place; the site before it is back.');
        }
      },
      'astro:build:done': async ({ dir }) => {
        await rm(previous, { recursive: true, force: true });
        if (existsSync(target)) await move(target, previous);
        await move(dir, target);
        rememberFacts(cache);
        await rm(previous, { recursive: true, force: true });
      },
    },
  };
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

import { rename, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Build into a folder of its own and put it in the place of `dist/` only when everything before it has passed.
 * A build that fails at any point leaves the last good output as it was.
 */
export default function safeDist(): AstroIntegration {
  let target: URL;
  let previous: URL;
  return {
    name: 'safe-dist',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        target = config.outDir;
        previous = new URL('./.cache/previous/', config.root);
        if (command === 'build') updateConfig({ outDir: new URL('./.cache/dist/', config.root) });
      },
      'astro:build:done': async ({ dir }) => {
        await rm(previous, { recursive: true, force: true });
        await rename(target, previous).catch(ignoreMissing);
        await rename(fileURLToPath(dir), target);
        await rm(previous, { recursive: true, force: true });
      },
    },
  };
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

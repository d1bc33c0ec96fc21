import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { factsOf, outputFiles } from './output.ts';

/** Put the social cards that pages name into the output, from where they are kept between builds, and warn of what they leave out. */
export default function socialCards(): AstroIntegration {
  let store: URL;
  return {
    name: 'social-cards',
    hooks: {
      'astro:config:done': ({ config }) => {
        store = new URL('./.cache/social/', config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const pages = outputFiles(dist).filter((file) => file.endsWith('.html'));
        const named = new Set(
          pages.flatMap((file) => factsOf(file, join(dist, file)).files).filter((file) => /^social\/[0-9a-f]{16}\.png$/.test(file)),
        );
        await mkdir(new URL('social/', dir), { recursive: true });
        for (const file of named) {
          const name = basename(file);
          if (!existsSync(join(dist, file))) await copyFile(new URL(name, store), new URL(file, dir));
          const note = await readFile(new URL(`${name}.json`, store), 'utf8').catch(() => null);
          if (note) logger.warn((JSON.parse(note) as { loss: string }).loss);
        }
      },
    },
  };
}

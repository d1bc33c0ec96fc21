import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Put the social cards that pages name into the output, from where they are kept between builds. */
export default function socialCards(): AstroIntegration {
  let store: URL;
  return {
    name: 'social-cards',
    hooks: {
      'astro:config:done': ({ config }) => {
        store = new URL('./.cache/social/', config.root);
      },
      'astro:build:done': async ({ dir, assets }) => {
        const pages = [...assets.values()].flat().filter(({ pathname }) => pathname.endsWith('.html'));
        const named = new Set<string>();
        for (const page of pages) {
          for (const [, name = ''] of (await readFile(fileURLToPath(page), 'utf8')).matchAll(/\/social\/([0-9a-f]{16}\.png)"/g))
            named.add(name);
        }
        await mkdir(new URL('social/', dir), { recursive: true });
        for (const name of named) await copyFile(new URL(name, store), new URL(`social/${name}`, dir));
      },
    },
  };
}

import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { askedCards } from '../lib/asked-cards.ts';

/** Put the social cards that pages name into the output, from where they are kept between builds, and warn of what they leave out. */
export default function socialCards(): AstroIntegration {
  let store: URL;
  return {
    name: 'social-cards',
    hooks: {
      'astro:config:done': ({ config }) => {
        store = new URL('./.cache/social/', config.root);
      },
      'astro:build:start': () => {
        askedCards.clear();
        mkdirSync(store, { recursive: true });
      },
      'astro:build:done': ({ dir, logger }) => {
        const folder = new URL('social/', dir);
        mkdirSync(folder, { recursive: true });
        for (const name of askedCards.keys()) copyFileSync(new URL(name, store), new URL(name, folder));
        const published = new Set(readdirSync(folder).map((name) => `${name}.json`));
        for (const note of readdirSync(store).toSorted()) {
          if (published.has(note)) logger.warn((JSON.parse(readFileSync(new URL(note, store), 'utf8')) as { loss: string }).loss);
        }
      },
    },
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';

/**
 * List every page with the day it was last modified, which each page states in its own structured data.
 * `base` is the path the site is served below; it is no part of the output's folders.
 */
export default function sitemapOfDocuments({ base }: { base: string }): AstroIntegration {
  let dist: string;
  const inner = sitemap({
    serialize: (item) => {
      const modified = modifiedOf(join(dist, decodeURIComponent(new URL(item.url).pathname).slice(base.length), 'index.html'));
      return modified ? { ...item, lastmod: modified } : item;
    },
  });
  return {
    ...inner,
    hooks: {
      ...inner.hooks,
      'astro:build:done': async (options) => {
        dist = options.dir.pathname;
        await inner.hooks['astro:build:done']?.(options);
      },
    },
  };
}

function modifiedOf(file: string): string | undefined {
  return /"@type":"[A-Za-z]*Page"[^{}]*?"dateModified":"([^"]+)"/.exec(readFileSync(file, 'utf8'))?.[1];
}

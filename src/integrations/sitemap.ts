import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import astroSitemap, { type SitemapItem } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { facets } from '../lib/project/facets.ts';
import { readPageMetadata } from '../lib/head/page-metadata.ts';
import { createUrls } from '../lib/urls.ts';
import type { Site } from '../schemas/site.ts';

/**
 * List every page that search engines may index, in one file for each kind of page, with the date, pictures and alternates that the
 * built page states in its head.
 */
export default function sitemap({ url: origin, base, trailingSlash }: Site): AstroIntegration {
  const root = createUrls({ origin, base, trailingSlash }).page();
  let dist: string;
  // The output has no folder for the base.
  const pathBelowBase = ({ url }: SitemapItem): string => decodeURIComponent(new URL(url).pathname).slice(root.length);
  const isBelow = (folder: string) => (item: SitemapItem) =>
    new RegExp(`(?:^|/)${folder}/(?!page/)[^/]`).test(pathBelowBase(item)) ? item : undefined;
  const inner = astroSitemap({
    namespaces: { news: false, video: false, xhtml: true },
    serialize: (item) => {
      const html = readFileSync(join(dist, pathBelowBase(item), 'index.html'), 'utf8');
      const { modified, images, alternates, noindex } = readPageMetadata(html);
      if (noindex) return undefined;
      // `img` is written, although the type of an item does not have it.
      return Object.assign(
        item,
        modified && { lastmod: modified },
        images.length > 0 && { img: images.map((url) => ({ url })) },
        alternates.length > 0 && { links: alternates },
      );
    },
    chunks: Object.fromEntries(
      ['projects', ...Object.values(facets).map(({ folder }) => folder)].map((folder) => [folder, isBelow(folder)]),
    ),
  });
  return {
    ...inner,
    hooks: {
      ...inner.hooks,
      'astro:build:done': async (options) => {
        dist = fileURLToPath(options.dir);
        await inner.hooks['astro:build:done']?.(options);
      },
    },
  };
}

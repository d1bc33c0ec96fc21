import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sitemap, { type SitemapItem } from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { facets } from '../lib/facets.ts';
import { readPageFacts } from '../lib/page-metadata.ts';

/**
 * List every page that may be indexed, with one file for each kind of page. The modification date, pictures and alternates of a
 * page come from its own markup. `base` is the path that the site is served below; the folders of the output do not include it.
 */
export default function sitemapOfDocuments({ base }: { base: string }): AstroIntegration {
  let dist: string;
  const root = `/${base.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
  const below = ({ url }: SitemapItem): string => decodeURIComponent(new URL(url).pathname).slice(root.length);
  const kind = (folder: string) => (item: SitemapItem) =>
    new RegExp(`(?:^|/)${folder}/(?!page/)[^/]`).test(below(item)) ? item : undefined;
  const inner = sitemap({
    namespaces: { news: false, video: false, xhtml: true },
    serialize: (item) => {
      const { modified, images, versions, noindex } = readPageFacts(readFileSync(join(dist, below(item), 'index.html'), 'utf8'));
      if (noindex) return undefined;
      // The serializer of the package writes `img`, but the type of an item lacks it.
      return Object.assign(
        item,
        modified && { lastmod: modified },
        images.length > 0 && { img: images.map((url) => ({ url })) },
        versions.length > 0 && { links: versions },
      );
    },
    chunks: Object.fromEntries(['projects', ...Object.values(facets).map(({ folder }) => folder)].map((folder) => [folder, kind(folder)])),
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

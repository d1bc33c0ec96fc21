import type { SitemapOptions } from '@astrojs/sitemap';

/** What the sitemap integration is told; last-modified dates come from the documents. */
export const sitemapOptions: SitemapOptions = {};

import type { APIRoute } from 'astro';
import { robotsTxt } from '../lib/robots.ts';
import { site, urls } from '../queries/site.ts';

export const GET: APIRoute = () =>
  new Response(robotsTxt({ ai: site.aiCrawlers, root: urls.page(), sitemap: urls.absolute(urls.file('sitemap-index.xml')) }));

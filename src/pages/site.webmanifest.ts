import type { APIRoute } from 'astro';
import { webManifest } from '../lib/head/head-manifest.ts';
import { colors, site, urls } from '../queries/site.ts';

export const GET: APIRoute = () =>
  new Response(JSON.stringify(webManifest(site, { urls, paper: colors.light.paper })), {
    headers: { 'content-type': 'application/manifest+json' },
  });

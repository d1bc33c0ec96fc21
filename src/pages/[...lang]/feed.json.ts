import type { APIRoute, GetStaticPaths } from 'astro';
import { getLocalePaths } from '../../queries/locales.ts';
import { getJsonFeed, getMainFeed } from '../../queries/feed.ts';

export const getStaticPaths = (() => getLocalePaths()) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) =>
  new Response(JSON.stringify(await getJsonFeed(await getMainFeed(params['lang']))), {
    headers: { 'content-type': 'application/feed+json' },
  });

import type { APIRoute } from 'astro';
import { getJsonFeed } from '../queries/feed.ts';

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(await getJsonFeed()), { headers: { 'content-type': 'application/feed+json' } });

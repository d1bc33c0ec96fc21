import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { getFeed } from '../queries/feed.ts';

export const GET: APIRoute = async () => rss(await getFeed());

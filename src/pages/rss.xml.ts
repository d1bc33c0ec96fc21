import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { getMainFeed, getRss } from '../queries/feed.ts';

export const GET: APIRoute = async () => rss(await getRss(await getMainFeed()));

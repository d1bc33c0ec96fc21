import type { APIRoute, GetStaticPaths } from 'astro';
import { getLocalePaths } from '../../queries/locales.ts';
import { getMainFeed, getRss } from '../../queries/feed.ts';

export const getStaticPaths = (() => getLocalePaths()) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => getRss(await getMainFeed(params['lang']));

import type { APIRoute, GetStaticPaths } from 'astro';
import { getEditionPaths } from '../../queries/locales.ts';
import { getMainFeed, getRss } from '../../queries/feed.ts';

export const getStaticPaths = (() => getEditionPaths()) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => getRss(await getMainFeed(params['lang']));

import type { APIRoute, GetStaticPaths } from 'astro';
import { getDrawnMark } from '../../queries/icons.ts';

export const getStaticPaths = (async () =>
  (await getDrawnMark()) === null ? [] : [{ params: { mark: 'mark' } }]) satisfies GetStaticPaths;

export const GET: APIRoute = async () => new Response(await getDrawnMark(), { headers: { 'content-type': 'image/svg+xml' } });

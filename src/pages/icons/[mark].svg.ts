import type { APIRoute, GetStaticPaths } from 'astro';
import { getMark } from '../../queries/icons.ts';

export const getStaticPaths = (async () => ((await getMark()) === null ? [] : [{ params: { mark: 'mark' } }])) satisfies GetStaticPaths;

export const GET: APIRoute = async () => new Response(await getMark(), { headers: { 'content-type': 'image/svg+xml' } });

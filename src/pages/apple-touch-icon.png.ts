import type { APIRoute } from 'astro';
import { appleIcon } from '../lib/head/head-icons.ts';
import { getIcon } from '../queries/icons.ts';

export const GET: APIRoute = async () => new Response(await getIcon(appleIcon));

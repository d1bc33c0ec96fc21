import type { APIRoute } from 'astro';
import { getLlmsTxt } from '../queries/markdown-alternates.ts';

export const GET: APIRoute = async () => new Response(await getLlmsTxt());

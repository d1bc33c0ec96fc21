import type { APIRoute } from 'astro';
import { getLlmsFullTxt } from '../queries/markdown-alternates.ts';

export const GET: APIRoute = async () => new Response(await getLlmsFullTxt());

import type { APIRoute } from 'astro';
import { getLlmsFullTxt } from '../queries/twins.ts';

export const GET: APIRoute = async () => new Response(await getLlmsFullTxt());

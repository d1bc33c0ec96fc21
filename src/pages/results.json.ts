import type { APIRoute } from 'astro';
import { getResultsJson } from '../queries/markdown-alternates.ts';

export const GET: APIRoute = async () => Response.json(await getResultsJson());

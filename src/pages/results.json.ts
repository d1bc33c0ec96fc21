import type { APIRoute } from 'astro';
import { getResultsJson } from '../queries/twins.ts';

export const GET: APIRoute = async () => Response.json(await getResultsJson());

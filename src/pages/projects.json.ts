import type { APIRoute } from 'astro';
import { getProjectsJson } from '../queries/twins.ts';

export const GET: APIRoute = async () => Response.json(await getProjectsJson());

import type { APIRoute } from 'astro';
import { getProjectsJson } from '../queries/markdown-alternates.ts';

export const GET: APIRoute = async () => Response.json(await getProjectsJson());

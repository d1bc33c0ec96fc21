import type { APIRoute } from 'astro';
import { jsonSchemaOf, projectsJson } from '../lib/alternates/projects-json.ts';
import { urls } from '../queries/site.ts';

export const GET: APIRoute = () => Response.json(jsonSchemaOf(projectsJson, urls.absolute(urls.file('projects.schema.json'))));

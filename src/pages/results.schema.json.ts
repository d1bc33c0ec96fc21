import type { APIRoute } from 'astro';
import { jsonSchemaOf, resultsJson } from '../lib/alternates/projects-json.ts';
import { urls } from '../queries/site.ts';

export const GET: APIRoute = () => Response.json(jsonSchemaOf(resultsJson, urls.absolute(urls.file('results.schema.json'))));

import type { APIRoute } from 'astro';
import { answerInPieces } from '../lib/in-pieces.ts';
import { getProjectsJson } from '../queries/twins.ts';

export const GET: APIRoute = () => answerInPieces(getProjectsJson(), 'application/json');

import type { APIRoute } from 'astro';
import { answerInPieces } from '../lib/in-pieces.ts';
import { getResultsJson } from '../queries/twins.ts';

export const GET: APIRoute = () => answerInPieces(getResultsJson(), 'application/json');

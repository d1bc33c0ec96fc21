import type { APIRoute } from 'astro';
import { answerInPieces } from '../lib/in-pieces.ts';
import { getLlmsFullTxt } from '../queries/twins.ts';

export const GET: APIRoute = () => answerInPieces(getLlmsFullTxt(), 'text/plain;charset=UTF-8');

import { expect, test } from 'vitest';
import { answerInPieces, jsonInPieces } from '../../src/lib/in-pieces.ts';

test.each([0, 1, 3, 20_000])('%i items in pieces are what JSON.stringify writes of them, and answered as such', async (count) => {
  const [site, items] = ['Marlow “Gauges” 𝒳', Array.from({ length: count }, (_, index) => ({ index, text: 'Übung 𝒳 "\u2028' }))];
  const answer = answerInPieces(jsonInPieces<{ site: string; items: typeof items }, 'items'>({ site }, 'items', items), 'application/json');
  expect(answer.headers.get('content-type')).toBe('application/json');
  expect(await answer.text()).toBe(JSON.stringify({ site, items }));
});

import { expect, test } from 'vitest';
import { setApostrophes } from '../../src/lib/apostrophes.ts';

test.each([
  ["The harbour's ledger doesn't wait", 'The harbour’s ledger doesn’t wait'],
  ["L'écluse d'en haut", 'L’écluse d’en haut'],
  ["Read 'as is', 6' 2\" tall", "Read 'as is', 6' 2\" tall"],
  ['The tide’s table', 'The tide’s table'],
])('apostrophes within words are typographic: %s', (written, set) => {
  expect(setApostrophes(written)).toBe(set);
});

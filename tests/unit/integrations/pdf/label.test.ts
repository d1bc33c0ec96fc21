import { expect, test } from 'vitest';
import { pdfLabel } from '../../../../src/integrations/pdf/label.ts';

test.each([
  ['en-GB', { pages: 3, bytes: 239_100 }, 'PDF, 3 pages, 240 kB'],
  ['en-GB', { pages: 1, bytes: 900 }, 'PDF, 1 page, 1 kB'],
  ['de', { pages: 2, bytes: 1_064_000 }, 'PDF, 2 Seiten, 1.064 kB'],
])('in %s, %o is %s', (locale, facts, said) => expect(pdfLabel(facts, locale)).toBe(said));

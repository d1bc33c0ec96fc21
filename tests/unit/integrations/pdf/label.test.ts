import { expect, test } from 'vitest';
import { pdfLabel } from '../../../../src/integrations/pdf/label.ts';

test.each([
  ['en-GB', { pages: 3, bytes: 239_100 }, 'PDF, 3 pages, 240 kB'],
  ['en-GB', { pages: 1, bytes: 900 }, 'PDF, 1 page, 1 kB'],
  ['de', { pages: 2, bytes: 1_064_000 }, 'PDF, 2 Seiten, 1.064 kB'],
])('in %s, the label of %o is %s', (locale, pdf, label) => expect(pdfLabel(pdf, locale)).toBe(label));

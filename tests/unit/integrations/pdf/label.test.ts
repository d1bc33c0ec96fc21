import { expect, test } from 'vitest';
import { pdfLabel, printedLine } from '../../../../src/integrations/pdf/label.ts';

test.each([
  ['en-GB', { pages: 3, bytes: 239_100 }, 'PDF, 3 pages, 240 kB'],
  ['en-GB', { pages: 1, bytes: 900 }, 'PDF, 1 page, 1 kB'],
  ['de', { pages: 2, bytes: 1_064_000 }, 'PDF, 2 Seiten, 1.064 kB'],
])('in %s, the label of %o is %s', (locale, pdf, label) => expect(pdfLabel(pdf, locale)).toBe(label));

test('the terminal counts one case study in words', () => {
  expect([printedLine(1, true), printedLine(1, false), printedLine(2, false)]).toEqual([
    'a booklet of 1 case study printed',
    '1 case study and the portfolio printed',
    '2 case studies and the portfolio printed',
  ]);
});

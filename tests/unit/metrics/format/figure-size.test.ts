import { expect, test } from 'vitest';
import { changeSize, figureSize, figureSizes } from '../../../../src/metrics/format/figure-size.ts';

const figure = (text: string, unit = '', prefix = '') => ({ prefix, figure: text, unit });

test.each([
  [figure('83', '%'), 'fit-4'],
  [figure('120', '', 'up to'), 'fit-4'],
  [figure('19', ' hours a month'), 'fit-6'],
  [figure('€1,234,567,890'), 'fit-8'],
  [figure('1,250,000', ' requests per minute', 'more than'), 'fit-13'],
  [figure('9'.repeat(40)), 'fit-13'],
])('%j has the class %s', (texts, expected) => expect(figureSize(texts)).toBe(expected));

test('figures side by side have one size', () => {
  expect(figureSizes([figure('83', '%'), figure('£310,000')])).toEqual(['fit-5', 'fit-5']);
});

test('a very long figure does not make its neighbours as small as itself', () => {
  expect(figureSizes([figure('83', '%'), figure('1,250,000', ' requests per minute')])).toEqual(['fit-6', 'fit-13']);
});

test('a change is as wide as the longer of its states', () => {
  expect(changeSize('14 min → 40 s')).toBe('fit-5');
  expect(changeSize('1,240 a week → 770 a week')).toBe('fit-8');
});

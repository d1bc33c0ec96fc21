import { expect, test } from 'vitest';
import { byOrderAndDate, newest } from '../../../src/lib/project/order.ts';

const cases = [
  { slug: 'first', order: 1, date: '2019-05' },
  { slug: 'new', order: null, date: '2026-01' },
  { slug: 'undated', order: 2, date: null },
  { slug: 'old', order: null, date: '2021-07-02' },
] as const;

test('lists follow the order, then the date', () => {
  expect(cases.toSorted(byOrderAndDate).map(({ slug }) => slug)).toEqual(['first', 'undated', 'new', 'old']);
});

test('the newest follow the date alone, and those without one are last', () => {
  expect(newest(cases, 2).map(({ slug }) => slug)).toEqual(['new', 'old']);
  expect(newest(cases, 9).map(({ slug }) => slug)).toEqual(['new', 'old', 'first', 'undated']);
});

import { expect, test } from 'vitest';
import { pageSegments, pagesOf } from '../../src/lib/pagination.ts';

test.each([
  [0, [[]]],
  [2, [[0, 1]]],
  [5, [[0, 1], [2, 3], [4]]],
])('%i entries, two on a page', (count, expected) => {
  expect(pagesOf([...Array(count).keys()], 2).map(({ members }) => members)).toEqual(expected);
});

test('each page has a path of its own, and knows its place', () =>
  expect(pagesOf(['a', 'b', 'c'], 2)).toEqual([
    { page: undefined, members: ['a', 'b'], place: { total: 3, current: 1, last: 2 } },
    { page: 'page/2', members: ['c'], place: { total: 3, current: 2, last: 2 } },
  ]));

test('the first page has the address of the list', () => expect([1, 2].map(pageSegments)).toEqual([[], ['page', '2']]));

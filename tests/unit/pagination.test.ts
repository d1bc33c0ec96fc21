import { expect, test } from 'vitest';
import { pageSegments, paginate } from '../../src/lib/pagination.ts';

test.each([
  [0, []],
  [2, [[0, 1]]],
  [5, [[0, 1], [2, 3], [4]]],
])('%i entries, two on a page', (count, expected) => {
  expect(paginate([...Array(count).keys()], 2)).toEqual(expected);
});

test('the first page has the address of the list', () => expect([1, 2].map(pageSegments)).toEqual([[], ['page', '2']]));

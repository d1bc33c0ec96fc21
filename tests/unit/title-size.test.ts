import { expect, test } from 'vitest';
import { titleSize } from '../../src/lib/title-size.ts';

test.each([
  [45, undefined],
  [46, 'title-long'],
  [80, 'title-long'],
  [81, 'title-longest'],
])('a title of %i characters', (length, size) => {
  expect(titleSize('e'.repeat(length))).toBe(size);
});

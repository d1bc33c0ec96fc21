import { expect, test } from 'vitest';
import { titleSize } from '../../../src/lib/theme/title-size.ts';

test.each([
  [45, 1, undefined],
  [46, 1, 'title-long'],
  [80, 1, 'title-long'],
  [81, 1, 'title-longest'],
  [50, 0.83, undefined],
  [46, 0.98, 'title-long'],
  [96, 0.83, 'title-long'],
])('a title of %i characters, %d times as wide as usual', (length, width, size) => {
  expect(titleSize('e'.repeat(length), width)).toBe(size);
});

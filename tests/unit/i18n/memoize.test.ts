import { expect, test } from 'vitest';
import { remembered } from '../../../src/i18n/memoize.ts';

test('what was made of a key is made once', () => {
  const known = new Map<string, number>();
  const made: string[] = [];
  const lengthOf = (key: string): number => remembered(known, key, () => made.push(key) && key.length);
  expect([lengthOf('a'), lengthOf('bc'), lengthOf('a')]).toEqual([1, 2, 1]);
  expect(made).toEqual(['a', 'bc']);
});

test('it never holds more than the most', () => {
  const known = new Map<string, number>();
  for (let index = 0; index < 25; index++) remembered(known, String(index), () => index, 10);
  expect([...known.values()]).toEqual([20, 21, 22, 23, 24]);
});

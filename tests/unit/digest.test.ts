import { expect, test } from 'vitest';
import { digestOf } from '../../src/lib/digest.ts';

test.each([
  ['a value', { a: 1 }, { a: 2 }],
  ['a name', { a: 1 }, { b: 1 }],
  ['the order of a list', [1, 2], [2, 1]],
  ['what a map holds', new Map([['a', 1]]), new Map([['a', 2]])],
  ['a map that holds nothing', { a: new Map() }, { a: {} }],
  ['what a set holds', new Set([1]), new Set([2])],
])('%s makes a difference', (_, one, other) => {
  expect(digestOf(one)).not.toBe(digestOf(other));
  expect(digestOf(one)).toBe(digestOf(structuredClone(one)));
});

test('what has a digest counts by that, whatever is in it', () => {
  const shared = { large: 'text' };
  const known = new WeakMap([[shared as object, 'one']]);
  expect(digestOf([shared], known)).toBe(digestOf(['one']));
});

test('what is absent is no value', () => {
  expect(digestOf({ a: 1, b: undefined })).toBe(digestOf({ a: 1 }));
});

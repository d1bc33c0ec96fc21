import { expect, test } from 'vitest';
import { withoutEmpty } from '../../src/lib/without-empty.ts';

test('fields without a value are left out, zero and false are values', () => {
  const record = { a: null, b: undefined, c: '', d: [], e: 0, f: false, g: ['x'], h: {} };
  expect(withoutEmpty<object>(record)).toStrictEqual({ e: 0, f: false, g: ['x'], h: {} });
});

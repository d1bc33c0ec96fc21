import { expect, test } from 'vitest';
import { breakBetween, kindOf } from '../../../src/lib/card/sign-kinds.ts';

test.each([
  ['a|a', 'none'],
  [' |a', 'space'],
  ['\u00a0|a', 'none'],
  ['a-|a', 'here'],
  ['1–|2', 'none'],
  ['-|a', 'none'],
  ['東|京', 'here'],
  ['京|。', 'none'],
  ['「|京', 'none'],
  ['京|a', 'here'],
  ['ก|\u0e31', 'none'],
] as const)('between %s there is a break: %s', (signs, kind) => {
  const [left = '', right = ''] = signs.split('|');
  const [before, last] = [...left].length > 1 ? [...left] : [undefined, left];
  expect(breakBetween(before === undefined ? undefined : kindOf(before), kindOf(last ?? ''), kindOf(right))).toBe(kind);
});

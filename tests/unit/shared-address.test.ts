import { describe, expect, test } from 'vitest';
import { sharedCode } from '../../src/lib/shared-address.ts';

const secret = 'a secret of the tests';

describe('the address of a shared document', () => {
  test('is the same in every build', () => expect(sharedCode('projects/x', secret)).toBe('3psnacwncqwm73zmxf9dh3'));

  test('has 22 letters and digits that nobody confuses', () => {
    const codes = Array.from({ length: 500 }, (_, index) => sharedCode(`projects/${index}`, secret));
    expect(codes.filter((code) => !/^[a-hjkmnp-z02-9]{22}$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(500);
    expect(new Set(codes.join('')).size).toBe(32);
  });

  test('moves with the secret, the collection and the language', () => {
    const codes = [
      sharedCode('projects/x', secret),
      sharedCode('projects/x', `${secret}!`),
      sharedCode('selections/x', secret),
      sharedCode('projects/x.de', secret),
    ];
    expect(new Set(codes).size).toBe(4);
  });
});

import { expect, test } from 'vitest';
import { memoize } from '../../../src/i18n/memoize.ts';

test('a result is computed once for equal arguments', () => {
  const computed: string[] = [];
  const format = memoize((locale: string, options: { digits: number }) => {
    computed.push(locale);
    return `${locale} ${options.digits}`;
  });
  expect([format('de', { digits: 1 }), format('en', { digits: 1 }), format('de', { digits: 2 }), format('de', { digits: 1 })]).toEqual([
    'de 1',
    'en 1',
    'de 2',
    'de 1',
  ]);
  expect(computed).toEqual(['de', 'en', 'de']);
});

test('an error is thrown again, not cached', () => {
  let calls = 0;
  const refuse = memoize((word: string) => {
    calls += 1;
    throw new Error(word);
  });
  expect(() => refuse('no')).toThrow('no');
  expect(() => refuse('no')).toThrow('no');
  expect(calls).toBe(2);
});

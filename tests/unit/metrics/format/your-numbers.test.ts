import { expect, test } from 'vitest';
import { answer } from '../../../../src/metrics/format/your-numbers.ts';

const spaces = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;

test.each([
  ['4', '0.3', 'en', '1.2 s'],
  ['12,000', '0.3', 'en', '3,600 s'],
  ['0,5', '0.3', 'en', '0.15 s'],
  ['1.234,5', '2', 'de', '2.469 s'],
  ['0', '3', 'en', '0 s'],
])('%s times %s (%s) is %s', (typed, by, locale, expected) => {
  expect(answer({ by, unit: ' s' }, typed, locale)).toBe(expected);
});

test.each([
  ['99.9', '43 min 50 s, 8 h 46 min'],
  ['99.99', '4 min 23 s, 52 min 36 s'],
  ['100', '0 s, 0 s'],
])('an uptime of %s % leaves a downtime of %s', (typed, expected) => {
  expect(spaces(answer({ text: '{m}, {y}', unit: 'd h min s' }, typed, 'en'))).toBe(expected);
});

test.each(['', '-3', '1e309', 'four', '9'.repeat(400), '1.2.3'])('%j is no number', (typed) => {
  expect(answer({ by: '2' }, typed, 'en')).toBeNull();
});

test('an uptime above 100 % has no downtime', () => {
  expect(answer({ text: '{m}', unit: 'd h min s' }, '101', 'en')).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { answer, type Question } from '../../../../src/metrics/format/your-numbers.ts';

const spaces = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;
const times = (factor: number): Question => ({ by: [factor], digits: 3, units: [[0, 1, ' s']], text: '{v}', error: '' });

const downtime: Question = {
  ...{ max: 100, digits: 0, text: '{m}, {y}', error: '' },
  units: [
    [86_399.5, 86_400, ' d'],
    [3599.5, 3600, ' h'],
    [59.5, 60, ' min'],
    [0, 1, ' s'],
  ],
};

test.each([
  ['4', 0.3, 'en', '1.2 s'],
  ['12,000', 0.3, 'en', '3,600 s'],
  ['0,5', 0.3, 'en', '0.15 s'],
  ['1.234,5', 2, 'de', '2.469 s'],
  ['0', 3, 'en', '0 s'],
  ['€ 1,200', 2, 'en', '2,400 s'],
  ['٤', 2, 'en', '8 s'],
  ['١٢٫٥', 2, 'en', '25 s'],
  ['۱۲', 2, 'en', '24 s'],
])('%s times %s (%s) is %s', (typed, by, locale, expected) => expect(answer(times(by), typed, locale)).toBe(expected));

test.each([
  ['99.9', '43 min 50 s, 8 h 46 min'],
  ['99.99', '4 min 23 s, 52 min 36 s'],
  ['95', '1 d 13 h, 18 d 6 h'],
  ['100', '0 s, 0 s'],
])('an uptime of %s % leaves a downtime of %s', (typed, expected) => expect(spaces(answer(downtime, typed, 'en'))).toBe(expected));

describe.each(['', ' ', '-3', '−3', '1e309', '1e3', 'four', '9'.repeat(400), '1.2.3', '.', ',', 'NaN', 'Infinity', '0x10', '4 or 5'])(
  '%j',
  (typed) => {
    test('is no number', () => {
      expect(answer(times(2), typed, 'en')).toBeNull();
      expect(answer(downtime, typed, 'en')).toBeNull();
    });
  },
);

test('a number above the largest one is refused', () => {
  expect(answer(downtime, '101', 'en')).toBeNull();
  expect(answer({ ...times(0.25), gap: true, max: 10 }, '10.01', 'en')).toBeNull();
});

test('money has cents only where they matter, and its symbol where the locale puts it', () => {
  const format = { style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' } as const;
  const pay: Question = { ...times(0.5), digits: 4, format: { ...format, maximumFractionDigits: 2 }, units: [[0, 1, '']] };
  const pays = (typed: string, locale = 'en') => spaces(answer(pay, typed, locale));
  expect([pays('5'), pays('24'), pays('2469'), pays('0.37')]).toEqual(['€2.50', '€12', '€1,235', '€0.19']);
  expect(pays('5', 'de')).toBe('2,50 €');
});

test('exactly one has a name of its own', () => {
  const weeks = (one: string, other: string): Question => ({ ...times(0.5), units: [[0, 1, other, one]] });
  expect([answer(weeks(' week', ' weeks'), '2', 'en'), answer(weeks(' week', ' weeks'), '4', 'en')]).toEqual(['1 week', '2 weeks']);
});

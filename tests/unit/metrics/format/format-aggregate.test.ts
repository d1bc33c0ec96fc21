import { expect, test } from 'vitest';
import { formatAggregate } from '../../../../src/metrics/format/format-aggregate.ts';

test.each([
  ['time', -0.998, 'en', '−99.8%'],
  ['time', -0.7, 'de', '−70\u00a0%'],
  ['availability', 0.9995, 'en', '99.95%'],
] as const)('an aggregate of kind %s (%d) in %s is %s, never rounded to a whole', (kind, value, locale, expected) => {
  expect(formatAggregate(kind, value, locale)).toBe(expected);
});

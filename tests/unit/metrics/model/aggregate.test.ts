import { expect, test } from 'vitest';
import { aggregate, formatAggregate } from '../../../../src/metrics/model/aggregate.ts';
import { parseMetrics } from '../../../../src/metrics/parse/parse-metrics.ts';

const sum = (...texts: string[]) => aggregate(texts.flatMap((text) => parseMetrics(text)));

test('times measured before and after are summed up by the median and the range of their change', () => {
  const [time] = sum(
    'Quotes from 10 days to 5 days',
    'Restarts from 60 minutes to 6 minutes',
    'Search from 4 s to 1 s',
    'Backups from 8 hours to 6 hours',
  );
  expect(time).toEqual({ kind: 'time', count: 4, median: -0.625, low: -0.9, high: -0.25 });
});

test('the median of an odd number is the one in the middle', () => {
  const [availability] = sum('99.5% uptime', '99.99% uptime', '99.9% availability');
  expect(availability).toMatchObject({ kind: 'availability', count: 3 });
  expect([availability?.low, availability?.median, availability?.high]).toEqual(
    [0.995, 0.999, 0.9999].map((value) => expect.closeTo(value, 9)),
  );
});

test('two of a kind are not summed up, and percentages of unlike things never', () => {
  expect(sum('Quotes from 10 days to 5 days', 'Search from 4 s to 1 s')).toEqual([]);
  expect(sum('40% fewer errors', '70% reduction in page load times', '15% increase in order value', '20% lower cost')).toEqual([]);
});

test.each([
  ['time', -0.998, 'en', '−99.8%'],
  ['time', -0.7, 'de', '−70\u00a0%'],
  ['availability', 0.9995, 'en', '99.95%'],
] as const)('a sum of %s (%d) is written in the locale, never rounded to a whole', (kind, value, locale, expected) => {
  expect(formatAggregate(kind, value, locale)).toBe(expected);
});

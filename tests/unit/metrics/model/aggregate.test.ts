import { expect, test } from 'vitest';
import { aggregate } from '../../../../src/metrics/model/aggregate.ts';
import { parseMetrics } from '../../../../src/metrics/parse/parse-metrics.ts';

const aggregated = (...texts: string[]) => aggregate(texts.flatMap((text) => parseMetrics(text)));

test('durations with both states are summarised by the median and the range of their change', () => {
  const [time] = aggregated(
    'Quotes from 10 days to 5 days',
    'Restarts from 60 minutes to 6 minutes',
    'Search from 4 s to 1 s',
    'Backups from 8 hours to 6 hours',
  );
  expect(time).toEqual({ kind: 'time', count: 4, median: -0.625, low: -0.9, high: -0.25 });
});

test('the median of an odd number of values is the middle one', () => {
  const [availability] = aggregated('99.5% uptime', '99.99% uptime', '99.9% availability');
  expect(availability).toMatchObject({ kind: 'availability', count: 3 });
  expect([availability?.low, availability?.median, availability?.high]).toEqual(
    [0.995, 0.999, 0.9999].map((value) => expect.closeTo(value, 9)),
  );
});

test('two metrics of one kind make no aggregate, and percentages of unlike things never do', () => {
  expect(aggregated('Quotes from 10 days to 5 days', 'Search from 4 s to 1 s')).toEqual([]);
  expect(aggregated('40% fewer errors', '70% reduction in page load times', '15% increase in order value', '20% lower cost')).toEqual([]);
});

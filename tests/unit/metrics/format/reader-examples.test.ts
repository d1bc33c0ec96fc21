import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readerExamples } from '../../../../src/metrics/format/reader-examples.ts';
import { answer } from '../../../../src/metrics/format/your-numbers.ts';
import { makeQuantity } from '../../../../src/metrics/model/quantity.ts';
import type { Quantity } from '../../../../src/metrics/model/types.ts';
import { readOutcomes } from '../../../../src/metrics/read-outcomes.ts';
import { makeTransition } from '../../../fixtures/metric.ts';

const example = (text: string, locale = 'en-GB') => readerExamples(readOutcomes(text, undefined), locale)[0];
/** Write spaces as spaces and each unit in one way. */
const spaces = (text: string | null | undefined) =>
  text
    ?.replace(/[\u00a0\u202f]/g, ' ')
    .replace(/(\d) mins\b/g, '$1 min')
    .replace(/(\d) hours?\b/g, '$1 h');
const reply = (text: string, typed?: string, locale = 'en-GB') => {
  const row = example(text, locale);
  return row && spaces(answer(row.question, typed ?? row.example, locale));
};
const quantity = (value: number, overrides: Partial<Quantity> = {}) => makeQuantity({ value, unit: 'count', ...overrides });

describe('an outcome and a number of the reader', () => {
  test.each([
    // Time, in the unit that people would say.
    ['Load time from 3.5 s to 0.7 s', '3.5', '0.7 s'],
    ['Load time from 3.5 s to 0.7 s', '4.0', '0.8 s'],
    ['Load time from 3.5 s to 0.7 s', '1', '200 ms'],
    ['Restore takes 6 minutes instead of 1 day', '1', '6 min'],
    ['Restore takes 6 minutes instead of 1 day', '60', '6 h'],
    ['Nightly batch from 6 h to 90 min', '6', '90 min'],
    ['Nightly batch from 6 h to 90 min', '12', '3 h'],
    ['Nightly batch from 6 h to 90 min', '1', '15 min'],
    ['Export size from 40 MB to 8 MB', '2', '400 kB'],
    // Shares and scores close a part of their gap, and fall in proportion.
    ['Completed forms from 31% to 83%', '31', '83%'],
    ['Completed forms from 31% to 83%', '60', '90%'],
    ['Completed forms from 20% to 80%', '60', '90%'],
    ['Completed forms from 20% to 80%', '99.98', '99.995%'],
    ['Completed forms from 20% to 80%', '100', '100%'],
    ['Rejected forms from 40% to 10%', '20', '5%'],
    ['Satisfaction from 6/10 to 8/10', '9', '9.5'],
    ['Rating from 4 to 4.5 stars', '3', '4 stars'],
    ['Lighthouse score from 40 to 94', '50', '95'],
    // Money, counts and factors.
    ['Fees from €498k to €187k', '498000', '€187,000'],
    ['Fees from €498k to €187k', '40', '€15.02'],
    ['Orders from 1,200 to 1,800', '33', '50'],
    ['ROAS from 7.28x to 10.64x', '7.28', '10.64×'],
    // Bare claims.
    ['70% less waiting time', '50', '15'],
    ['40-60% less waste', '50', '20–30'],
    ['Up to 75% less waste', '200', 'at least 50'],
    ['More than 75% less waste', '200', 'at most 50'],
    ['25% increase in conversion rate', '2.0', '2.5%'],
    ['Throughput tripled', '7', '21'],
    ['Build times 4x faster', '60', '15'],
    ['Search speed up 4x', '60', '240'],
    ['Accuracy improved by 20%', '60', '72%'],
    ['99.9% uptime', '99.9', '43 min 50 s of downtime a month, 8 h 46 min a year'],
    ['99.9% uptime', '100', '0 s of downtime a month, 0 s a year'],
  ])('%s, for %s: %s', (text, typed, expected) => expect(reply(text, typed)).toBe(expected));

  test.each([
    ['de', 'Fees from €498k to €187k', '187.000 €'],
    ['fr', 'Fees from €498k to €187k', '187 000 €'],
    ['es', 'Up to 75% less waste', 'al menos 25'],
  ])('reads in %s: %s, %s', (locale, text, expected) => expect(reply(text, undefined, locale)).toBe(expected));

  test('has the bound of its states: a larger old state leaves less', () => {
    const outcome = makeTransition({ before: quantity(4, { unit: 'hour', bound: 'at_least' }), after: quantity(1, { unit: 'hour' }) });
    const [row] = readerExamples([outcome], 'en-GB');
    expect(row && answer(row.question, '8', 'en-GB')).toContain('at most 2');
  });

  test('has the ends of a range, each with its own', () => {
    const hours = (value: number, upper: number) => quantity(value, { upper, unit: 'hour' });
    const [row] = readerExamples([makeTransition({ before: hours(10, 20), after: hours(2, 8) })], 'en-GB');
    expect(spaces(row && answer(row.question, '10', 'en-GB'))).toMatch(/^2–4 h/);
  });
});

describe('the example', () => {
  test.each([
    ['Load time from 3.5 s to 0.7 s', { example: '3.5', prefix: '', unit: 's' }],
    ['70% less waiting time', { example: '100', prefix: '', unit: '' }],
    ['25% increase in conversion rate', { example: '10', prefix: '', unit: '%' }],
    ['99.9% uptime', { example: '99.9', prefix: '', unit: '%' }],
    ['Fees from €1.4M to €1.2M', { example: '1,400,000', prefix: '€', unit: '' }],
  ])('of %j is the old state with its unit, or a round number', (text, expected) => expect(example(text)).toMatchObject(expected));

  test('is formatted in the locale', () => {
    expect(example('99.9% uptime', 'de')?.example).toBe('99,9');
    expect(example('Fees from €1.4M to €1.2M', 'de')).toMatchObject({ example: '1.400.000', prefix: '', unit: '€' });
  });
});

describe('an outcome without honest arithmetic has no row', () => {
  test.each([
    '40 towns served',
    '83% of applications complete',
    'Nobody waits any more',
    'Net promoter score from 12 to 47',
    'Guest satisfaction up 20 points, from 50 to 70',
    '30% higher satisfaction score',
    'From 5 to 1 copies of each drawing',
    'Faults from 30 to 0',
    '100% fewer lost parcels',
    'Coverage from 60% to 100%',
    'Occupancy from 40% to 40%',
    'Releases from weeks to 8 minutes',
    'Costs from €900 to €300 (90% less)',
    '€46,000 less each season',
    'Conversion rate up by 300 times',
    'Pipelines that are 4x faster',
    'Deployment is 4x faster',
    'Waiting time improved by 50%',
  ])('%s', (text) => expect(example(text)).toBeUndefined());

  test('states of different periods', () => {
    const rate = (value: number, per: Quantity['per']) => quantity(value, { per: per ?? null });
    const rows = (before: Quantity, after: Quantity) => readerExamples([makeTransition({ text: 'releases', before, after })], 'en');
    expect(rows(rate(12, 'week'), rate(40, 'month'))).toEqual([]);
    expect(rows(rate(5, 'month'), rate(1, 'month'))).toHaveLength(1);
  });
});

describe('every answer', () => {
  const outcomes = readOutcomes(
    [
      'Load time from 3.5 s to 0.8125 s',
      'Search from 1.9 s to 180 ms',
      'Restore from 2 days to 25 minutes',
      'Review from 3 weeks to 4 days',
      'Queue from 4.5 months to 1 week',
      'Completed forms from 31% to 83.25%',
      'Error rate from 4.2% to 0.3%',
      'Uptime from 99.5% to 99.95%',
      'Satisfaction from 6.1/10 to 8.9/10',
      'Rating from 3.9 to 4.63 stars',
      'Fees from €498,000 to €187,250',
      'Cost per call from $0.018 to $0.0055',
      'Orders from 1,076 to 2,034',
      'Throughput from 120 to 4,800 requests per second',
      'Pages from 4.2 MB to 380 kB',
      'ROAS from 7.28x to 10.64x',
      '35-55% less waste',
      'Up to 80% lower cost',
      'Build times 60% faster',
      '25% increase in conversion rate',
      'Throughput tripled',
      'Faults halved',
      '99.95% uptime',
    ],
    undefined,
  );
  const rows = outcomes.flatMap((outcome) => readerExamples([outcome], 'en-GB').map((row) => ({ outcome, ...row })));
  const sizes: Record<string, number> = { ms: 1e-3, s: 1, min: 60, mins: 60, h: 3600, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 };
  const words: [RegExp, number][] = [
    [/^(?:d|day)/, 86_400],
    [/^(?:hour)/, 3600],
    [/^week/, 604_800],
    [/^month/, 2_629_800],
    [/^year/, 31_557_600],
  ];
  /** Read the largest figure of an answer in seconds, bytes or its own unit. */
  const magnitude = (text: string) => {
    const parts = [...text.replace(/[,€$£]/g, '').matchAll(/(\d+(?:\.\d+)?)(?:\s(\p{L}+))?/gu)].map(([, figure, unit = '']) => {
      const size = sizes[unit] ?? words.find(([name]) => name.test(unit))?.[1] ?? 1;
      return Number(figure) * size;
    });
    return Math.max(...parts);
  };

  test('is there for every outcome of the list', () => expect(rows.map(({ outcome }) => outcome.text)).toHaveLength(outcomes.length));

  test.each(rows.map((row) => [row.outcome.text, row] as const))('to %s is finite, within bounds and monotone', (_, { question }) => {
    const typed = fc.double({ min: 0, max: question.max ?? 1e9, noNaN: true }).map((number) => +number.toPrecision(6));
    fc.assert(
      fc.property(typed, typed, (first, second) => {
        const [low, high] = [Math.min(first, second), Math.max(first, second)].map((number) => {
          const text = answer(question, number.toLocaleString('en-GB', { maximumFractionDigits: 12, useGrouping: false }), 'en-GB');
          if (text === null) throw new Error(`There is no answer to ${number}.`);
          expect(text).not.toMatch(/NaN|Infinity|∞|undefined|null|-/);
          return magnitude(question.by ? text : text.slice(0, text.indexOf(' of ')));
        }) as [number, number];
        if (question.by) expect(high).toBeGreaterThanOrEqual(low);
        else expect(low).toBeGreaterThanOrEqual(high);
        if (question.max !== undefined && question.by) expect(high).toBeLessThanOrEqual(question.gap ? question.max : 100);
      }),
      { numRuns: 1000 },
    );
  });

  test.each(rows.filter(({ outcome }) => outcome.kind === 'transition').map((row) => [row.outcome.text, row] as const))(
    'to %s is its claim at its own old state',
    (_, { outcome, question, example: own }) => {
      const text = answer(question, own, 'en-GB') ?? '';
      expect(Number(text.replace(/[^\d.]/g, ''))).toBe(outcome.after?.value);
    },
  );
});

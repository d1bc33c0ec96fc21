import { describe, expect, test } from 'vitest';
import { drawing } from '../../../../src/metrics/format/drawing.ts';
import { makeQuantity } from '../../../../src/metrics/model/quantity.ts';
import type { Metric, Quantity } from '../../../../src/metrics/model/types.ts';
import { makeMetric, makeTransition } from '../../../fixtures/metric.ts';

/** Write a drawing as its labels, the lengths in percent, and what a short bar says. */
function drawn(metric: Metric, locale = 'en'): string[] | null {
  const bars = drawing(metric, locale);
  return (
    bars?.map(({ word, figure, length, part }) =>
      [word, figure, `[${Number((100 * length).toFixed(2))}]`, part].filter(Boolean).join(' ').replace(/\s/g, ' '),
    ) ?? null
  );
}

const quantity = (value: number, unit: Quantity['unit']) => makeQuantity({ value, unit });
const change = (before: Quantity, after: Quantity, overrides = {}) => makeTransition({ before, after, ...overrides });

describe('a transition', () => {
  test.each([
    ['both states, the longer one over the whole width', makeTransition(), ['was 3.5 s [100]', 'now 0.8 s [22.86]']],
    ['growth', change(quantity(4, 'count'), quantity(5, 'count')), ['was 4 [80]', 'now 5 [100]']],
    ['shares on 0 to 100', change(quantity(31, 'percent'), quantity(83, 'percent')), ['was 31% [31]', 'now 83% [83]']],
    [
      'percentages above 100 by the longer one',
      change(quantity(80, 'percent'), quantity(160, 'percent')),
      ['was 80% [50]', 'now 160% [100]'],
    ],
    ['scores on 0 to n', change(quantity(41, 'count'), quantity(75, 'count'), { outOf: 100 }), ['was 41 [41]', 'now 75 [75]']],
    ['a fall to zero', change(quantity(12, 'count'), quantity(0, 'count')), ['was 12 [100]', 'now 0 [0]']],
    [
      'the states, not a claim that contradicts them',
      makeTransition({ value: 95, unit: 'percent' }),
      ['was 3.5 s [100]', 'now 0.8 s [22.86]'],
    ],
  ])('draws %s', (_case, metric, expected) => expect(drawn(metric)).toEqual(expected));

  test('compares states in different units', () => {
    expect(drawing(change(quantity(1, 'hour'), quantity(15, 'minute')), 'en')?.map(({ length }) => length)).toEqual([1, 0.25]);
  });

  test.each([
    ['after', change(quantity(2, 'day'), quantity(6, 'minute')), [null, '1/480 of it']],
    ['before', change(quantity(3, 'count'), quantity(900, 'count')), ['1/300 of it', null]],
    ['that is rounded', change(quantity(1, 'hour'), quantity(7, 'second')), [null, 'about 1/514 of it']],
    ['of more than six digits', change(quantity(2_345_678, 'count'), quantity(1, 'count')), [null, 'about 1/2.35M of it']],
    ['of a share, whose figure is its part,', change(quantity(0.4, 'percent'), quantity(0.1, 'percent')), [null, null]],
  ])('says what part a bar %s is if it is too short to be compared', (_case, metric, parts) => {
    expect(drawing(metric, 'en')?.map(({ part }) => part?.replace(/\s/g, ' ') ?? null)).toEqual(parts);
  });
});

describe('a claim without a baseline', () => {
  const less = (value: number, overrides = {}) => makeMetric({ value, ...overrides });
  const more = (value: number, overrides = {}) => less(value, { direction: 'up', subject: 'orders', text: 'more orders', ...overrides });
  const ratio = { unit: 'ratio' } as const;

  test.each([
    ['a reduction leaves a part', less(70), '30% of it [30]'],
    ['with its decimals', less(12.5), '87.5% of it [87.5]'],
    ['of a range leaves a range', less(30, { upper: 50 }), '50–70% of it [70]'],
    ['of at least 40 % leaves 60 % at most', less(40, { bound: 'at_least' }), 'up to 60% of it [60]'],
    ['to almost nothing leaves a fraction', less(99.8), '1/500 of it [0.2]'],
    ['to almost nothing, in bounds', less(99.9, { bound: 'at_least' }), 'up to 1/1,000 of it [0.1]'],
    ['to nothing', less(100), '0% of it [0]'],
    ['by a factor leaves a fraction', less(5, ratio), '1/5 of it [20]'],
    ['by a factor that is no whole number', less(2.5, ratio), '1/2.5 of it [40]'],
    ['to the half', less(2, ratio), '50% of it [50]'],
    ['growth below double', more(25), '125% of it [100]'],
    ['growth from double on', more(300), '4 times that [100]'],
    ['a multiple', more(3.5, ratio), '3.5 times that [100]'],
    ['a multiple in a range', more(3, { ...ratio, upper: 4, bound: 'approx' }), 'about 3–4 times that [100]'],
  ])('%s', (_case, metric, expected) => expect(drawn(metric)?.[1]).toBe(expected));

  test.each([
    [less(70), 'before [100]'],
    [more(25), 'before [80]'],
    [more(300), 'before [25]'],
  ])('is drawn beside the state before it', (metric, expected) => expect(drawn(metric)?.[0]).toBe(expected));

  test('is labelled in the language of the page', () => {
    expect(drawn(less(70), 'de')).toEqual(['vorher [100]', '30 % davon [30]']);
    expect(drawn(more(3, ratio), 'de')?.[1]).toBe('das 3-Fache [100]');
  });
});

const count = (value: number) => quantity(value, 'count');

test.each([
  ['a plain amount', makeMetric({ kind: 'level', unit: 'count', value: 40, direction: null })],
  ['a share without a baseline', makeMetric({ kind: 'level', value: 99.9, direction: null, subject: 'uptime' })],
  ['a score without a baseline', makeMetric({ kind: 'level', unit: 'count', value: 9, outOf: 10, direction: null })],
  ['a statement', makeMetric({ kind: 'statement', value: null, unit: null, direction: null })],
  ['a reduction of more than 100 %', makeMetric({ value: 120 })],
  ['a claim that a time got faster', makeMetric({ direction: 'up', text: '60% faster load time', subject: 'load time', value: 60 })],
  ['a transition between different dimensions', makeTransition({ after: quantity(4, 'percent') })],
  [
    'a transition between counts of different periods',
    makeTransition({ text: 'from one a month to 15 a day', before: { ...count(1), per: 'month' }, after: { ...count(15), per: 'day' } }),
  ],
  ['a negative state', makeTransition({ before: count(-5), after: count(42) })],
  ['a state without a number', makeTransition({ before: makeQuantity({ unit: 'week', bound: 'approx' }) })],
])('%s is not drawn', (_, metric) => expect(drawing(metric, 'en')).toBeNull());

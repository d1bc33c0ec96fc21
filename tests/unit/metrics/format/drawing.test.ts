import { expect, test } from 'vitest';
import { drawing } from '../../../../src/metrics/format/drawing.ts';
import { makeQuantity } from '../../../../src/metrics/model/quantity.ts';
import { makeMetric, makeTransition } from '../../../fixtures/metric.ts';

test('a reduction shows the remaining part of a full bar', () => {
  expect(drawing(makeMetric())).toEqual({
    kind: 'remaining',
    before: 100,
    after: 30,
    bars: [
      { length: 1, tone: 'before' },
      { length: 0.3, tone: 'now' },
    ],
  });
});

test('growth exceeds the old state, and the longest bar has the full width', () => {
  expect(drawing(makeMetric({ direction: 'up', value: 300, subject: 'orders', text: '300% more orders' }))).toMatchObject({
    kind: 'growth',
    after: 400,
    bars: [{ length: 0.25 }, { length: 1 }],
  });
});

test('a transition has two bars from zero, even if its states have different units', () => {
  expect(drawing(makeTransition())).toMatchObject({ kind: 'transition', bars: [{ length: 1 }, { length: 0.8 / 3.5 }] });
  const hour = makeQuantity({ value: 1, unit: 'hour' });
  expect(drawing(makeTransition({ before: hour, after: { ...hour, value: 15, unit: 'minute' } }))?.bars).toMatchObject([
    { length: 1 },
    { length: 0.25 },
  ]);
});

test('the bars of a transition follow its states, not a claim that contradicts them', () => {
  expect(drawing(makeTransition({ value: 95, unit: 'percent' }))?.bars[1]?.length).toBeCloseTo(0.8 / 3.5);
});

test('a share is a part of a full bar', () => {
  const uptime = makeMetric({ kind: 'level', value: 99.9, direction: null, subject: 'uptime' });
  expect(drawing(uptime)).toEqual({
    kind: 'share',
    fraction: 0.999,
    bars: [
      { length: 1, tone: 'whole' },
      { length: 0.999, tone: 'now' },
    ],
  });
});

test('a count out of a whole is a share', () => {
  const nine = makeMetric({ kind: 'level', unit: 'count', value: 9, outOf: 10, direction: null });
  expect(drawing(nine)).toMatchObject({ kind: 'share', fraction: 0.9 });
});

test.each([
  ['a plain amount', makeMetric({ kind: 'level', unit: 'count', value: 40, direction: null })],
  ['a level above 100 %', makeMetric({ kind: 'level', value: 320, direction: null })],
  ['a statement', makeMetric({ kind: 'statement', value: null, unit: null, direction: null })],
  ['a reduction of more than 100 %', makeMetric({ value: 120 })],
  ['a claim that a time got faster', makeMetric({ direction: 'up', text: '60% faster load time', subject: 'load time', value: 60 })],
  ['a transition between different dimensions', makeTransition({ after: makeQuantity({ value: 4, unit: 'percent' }) })],
  [
    'a transition between counts of different periods',
    makeTransition({ text: 'from one a month to 15 a day', before: { ...count(1), per: 'month' }, after: { ...count(15), per: 'day' } }),
  ],
  ['a negative state', makeTransition({ before: count(-5), after: count(42) })],
  ['a state without a number', makeTransition({ before: makeQuantity({ unit: 'week', bound: 'approx' }) })],
])('%s is not drawn', (_, metric) => expect(drawing(metric)).toBeNull());

function count(value: number) {
  return makeQuantity({ value, unit: 'count' });
}

import { describe, expect, test } from 'vitest';
import {
  agreement,
  figuresFirst,
  headline,
  isGood,
  isShare,
  changeFactor,
  relativeChange,
} from '../../../../src/metrics/model/evaluate.ts';
import { parseMetrics } from '../../../../src/metrics/parse/parse-metrics.ts';
import { readOutcomes } from '../../../../src/metrics/read-outcomes.ts';
import type { Metric } from '../../../../src/metrics/model/types.ts';
import { makeMetric, makeTransition } from '../../../fixtures/metric.ts';

describe('the relative change', () => {
  test.each([
    ['70% fewer faults', -0.7],
    ['200% growth in orders', 2],
    ['3x more orders', 2],
    ['Faults cut by 4x', -0.75],
    ['Faults halved', -0.5],
    ['Waiting from 4 h to 30 min', -0.875],
    ['Fees from €80 to €100', 0.25],
    ['60% uptime', null],
    ['Fees from 0 to €100', null],
    ['Speed from 3 hours to 4%', null],
    ['150% reduction in faults', null],
    ['Sailings from one a month to 15 a day', null],
    ['Sailings from 3 a day to 15 a day', 4],
    ['Sailings from 14 a week to 4 a day', 1],
    ['Fees from €300 a quarter to €100 a month', 0],
    ['Fees from €50 a season to €100 a month', null],
    ['Minutes of downtime each week: 30 → 15', -0.5],
    ['NPS from -5 to 42', null],
  ])('%s', (text, expected) => expect(relativeChange(read(text))).toBe(expected));

  test('is that of the states if the claim contradicts them', () => {
    expect(relativeChange(read('Errors 90% lower (from 8% to 2%)'))).toBe(-0.75);
  });
});

describe('whether a change is good', () => {
  test.each([
    ['a falling cost', 'Costs fell 20%', true],
    ['a rising cost', 'Costs rose 20%', false],
    ['falling revenue', 'Revenue fell 20%', false],
    ['more speed', '20% faster page load', true],
    ['less time', 'Approvals from 6 days to 2 hours', true],
    ['more time that people choose to spend', 'Session duration from 2 minutes to 5 minutes', true],
    ['a saving', 'Saved 6 hours a week', true],
    ['an unknown subject', 'Flumes rose 20%', null],
    ['a level', '99.9% uptime', null],
  ])('%s', (_, text, expected) => expect(isGood(read(text))).toBe(expected));

  test('the author’s `better` decides', () => {
    const flumes = read('Flumes rose 20%');
    expect(isGood({ ...flumes, better: 'lower' })).toBe(false);
    expect(isGood({ ...flumes, better: 'higher' })).toBe(true);
  });
});

describe('whether a claim agrees with its states', () => {
  test.each([
    ['75% less waiting (6 h → 90 min)', 'agrees'],
    ['75% less waiting (6 h → 3 h)', 'contradicts'],
    ['400% improvement in load time (3.5 s → 0.8 s)', 'contradicts'],
    ['4.4x faster load time (3.5 s → 0.8 s)', 'agrees'],
    ['337% faster load time (3.5 s → 0.8 s)', 'agrees'],
    ['337% longer load time (3.5 s → 0.8 s)', 'contradicts'],
    ['Conversion +13% (2.24% → 2.53%)', 'agrees'],
    ['Conversion up 2% (3% → 5%)', 'contradicts'],
    ['About 50% cheaper (€102 → €52)', 'agrees'],
    ['Over 50% cheaper (€100 → €30)', 'agrees'],
    ['Over 50% cheaper (€100 → €80)', 'contradicts'],
    ['6 h → 90 min', null],
    ['75% less waiting', null],
  ])('%s: %s', (text, expected) => expect(agreement(read(text))).toBe(expected));
});

test('a percentage of a whole is a share, unlike a change or a level above 100 %', () => {
  expect(isShare(read('99.9% uptime'))).toBe(true);
  expect(isShare(read('20% more orders'))).toBe(false);
  expect(isShare(read('320% ROI'))).toBe(false);
  expect(isShare(read('40 towns'))).toBe(false);
});

describe('a number of the reader’s own', () => {
  test.each([
    ['70% less load time', 4, 1.2],
    ['Load time from 3.5 s to 0.7 s', 5, 1],
    ['3x more orders', 10, 30],
    ['Faults halved', 10, 5],
    ['60% faster load time', 4, 2.5],
  ])('%s', (text, own, expected) => expect((changeFactor(read(text)) ?? NaN) * own).toBeCloseTo(expected, 10));

  test('has no factor from a level, nor from a reduction of more than 100 %', () => {
    expect(changeFactor(read('40 towns'))).toBeNull();
    expect(changeFactor(read('120% less noise'))).toBeNull();
  });
});

describe('the headline', () => {
  const statement = makeMetric({ kind: 'statement', value: null, unit: null, direction: null, text: 'calmer' });
  const level = makeMetric({ kind: 'level', unit: 'count', value: 40, direction: null, subject: 'bookings', text: '40 bookings' });
  const change = makeMetric();
  const measured = makeTransition();
  const bad = makeMetric({ direction: 'up', subject: 'costs', text: 'costs rose 70%' });

  test('is a good change with both states, else a good change, else a level; never a statement', () => {
    expect(headline([statement, bad, level, change, measured])).toBe(measured);
    expect(headline([statement, bad, level, change])).toBe(change);
    expect(headline([statement, bad, level])).toBe(level);
    expect(headline([statement])).toBeNull();
    expect(headline([])).toBeNull();
  });

  test('is the first of the best rank, unless the author picks one', () => {
    const second = makeMetric({ value: 90 });
    expect(headline([change, second])).toBe(change);
    const chosen = makeMetric({ kind: 'level', direction: null, headline: true });
    expect(headline([measured, chosen])).toBe(chosen);
    expect(figuresFirst([statement, level, chosen])).toEqual([chosen, level, statement]);
  });
});

describe('no headline is', () => {
  const outcomes = (text: string) => readOutcomes({ impact: text }, undefined);

  test.each([
    ['a plan', 'Planned next: 30% fewer calls'],
    ['a target', 'Target: 40% fewer calls'],
    ['a condition', 'Calls fall 40% if the gauge is read daily'],
    ['a threshold', 'Alarm at 20% when the level drops below the sill'],
    ['what did not happen', 'One list rather than 14 lists'],
    ['the size of the scene: a team', 'Four gauging teams'],
    ['the size of the scene: places', '60+ towns'],
    ['the size of the scene: land', '1,300 hectares'],
    ['a number without a noun', '40'],
    ['a factor without a noun or a verb', '3x'],
    ['words', 'Calmer nights'],
  ])('%s', (_, text) => expect(headline(outcomes(text))).toBeNull());

  test.each([
    ['a share', '92% of gauges online'],
    ['a score', '4.8 out of 5 from keepers'],
    ['a rate', '60 gauges read an hour'],
    ['nothing left', 'Zero lost readings'],
    ['a sum with a name', '€1.2M in fees collected'],
    ['a count of what has a better direction', '9,000 bookings'],
    ['a transition with "rather than"', 'Readings in 2 hours rather than 3 days'],
  ])('but %s may be', (_, text) => expect(headline(outcomes(text))).not.toBeNull());

  test('but an author may name a count, or choose any outcome', () => {
    expect(headline(readOutcomes({ value: 60, label: 'Gauges replaced' }, undefined))).not.toBeNull();
    expect(headline(readOutcomes({ value: 6, label: 'Teams' }, undefined))).toBeNull();
    expect(headline(readOutcomes({ value: 6, label: 'Teams', headline: true }, undefined))).not.toBeNull();
  });
});

function read(text: string): Metric {
  const [metric, ...more] = parseMetrics(text);
  if (!metric || more.length > 0) throw new Error(`${text} is not one outcome`);
  return metric;
}

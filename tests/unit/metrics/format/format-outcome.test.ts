import { describe, expect, test } from 'vitest';
import { formatNumber, formatFigure } from '../../../../src/metrics/format/format-figure.ts';
import { formatOutcome, categoryName } from '../../../../src/metrics/format/format-outcome.ts';
import { readOutcomes } from '../../../../src/metrics/read-outcomes.ts';
import type { MetricsInput } from '../../../../src/schemas/metric.ts';
import { makeQuantity } from '../../../../src/metrics/model/quantity.ts';
import type { Quantity } from '../../../../src/metrics/model/types.ts';
import { makeMetric, makeTransition } from '../../../fixtures/metric.ts';

const quantity = (overrides: Partial<Quantity>): Quantity => makeQuantity({ value: 1, unit: 'count', ...overrides });
const formatted = (overrides: Partial<Quantity>, locale = 'en-GB') => {
  const { figure, unit } = formatFigure(quantity(overrides), locale);
  return (figure + unit).replaceAll('\u00a0', ' ');
};

describe('a quantity is formatted in the locale', () => {
  test.each<[string, Partial<Quantity>, string]>([
    ['70%', { value: 70, unit: 'percent' }, 'en-GB'],
    ['70 %', { value: 70, unit: 'percent' }, 'de-DE'],
    ['99,95 %', { value: 99.95, unit: 'percent' }, 'de-DE'],
    ['20–30%', { value: 20, upper: 30, unit: 'percent' }, 'en-GB'],
    ['99%+', { value: 99, unit: 'percent', bound: 'at_least' }, 'en-GB'],
    ['€2M', { value: 2e6, unit: 'money', currency: 'EUR' }, 'en-US'],
    ['2 Mio. €', { value: 2e6, unit: 'money', currency: 'EUR' }, 'de-DE'],
    ['£2.50', { value: 2.5, unit: 'money', currency: 'GBP' }, 'en-GB'],
    ['₹528–₹677', { value: 528, upper: 677, unit: 'money', currency: 'INR' }, 'en-GB'],
    ['0.8 s', { value: 0.8, unit: 'second' }, 'en-GB'],
    ['1 hour', { value: 1, unit: 'hour' }, 'en-GB'],
    ['6 hours', { value: 6, unit: 'hour' }, 'en-GB'],
    ['6 Stunden', { value: 6, unit: 'hour' }, 'de-DE'],
    ['3×', { value: 3, unit: 'ratio' }, 'en-GB'],
    ['4.7 ★', { value: 4.7, unit: 'star' }, 'en-GB'],
    ['8,000 requests/s', { value: 8000, unit: 'request_per_second' }, 'en-GB'],
    ['weeks', { value: null, unit: 'week', bound: 'approx' }, 'en-GB'],
    ['0', { value: 0 }, 'en-GB'],
  ])('%s', (expected, given, locale) => expect(formatted(given, locale)).toBe(expected));

  test.each([
    [380_000, '380,000'],
    [500_000_000, '500M'],
    [1_234_567, '1,234,567'],
    [0.00012, '0.00012'],
    [1e300, '1E300'],
    [-4, '\u22124'],
  ])('%d keeps all its digits: %s', (value, expected) => expect(formatNumber(value, 'en-US')).toBe(expected));

  test('an unknown currency is shown as its code', () => {
    expect(formatted({ value: 5, unit: 'money', currency: 'XQZ' })).toContain('XQZ');
  });
});

describe('an outcome', () => {
  test('shows the direction of a reduction as an arrow and in words', () => {
    expect(formatOutcome(makeMetric(), 'en-GB')).toEqual({
      prefix: '↓',
      figure: '70',
      unit: '%',
      label: 'Page load times',
      sentence: '70% reduction in page load times',
      statement: '70% reduction in page load times',
      states: null,
      detail: null,
      accessible: 'Page load times: down 70%',
      countUp: { end: 70, decimals: 0 },
    });
  });

  test('shows the new state of a transition, and both states next to it', () => {
    const { prefix, figure, unit, detail, accessible } = formatOutcome(makeTransition(), 'en-GB');
    expect([prefix, figure + unit, detail, accessible].map(plain)).toEqual(['', '0.8 s', '3.5 s → 0.8 s', 'Checkout: from 3.5 s to 0.8 s']);
  });

  test('shows a claim next to its states only if they confirm it', () => {
    expect(plain(formatOutcome(makeTransition({ value: 77, unit: 'percent' }), 'en').detail)).toBe('3.5 s → 0.8 s (↓ 77%)');
    expect(plain(formatOutcome(makeTransition({ value: 40, unit: 'percent' }), 'en').detail)).toBe('3.5 s → 0.8 s');
  });

  test('shows no states for counts of different periods', () => {
    const [sailings] = readOutcomes('Sailings from one a month to 15 a day', undefined);
    expect(formatOutcome(sailings ?? makeMetric(), 'en')).toMatchObject({
      figure: '15',
      detail: null,
      accessible: 'Sailings from one a month to 15 a day',
    });
  });

  test.each([
    [
      'a sentence: the sentence and its states',
      '70% shorter queue, from 10 min to 3 min',
      '70% shorter queue, from 10 min to 3 min',
      '10 mins → 3 mins (↓ 70%)',
    ],
    [
      'a label: the states as written',
      [{ label: 'queue', before: '10 min a day', after: '3 min a day' }],
      null,
      '10 min a day → 3 min a day',
    ],
    ['a label and a value: nothing', [{ label: 'Berths', value: 70, unit: 'percent' }], null, null],
  ])('repeats nothing next to the figure of %s', (_case, written, statement, states) => {
    const [outcome] = readOutcomes(written as MetricsInput, undefined);
    const shown = formatOutcome(outcome ?? makeMetric(), 'en-GB');
    expect([shown.statement, shown.states].map((text) => text && plain(text))).toEqual([statement, states]);
  });

  test('has a category with initials in capitals', () => {
    expect(['page_speed', 'nps', 'seo-score', 'heroic'].map((key) => categoryName(key, 'en'))).toEqual([
      'Page speed',
      'NPS',
      'SEO score',
      'Heroic',
    ]);
  });

  test('shows speed as a word, because an arrow would mean that the time rose', () => {
    const faster = makeMetric({ direction: 'up', value: 60, text: '60% faster page load', subject: 'page load' });
    expect(formatOutcome(faster, 'en')).toMatchObject({ prefix: '', unit: '% faster', accessible: 'Page load: 60% faster' });
  });

  test.each([
    ['up to 50% less noise', '↓ up to 50%'],
    ['about 2,000 berths', 'about 2,000'],
    ['Upgrades in under 2 hours', 'under 2 hours'],
    ['Up to 300 guests', 'up to 300'],
    ['Over 40 islands', '40+'],
    ['Faults halved', '↓ 2×'],
    ['9 of 10 skippers renew', '9/10'],
    ['4.7/5 satisfaction', '4.7/5'],
    ['Saves crews 2 hours a shift', '2 hours saved'],
    ['NPS from -12 to -5', '−5'],
    ['€2.3M in new fees', '€2.3M'],
  ])('of "%s" shows "%s"', (text, expected) => {
    const [outcome] = readOutcomes(text, undefined);
    const { prefix, figure, unit } = formatOutcome(outcome ?? makeMetric(), 'en');
    // The plus of a bare count is part of its unit.
    expect(plain([prefix, figure + unit].filter(Boolean).join(' '))).toBe(expected);
  });

  test('without a figure shows its sentence', () => {
    const [statement] = readOutcomes({ morale: 'Nobody dreads a Friday' }, undefined);
    expect(formatOutcome(statement ?? makeMetric(), 'en')).toMatchObject({
      figure: '',
      sentence: 'Nobody dreads a Friday',
      label: 'Morale',
      countUp: null,
    });
  });

  test('has the label of the author, else its subject, else its category', () => {
    expect(formatOutcome(makeMetric({ label: 'loading' }), 'en').label).toBe('Loading');
    expect(formatOutcome(makeMetric({ subject: 'iPad sales' }), 'en').label).toBe('iPad sales');
    expect(formatOutcome(makeMetric({ subject: null, category: 'page_speed' }), 'en').label).toBe('Page speed');
  });

  test('is formatted in other languages', () => {
    expect(formatOutcome(makeMetric({ bound: 'at_most' }), 'de-DE')).toMatchObject({
      prefix: '↓\u00a0bis zu',
      unit: '\u00a0%',
      accessible: 'Page load times: minus bis zu 70\u00a0%',
    });
  });

  test('counts up only to plain numbers', () => {
    expect(formatOutcome(makeMetric({ kind: 'level', value: 99.95, direction: null }), 'en').countUp).toEqual({ end: 99.95, decimals: 2 });
    for (const outcome of [
      makeMetric({ value: 0 }),
      makeMetric({ upper: 80 }),
      makeMetric({ unit: 'money', currency: 'EUR' }),
      makeMetric({ value: 5e8 }),
    ]) {
      expect(formatOutcome(outcome, 'en').countUp).toBeNull();
    }
  });
});

function plain(text: string | null): string | null {
  return text?.replaceAll('\u00a0', ' ') ?? null;
}

import { describe, expect, test } from 'vitest';
import { formatFigure, formatNumber, type FigureStyle } from '../../../../src/metrics/format/format-figure.ts';
import { makeQuantity } from '../../../../src/metrics/model/quantity.ts';
import type { Quantity } from '../../../../src/metrics/model/types.ts';

const quantity = (overrides: Partial<Quantity>) => makeQuantity({ value: 1, unit: 'count', ...overrides });
const formatted = (overrides: Partial<Quantity>, locale = 'en-GB', style?: FigureStyle) => {
  const { figure, unit } = formatFigure(quantity(overrides), locale, style);
  return (figure + unit).replaceAll('\u00a0', ' ');
};

describe('a quantity is formatted in the locale', () => {
  test.each<[string, Partial<Quantity>, string]>([
    ['70%', { value: 70, unit: 'percent' }, 'en-GB'],
    ['70 %', { value: 70, unit: 'percent' }, 'de-DE'],
    ['99,95 %', { value: 99.95, unit: 'percent' }, 'de-DE'],
    ['20–30%', { value: 20, upper: 30, unit: 'percent' }, 'en-GB'],
    ['99%', { value: 99, unit: 'percent', bound: 'at_least' }, 'en-GB'],
    ['€2M', { value: 2e6, unit: 'money', currency: 'EUR' }, 'en-US'],
    ['2 Mio. €', { value: 2e6, unit: 'money', currency: 'EUR' }, 'de-DE'],
    ['£2.50', { value: 2.5, unit: 'money', currency: 'GBP' }, 'en-GB'],
    ['₹528–₹677', { value: 528, upper: 677, unit: 'money', currency: 'INR' }, 'en-GB'],
    ['0.8 s', { value: 0.8, unit: 'second' }, 'en-GB'],
    ['6 weeks', { value: 6, unit: 'week' }, 'en-GB'],
    ['1 Monat', { value: 1, unit: 'month' }, 'de-DE'],
    ['3×', { value: 3, unit: 'ratio' }, 'en-GB'],
    ['4.7 stars', { value: 4.7, unit: 'star' }, 'en-GB'],
    ['1 percentage point', { value: 1, unit: 'percentage_point' }, 'en-GB'],
    ['8,000 requests/s', { value: 8000, unit: 'request_per_second' }, 'en-GB'],
    ['weeks', { value: null, unit: 'week', bound: 'approx' }, 'en-GB'],
    ['0', { value: 0 }, 'en-GB'],
  ])('%s', (expected, given, locale) => expect(formatted(given, locale)).toBe(expected));

  test.each(['en-GB', 'en-US', 'de-DE', 'fr-FR', 'es-ES'])('units of time up to the day are symbols, also in %s', (locale) => {
    const units = ['millisecond', 'second', 'minute', 'hour', 'day'] as const;
    expect(units.map((unit) => formatted({ value: 6, unit }, locale))).toEqual(['6 ms', '6 s', '6 min', '6 h', '6 d']);
  });

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

test.each<[string, Partial<Quantity>, string]>([
  ['70 an hour', { value: 70, per: 'hour' }, 'en-GB'],
  ['6 h a month', { value: 6, unit: 'hour', per: 'month' }, 'en-GB'],
  ['€30k a season', { value: 30_000, unit: 'money', currency: 'EUR', per: 'season' }, 'en-GB'],
  ['70 pro Stunde', { value: 70, per: 'hour' }, 'de'],
  ['70 par heure', { value: 70, per: 'hour' }, 'fr'],
  ['70 por hora', { value: 70, per: 'hour' }, 'es'],
])('the period of a rate is part of the unit: %s', (expected, given, locale) => expect(formatted(given, locale)).toBe(expected));

test.each<[FigureStyle, string[]]>([
  ['full', ['9 h', '3 weeks', '7,654,321']],
  ['compact', ['9 h', '3 weeks', '7.65m']],
  ['short', ['9 h', '3 wks', '7.65m']],
  ['long', ['9 hours', '3 weeks', '7,654,321']],
])('in the style %s', (style, expected) => {
  const given: Partial<Quantity>[] = [{ value: 9, unit: 'hour' }, { value: 3, unit: 'week' }, { value: 7_654_321 }];
  expect(given.map((each) => formatted(each, 'en-GB', style))).toEqual(expected);
});

test('nothing between a figure and its unit breaks, but its words may wrap', () => {
  expect(formatFigure(quantity({ value: 3, unit: 'percentage_point', per: 'year' }), 'en').unit).toBe(
    '\u00a0percentage points a\u00a0year',
  );
});

import { describe, expect, test } from 'vitest';
import { parseMetrics, parsePeriod, parseState } from '../../../../src/metrics/parse/parse-metrics.ts';

describe('a quantity has the period that is said', () => {
  test.each([
    ['Up to 85 crates weighed per hour', 'hour'],
    ['2 false alarms a day', 'day'],
    ['Crates weighed: 85 an hour', 'hour'],
    ['640 crates/h', 'hour'],
    ['$35K/yr in licence fees avoided', 'year'],
    ['Saved €52,000 a season in diesel costs', 'season'],
    ['Saves each clerk 4 hours every week', 'week'],
    ['£9,000 p.a. less for storage', 'year'],
    ['14 releases each quarter', 'quarter'],
    ['300 loans per calendar month', 'month'],
    ['Annual savings of £75,000', 'year'],
    ['Annual harbour savings of £75,000', 'year'],
    ['€60,000 in yearly harbour dues', 'year'],
    ['8,000 daily departures', 'day'],
    ['Freed 12 hours of weekly manual work', 'week'],
    ['$2,500 saved monthly', 'month'],
    ['Berths per day: 41', 'day'],
    ['Every season, 90 boats are lifted', 'season'],
    ['Each year 2,400 children learn to swim', 'year'],
    ['7% growth a year', 'year'],
    ['€18 per berth per month', 'month'],
    ['Daily 4,000 crossings', 'day'],
    ['40 kWh/m² a year', 'year'],
  ])('%s', (text, per) => expect(parseMetrics(text)[0]?.per).toBe(per));

  test.each([
    ['Bis zu 85 Kisten pro Stunde', 'hour', 'de'],
    ['3 Fehlalarme je Woche', 'week', 'de'],
    ['31 Stunden im Monat', 'month', 'de'],
    ['90 Boote pro Saison', 'season', 'de'],
    ['8 000 départs par jour', 'day', 'fr'],
    ['12 000 € de moins par an', 'year', 'fr'],
    ['85 cajas por hora', 'hour', 'es'],
    ['31 horas al mes', 'month', 'es'],
    ['90 barcos cada temporada', 'season', 'es'],
    ['40 pedidos por mês', 'month', 'pt'],
  ])('%s', (text, per, lang) => expect(parseMetrics(text, lang)[0]?.per).toBe(per));

  test('and none where a period is a window, a time, an object or part of a name', () => {
    for (const text of [
      'Bookings grew 30% in the first year',
      '25 releases over 6 months',
      'Answers within a week',
      '3 hours to close a month',
      'Spent a week moving 700 records',
      'Berths let a year earlier: 40',
      'Down a quarter, 60 tickets left',
      '5 posts per tag',
      '4,000 monthly active users',
      'The weekly report takes 3 hours',
      'Monthly bulletin newsletter sent to 5,000 keepers',
      '30% more sailings a week',
      '99.9% uptime every season',
      'Read [the note](/2019/06/11/d8-note)',
      'Six months or a year',
    ])
      expect(
        parseMetrics(text).every(({ per }) => per === null),
        text,
      ).toBe(true);
  });

  test('a rate of requests has it in its unit', () => {
    expect(parseMetrics('900 requests per second')[0]).toMatchObject({ unit: 'request_per_second', per: null });
  });

  test('a phrase about a rate has a subject without the period', () => {
    expect(parseMetrics('640 crates/h')[0]?.subject).toBe('crates');
    expect(parseMetrics('2,000 sailings a season')[0]?.subject).toBe('sailings');
    expect(parseMetrics('Diesel costs of €40k a year were reduced to €30k')[0]?.subject).toBe('Diesel costs');
  });

  test('a quantity alone', () => expect(parseState('640 a week')).toMatchObject({ value: 640, unit: 'count', per: 'week' }));

  test('a label', () => {
    expect(parsePeriod('Calls a week', 'count')).toBe('week');
    expect(parsePeriod('Cost per hour', 'money')).toBe('hour');
    expect(parsePeriod('Monthly rent', 'money')).toBe('month');
    expect(parsePeriod('Time to close a month', 'hour')).toBeNull();
    expect(parsePeriod('Satisfaction each season', 'percent')).toBeNull();
  });
});

describe('the period of a transition', () => {
  test.each([
    ['Calls fell from 900 to 610 a week', 'week', 'week'],
    ['Calls cut from 900 a week to 610', 'week', 'week'],
    ['Calls a week: 900 → 610', 'week', 'week'],
    ['Weekly calls from 900 to 610', 'week', 'week'],
    ['Cut 900 calls a week to 610', 'week', 'week'],
    ['20 hours a month → 6 hours a month', 'month', 'month'],
    ['$1.1M/yr → $0.3M/yr', 'year', 'year'],
    ['Backups from 2 a week to 3 a day', 'week', 'day'],
    ['Faults cut from 50 per shift to less than one per day', null, 'day'],
    ['Monthly close from 9 days to 3', null, null],
  ])('%s', (text, before, after) => expect(parseMetrics(text)).toMatchObject([{ before: { per: before }, after: { per: after } }]));

  test('the state without a number may be a period', () => {
    expect(parseMetrics('From monthly to 9 a day')).toMatchObject([{ before: null, after: { value: 9, per: 'day' } }]);
  });

  test('has the direction that every calendar gives', () => {
    expect(parseMetrics('Sailings from one a month to 15 a day')[0]?.direction).toBe('up');
    expect(parseMetrics('Sailings from 14 a week to 1 a month')[0]?.direction).toBe('down');
    expect(parseMetrics('Sailings from 30 a month to 1 a day')[0]?.direction).toBeNull();
  });
});

describe('a bound keeps its words', () => {
  test.each([
    ['Answers within 7 days', 'at_most', 'within'],
    ['Answers in under 7 minutes', 'at_most', 'in under'],
    ['No more than 3 forms', 'at_most', 'no more than'],
    ['Up to a dozen boats', 'at_most', 'up to'],
    ['As few as 4 steps', 'at_least', 'as few as'],
    ['Over 200+ berths', 'at_least', 'over'],
    ['Up to 200+ berths', 'at_least', null],
    ['Nearly 500 loans', 'approx', 'nearly'],
    ['~500 loans', 'approx', null],
    ['sub-2s searches', 'at_most', '<'],
    ['<2 s per search', 'at_most', '<'],
    ['Antwort innerhalb von 3 Tagen', 'at_most', 'innerhalb von'],
    ['500 or more loans', 'at_least', null],
    ['500 loans', 'exact', null],
    ['Höchstens 4 Tage Wartezeit', 'at_most', 'höchstens'],
  ])('%s', (text, bound, boundText) => expect(parseMetrics(text)[0]).toMatchObject({ bound, boundText }));

  test('each state has its own, and "from 5 up to 10" none', () => {
    expect(parseMetrics('Waiting cut from nearly 6 weeks to at most 2 days')).toMatchObject([
      { before: { boundText: 'nearly' }, after: { boundText: 'at most' } },
    ]);
    expect(parseMetrics('Lifts from 5 up to 10')).toMatchObject([{ after: { bound: 'exact', boundText: null } }]);
  });

  test('a sum has no bound', () => expect(parseMetrics('Fees added up to $90,000')[0]).toMatchObject({ kind: 'level', bound: 'exact' }));
});

describe('a saved amount is a difference', () => {
  test.each([
    ['€52k less', 'EUR'],
    ['Storage €52k less a year', 'EUR'],
    ['£280,000 lower insurance costs a year', 'GBP'],
    ['$90k of spend eliminated', 'USD'],
    ['Over $90,000 in annual licence spend eliminated', 'USD'],
    ['Eliminated $90k in annual waste', 'USD'],
    ['At least €52,000 a season less', 'EUR'],
    ['Pumping costs down by at least €52,000 a season against 2019', 'EUR'],
    ['Saving $30K/year in printing costs', 'USD'],
  ])('%s', (text, currency) =>
    expect(parseMetrics(text)).toMatchObject([{ kind: 'change', direction: 'down', currency, before: null, after: null }]),
  );
});

test('a condition is no change', () => {
  for (const text of ['An alarm sounds when the level drops below 20 cm', 'It retrains if accuracy falls to 80%'])
    expect(parseMetrics(text).map(({ kind }) => kind)).toEqual(['level']);
  expect(parseMetrics('When the pumps went live, faults fell 30%')[0]?.kind).toBe('change');
});

test('a change said as a heading and in its sentence is one outcome', () => {
  expect(parseMetrics('6 days → 2 hours: Quotes went from about 6 days to 2 hours')).toMatchObject([{ subject: 'Quotes' }]);
});

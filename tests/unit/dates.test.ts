import { describe, expect, test } from 'vitest';
import { formatCalendarDate, formatTimespan } from '../../src/lib/dates.ts';
import { checkCalendarDate, compareCalendarDates, isDateTime, parseCalendarDate, yearOf } from '../../src/schemas/calendar.ts';

describe('a calendar date', () => {
  test.each(['2023', '2023-08', '2023-08-15', '2024-02-29', '2000-02-29', '0999-12-31'])('%s is kept as written', (date) => {
    expect(parseCalendarDate(date)).toBe(date);
  });

  test.each([
    ['2023-08-15T10:00:00Z', '2023-08-15'],
    ['2023-08-15T23:59:59.5-11:00', '2023-08-15'],
    ['2023-08-15 10:00:00 +0200', '2023-08-15'],
    ['2023-12-31 23:30', '2023-12-31'],
  ])('%s keeps its day, whatever its time zone', (written, day) => {
    expect(parseCalendarDate(written)).toBe(day);
    expect(isDateTime(written)).toBe(true);
  });

  test.each([
    ['2023-02-29', 'is not a date: 2023-02 has 28 days'],
    ['1900-02-29', 'is not a date: 1900-02 has 28 days'],
    ['2023-04-31T10:00:00Z', 'is not a date: 2023-04 has 30 days'],
    ['2023-01-00', 'is not a date: 2023-01 has 31 days'],
    ['2023-13', 'is not a date: there is no month 13'],
    ['0000-01-01', 'is not a date: there is no year 0000'],
    ['2023-8-5', 'must be a date as YYYY-MM-DD, YYYY-MM or YYYY'],
    ['20230815', 'must be a date as YYYY-MM-DD, YYYY-MM or YYYY'],
    ['2023-08-15T25:00', 'must be a date as YYYY-MM-DD, YYYY-MM or YYYY'],
    ['15.08.2023', 'must be a date as YYYY-MM-DD, YYYY-MM or YYYY'],
    ['', 'must be a date as YYYY-MM-DD, YYYY-MM or YYYY'],
  ])('%s is rejected with a reason', (written, why) => {
    expect(parseCalendarDate(written)).toBeNull();
    expect(checkCalendarDate(written)).toBe(why);
  });
});

test.each([
  ['2023-08-15', '2023-08-16', -1],
  ['2024', '2023-12-31', 1],
  ['2023', '2023-08', 0],
  ['2023-08', '2023-08-31', 0],
] as const)('%s compared with %s is %i: only the parts that both have count', (a, b, order) => {
  expect(compareCalendarDates(a, b)).toBe(order);
});

test('a date is formatted as precisely as the author gave it', () => {
  expect(['2023-08-15', '2023-08', '2023'].map((date) => formatCalendarDate(date, 'en-GB'))).toEqual([
    '15 August 2023',
    'August 2023',
    '2023',
  ]);
  expect(formatCalendarDate('2023-08-15', 'de-DE')).toBe('15. August 2023');
  expect(yearOf('2023-08')).toBe('2023');
});

test('a span without an end lasts until now, and one of mixed precision shows both ends', () => {
  const words = { present: 'present' };
  expect(formatTimespan({ start: '2024-06' }, 'en-GB', words)).toBe('June 2024\u2009–\u2009present');
  expect(formatTimespan({ start: '2023', end: '2024-05' }, 'en-GB', words)).toBe('2023\u2009–\u2009May 2024');
  expect(formatTimespan({ start: '2024-03', end: '2024-07' }, 'en-GB', words).replace(/\s/g, ' ')).toBe('March – July 2024');
});

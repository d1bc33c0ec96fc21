import { yearOf, type CalendarDate } from '../schemas/calendar.ts';
import { memoize } from '../i18n/memoize.ts';

/** Format a calendar date in a locale, as precisely as the author gave it: `15 August 2023`, `August 2023`, `2023`. */
export function formatCalendarDate(date: CalendarDate, locale: string): string {
  return formatter(date.length, locale)?.format(firstInstant(date)) ?? yearOf(date);
}

/** Format a span of calendar dates; a span without an end ends in `words.present`. */
export function formatTimespan({ start, end }: Timespan, locale: string, words: { present: string }): string {
  const format = formatter(start.length, locale);
  if (end !== undefined && end.length === start.length && format) return format.formatRange(firstInstant(start), firstInstant(end));
  return `${formatCalendarDate(start, locale)}\u2009–\u2009${end === undefined ? words.present : formatCalendarDate(end, locale)}`;
}

export interface Timespan {
  start: CalendarDate;
  end?: CalendarDate | undefined;
}

/** Return the formatter for dates of a length (`2023-08` has 7 characters); null for a bare year, which needs none. */
const formatter = memoize((length: number, locale: string): Intl.DateTimeFormat | null => {
  const style = styles[length];
  return style ? new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' }) : null;
});

const styles: Record<number, Intl.DateTimeFormatOptions> = {
  7: { month: 'long', year: 'numeric' },
  10: { day: 'numeric', month: 'long', year: 'numeric' },
};

/** Convert a calendar date, month or year to its first instant in UTC. */
export function firstInstant(date: CalendarDate): Date {
  return new Date(`${`${date}-01-01`.slice(0, 10)}T00:00:00Z`);
}

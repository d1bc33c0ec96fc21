import { yearOf, type CalendarDate } from '../schemas/calendar.ts';

/** Write a calendar date in the words of a locale, no more precise than its author: `15 August 2023`, `August 2023`, `2023`. */
export function formatCalendarDate(date: CalendarDate, locale: string): string {
  return formatter(date, locale)?.format(midnight(date)) ?? yearOf(date);
}

/** Write a span of calendar dates; without an end it runs until `words.present`. */
export function formatTimespan({ start, end }: Timespan, locale: string, words: { present: string }): string {
  const format = formatter(start, locale);
  if (end !== undefined && end.length === start.length && format) return format.formatRange(midnight(start), midnight(end));
  return `${formatCalendarDate(start, locale)}\u2009–\u2009${end === undefined ? words.present : formatCalendarDate(end, locale)}`;
}

export interface Timespan {
  start: CalendarDate;
  end?: CalendarDate | undefined;
}

/** Options of `Intl.DateTimeFormat` by the length of the date; a bare year needs none. */
const styles: Record<number, Intl.DateTimeFormatOptions> = {
  7: { month: 'long', year: 'numeric' },
  10: { day: 'numeric', month: 'long', year: 'numeric' },
};

function formatter(date: CalendarDate, locale: string): Intl.DateTimeFormat | null {
  const style = styles[date.length];
  if (!style) return null;
  const key = `${locale} ${date.length}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' });
  formats.set(key, format);
  return format;
}

// Making one takes a hundred times as long as using it.
const formats = new Map<string, Intl.DateTimeFormat>();

/** The first instant a date covers, in UTC; used for wording alone. */
function midnight(date: CalendarDate): Date {
  return new Date(`${`${date}-01-01`.slice(0, 10)}T00:00:00Z`);
}

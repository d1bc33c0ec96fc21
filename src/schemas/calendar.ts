/** A day, month or year as its author wrote it: `2023-08-15`, `2023-08` or `2023`. Never an instant. */
export type CalendarDate = string;

/** Parse a calendar date; a date-time yields its day, anything else and impossible days yield null. */
export function parseCalendarDate(written: string): CalendarDate | null {
  return checkCalendarDate(written) === null ? dayOf(written) : null;
}

/** Return why a text is not a calendar date, as a predicate (`must be …`); null when it is one. */
export function checkCalendarDate(written: string): string | null {
  const parts = datePattern.exec(dayOf(written));
  if (!parts) return 'must be a date as YYYY-MM-DD, YYYY-MM or YYYY';
  const [year, month, day] = parts.slice(1).map((part) => (part === undefined ? undefined : Number(part))) as [number, number?, number?];
  if (year === 0) return 'is not a date: there is no year 0000';
  if (month === undefined) return null;
  if (month < 1 || month > 12) return `is not a date: there is no month ${parts[2]}`;
  if (day === undefined) return null;
  const last = daysInMonth(year, month);
  if (day >= 1 && day <= last) return null;
  return `is not a date: ${parts[1]}-${parts[2]} has ${last} days`;
}

/** Whether a text is a date-time (`2023-08-15 10:00`, RFC 3339 or Jekyll's format) rather than a calendar date. */
export function isDateTime(written: string): boolean {
  return dateTimePattern.test(written);
}

/** Compare two calendar dates at their common precision: a year neither precedes nor follows one of its months. */
export function compareCalendarDates(a: CalendarDate, b: CalendarDate): -1 | 0 | 1 {
  const length = Math.min(a.length, b.length);
  const [left, right] = [a.slice(0, length), b.slice(0, length)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Return the year of a calendar date, four digits. */
export function yearOf(date: CalendarDate): string {
  return date.slice(0, 4);
}

const datePattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const dateTimePattern =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt]|[ \t]+)(?:[01]?\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60)(?:\.\d+)?)?[ \t]*(?:[Zz]|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?$/;

function dayOf(written: string): string {
  return dateTimePattern.exec(written)?.[1] ?? written;
}

function daysInMonth(year: number, month: number): number {
  // A year below 100 would be one of the 20th century; 400 years later, the calendar is the same.
  return new Date(Date.UTC(year + 400, month, 0)).getUTCDate();
}

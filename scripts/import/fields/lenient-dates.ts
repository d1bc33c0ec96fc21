import { checkCalendarDate, isDateTime, parseCalendarDate, type CalendarDate } from '../../../src/schemas/calendar.ts';

interface LenientDate {
  date: CalendarDate;
  /** False if the text says more than the date keeps, such as a time of day or a season. */
  exact: boolean;
}

/** Parse the spellings of a day, month or year that front matter uses; null if the date is ambiguous (`04/05/2021`) or impossible. */
export function parseLenientDate(written: string): LenientDate | null {
  const text = written.trim().replace(/,/g, ' ').replace(/\s+/g, ' ');
  const plain = parseCalendarDate(
    text.replace(/^(\d{4})\/(\d{1,2})(?:\/(\d{1,2}))?$/, (_, year: string, month: string, day?: string) => isoDate(year, month, day)),
  );
  if (plain !== null) return { date: plain, exact: !isDateTime(text) };
  for (const { pattern, parts, exact } of spellings) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [year, month, day] = parts(match);
    const date = isoDate(year ?? '', month, day);
    if (checkCalendarDate(date) === null) return { date, exact: exact ?? true };
  }
  return null;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const monthNumber = (name: string | undefined): string => String(months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1);

type Parts = [year: string | undefined, month?: string | undefined, day?: string | undefined];

const spellings: readonly { pattern: RegExp; parts: (match: RegExpExecArray) => Parts; exact?: boolean }[] = [
  {
    pattern: new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? ${monthName} (\\d{4})$`, 'i'),
    parts: ([, day, name, year]) => [year, monthNumber(name), day],
  },
  {
    pattern: new RegExp(`^${monthName} (\\d{1,2})(?:st|nd|rd|th)? (\\d{4})$`, 'i'),
    parts: ([, name, day, year]) => [year, monthNumber(name), day],
  },
  { pattern: new RegExp(`^${monthName} (\\d{4})$`, 'i'), parts: ([, name, year]) => [year, monthNumber(name)] },
  // A number above 12 tells the day from the month.
  { pattern: /^(1[3-9]|2\d|3[01])[./-](\d{1,2})[./-](\d{4})$/, parts: ([, day, month, year]) => [year, month, day] },
  { pattern: /^(\d{1,2})[./-](1[3-9]|2\d|3[01])[./-](\d{4})$/, parts: ([, month, day, year]) => [year, month, day] },
  { pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, parts: ([, day, month, year]) => [year, month, day] },
  { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/, parts: ([, year, month, day]) => [year, month, day], exact: false },
  { pattern: /^(?:spring|summer|autumn|fall|winter|q[1-4]|early|mid|late) (?:of )?(\d{4})$/i, parts: ([, year]) => [year], exact: false },
];

function isoDate(year: string, month?: string, day?: string): string {
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
}

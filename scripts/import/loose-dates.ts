import { checkCalendarDate, isDateTime, parseCalendarDate, type CalendarDate } from '../../src/schemas/calendar.ts';

/** A date in another system's spelling; `whole` is false where the words said more than the date keeps. */
export interface LooseDate {
  date: CalendarDate;
  whole: boolean;
}

/** Read a day, month or year out of the spellings met in front matter; null where none is sure. Never guesses between day and month. */
export function readLooseDate(written: string): LooseDate | null {
  const text = written.trim().replace(/,/g, ' ').replace(/\s+/g, ' ');
  const plain = parseCalendarDate(
    text.replace(/^(\d{4})\/(\d{1,2})(?:\/(\d{1,2}))?$/, (_, y: string, m: string, d?: string) => joined(y, m, d)),
  );
  if (plain !== null) return { date: plain, whole: !isDateTime(text) };
  for (const { pattern, parts, whole } of spellings) {
    const found = pattern.exec(text);
    if (!found) continue;
    const [year, month, day] = parts(found);
    const date = joined(year ?? '', month, day);
    if (checkCalendarDate(date) === null) return { date, whole: whole ?? true };
  }
  return null;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?';
const number = (name: string | undefined): string => String(months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1);

type Parts = [year: string | undefined, month?: string | undefined, day?: string | undefined];

const spellings: readonly { pattern: RegExp; parts: (found: RegExpExecArray) => Parts; whole?: boolean }[] = [
  { pattern: new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? ${month} (\\d{4})$`, 'i'), parts: ([, day, name, year]) => [year, number(name), day] },
  { pattern: new RegExp(`^${month} (\\d{1,2})(?:st|nd|rd|th)? (\\d{4})$`, 'i'), parts: ([, name, day, year]) => [year, number(name), day] },
  { pattern: new RegExp(`^${month} (\\d{4})$`, 'i'), parts: ([, name, year]) => [year, number(name)] },
  { pattern: /^(1[3-9]|2\d|3[01])[./-](\d{1,2})[./-](\d{4})$/, parts: ([, day, month, year]) => [year, month, day] },
  { pattern: /^(\d{1,2})[./-](1[3-9]|2\d|3[01])[./-](\d{4})$/, parts: ([, month, day, year]) => [year, month, day] },
  { pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, parts: ([, day, month, year]) => [year, month, day] },
  { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/, parts: ([, year, month, day]) => [year, month, day], whole: false },
  { pattern: /^(?:spring|summer|autumn|fall|winter|q[1-4]|early|mid|late) (?:of )?(\d{4})$/i, parts: ([, year]) => [year], whole: false },
];

function joined(year: string, month?: string, day?: string): string {
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
}

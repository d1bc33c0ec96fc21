import { z } from 'zod';
import { checkCalendarDate, compareCalendarDates, isDateTime, parseCalendarDate } from './calendar.ts';
import { refusedBy, sourceText } from './scalar.ts';

/** A calendar date `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, kept as text; a date-time is cut to its day. */
export const calendarDate = () =>
  z
    .preprocess(sourceText, z.string({ error: 'must be a date as YYYY-MM-DD, YYYY-MM or YYYY' }).trim())
    .transform((written, ctx) => {
      const message = checkCalendarDate(written);
      const params = { fix: 'write a date that exists, as YYYY-MM-DD, YYYY-MM or YYYY' };
      if (message !== null) ctx.addIssue({ code: 'custom', message, params });
      return parseCalendarDate(written) ?? z.NEVER;
    })
    .meta(dateInput);

/** The moment a document becomes public: a calendar date, or a date-time with an offset. */
export const moment = () =>
  z
    .preprocess(sourceText, z.string({ error: 'must be a date, or a date-time with an offset' }).trim())
    .superRefine(refusedBy(checkMoment))
    .meta(dateInput);

/** Whether a span ends before it starts; false when either date is absent or invalid. */
export function endsBeforeStart({ start, end }: { start?: unknown; end?: unknown }): boolean {
  return typeof start === 'string' && typeof end === 'string' && compareCalendarDates(end, start) < 0;
}

function checkMoment(written: string): string | null {
  const hasOffset = !isDateTime(written) || offset.test(written);
  return checkCalendarDate(written) ?? (hasOffset ? null : 'must include its offset from UTC, like 2031-01-15T09:00:00+01:00');
}

const offset = /(?:[Zz]|[+-]\d{2}:?\d{2})$/;
const dateInput = { type: ['string', 'integer'], examples: ['2023-08-15', '2023-08', '2023'] } as unknown as { type: 'string' };

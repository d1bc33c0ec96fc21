import { compareCalendarDates, isDateTime, parseCalendarDate } from '../../schemas/calendar.ts';
import { warningIn, type FieldDiagnostic } from '../../documents/diagnostic.ts';
import type { Document } from '../../documents/document.ts';
import { textAt } from '../../documents/values.ts';

/** List the dates of a case study that contradict each other or `today`, a calendar date, and those with a time. */
export function dateWarnings(document: Document, today: string): FieldDiagnostic[] {
  const dates = dateFields.flatMap((field) => {
    const written = textAt(document.data, field)?.trim();
    const date = written === undefined ? null : parseCalendarDate(written);
    return written === undefined || date === null ? [] : [{ field, written, date }];
  });
  const find = (name: string): string | undefined => dates.find(({ field }) => field[0] === name)?.date;
  const [date, updated] = [find('date'), find('updated')];

  return [
    ...dates.flatMap(({ field, written, date }) =>
      isDateTime(written) ? [warningIn(field, 'is a date-time; only its day is used', `write ${date}`)] : [],
    ),
    ...(date !== undefined && compareCalendarDates(date, today) > 0
      ? [warningIn(['date'], 'is in the future', 'write the day of delivery, or hide the document with `publish_at`')]
      : []),
    ...(date !== undefined && updated !== undefined && compareCalendarDates(updated, date) < 0
      ? [warningIn(['updated'], `is before \`date\` (${date})`, 'correct one of the two')]
      : []),
  ];
}

const dateFields: readonly (readonly PropertyKey[])[] = [['date'], ['updated'], ['duration', 'start'], ['duration', 'end']];

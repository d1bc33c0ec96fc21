import { z } from 'zod';
import { calendarDate, endsBeforeStart } from './calendar-date.ts';
import { asTyped, onMaps, orText, text } from './scalar.ts';

/** How long the work took: the author's words, or calendar dates; without an end it still runs. */
export const duration = z
  .preprocess(
    (value) => (typeof asTyped(value) === 'string' ? { text: value } : value),
    z
      .strictObject(
        {
          text: text().optional().meta({ internal: true }),
          start: calendarDate().optional().describe('When the work began'),
          end: calendarDate().optional().describe('When it ended; left out, it still runs'),
        },
        { error: ({ code }) => (code === 'invalid_type' ? 'must be text, or {start, end} with calendar dates' : undefined) },
      )
      .refine(({ text, start }) => text !== undefined || start !== undefined, { ...onMaps, path: ['start'], error: 'is missing' })
      .refine((span) => !endsBeforeStart(span), { ...onMaps, path: ['end'], error: 'is before the start' })
      .transform(({ text, start, end }) => (text === undefined ? { start: start ?? '', ...(end !== undefined && { end }) } : { text })),
  )
  .meta(orText);

export type Duration = z.output<typeof duration>;

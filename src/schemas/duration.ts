import { z } from 'zod';
import { calendarDate, endsBeforeStart } from './calendar-date.ts';
import { inputShape, inputShapes, scalarShape } from './json-shape.ts';
import { mustBe, onMaps, sourceText, text } from './scalar.ts';

const span = {
  start: calendarDate().optional().describe('Start of the work'),
  end: calendarDate().optional().describe('End of the work; absent while it is ongoing'),
};

/** How long the work took: text, or calendar dates without an end while it is ongoing. Text is parsed to `{text}`. */
export const duration = z
  .preprocess(
    (value) => (typeof sourceText(value) === 'string' ? { text: value } : value),
    z
      .strictObject({ text: text().optional(), ...span }, mustBe('text, or {start, end} with calendar dates'))
      .refine(({ text, start }) => text !== undefined || start !== undefined, { ...onMaps, path: ['start'], error: 'is missing' })
      .refine((dates) => !endsBeforeStart(dates), { ...onMaps, path: ['end'], error: 'is before the start' })
      .transform(({ text, start, end }) => (text === undefined ? { start: start ?? '', ...(end !== undefined && { end }) } : { text })),
  )
  .meta(inputShapes(scalarShape, inputShape(z.strictObject(span))));

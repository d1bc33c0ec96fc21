import { graphemeCount } from '../../../src/schemas/scalar.ts';
import { asText, findValues } from '../front-matter/values.ts';
import { toDuration } from './field-readers.ts';
import { fieldSources } from './field-sources.ts';
import { keep, markUsed, type Mapping } from './mapping.ts';
import { toPlainLine } from '../text/plain-text.ts';

/** A start and an end become one duration. */
export function mapDuration(mapping: Mapping): void {
  const [start] = findValues(mapping.data, ['start_date', 'start', 'started', 'date_start', 'begin', 'from']);
  const [end] = findValues(mapping.data, ['end_date', 'end', 'ended', 'date_end', 'finished', 'completed', 'completion_date']);
  const duration = start && toDuration(start.value, end?.value);
  if (!start || !duration) return;
  mapping.fields.duration = duration;
  markUsed(mapping, start.key, 'duration');
  if (end && duration.end !== undefined) markUsed(mapping, end.key, 'duration');
  else if (end) keep(mapping, end.key, end.value);
}

/** Map spans, the date of the file's name, and dates in the future. */
export function mapDates(mapping: Mapping): void {
  const { fields, context, data, used } = mapping;
  // A date that is really a span, such as `2015 - 2019`.
  const isSpan = fields.date === undefined ? /\b\d{4}\b/ : /\d{4}\s*[-–—~]\s*\p{L}*\s*\d{4}$|^\p{L}+\s*[-–—~]\s*\p{L}+\s+\d{4}$/u;
  const span = findValues(data, fieldSources.date.from).find(({ key, value }) => !used.has(key) && isSpan.test(asText(value) ?? ''));
  const spanText = asText(span?.value) ?? '';
  if (fields.duration === undefined && span && graphemeCount(spanText) <= 120) {
    fields.duration = toPlainLine(spanText);
    markUsed(mapping, span.key, 'duration');
  }
  if (fields.date === undefined && context.fileDate !== undefined) {
    fields.date = context.fileDate;
    context.log.add('mapped', "the file's name", 'date');
  }
  // Jekyll and Hugo publish nothing before its date.
  if (typeof fields.date === 'string' && fields.date > context.today && fields.publish_at === undefined) {
    fields.publish_at = fields.date;
    context.log.add('unsure', 'publish_at', 'the date is in the future, so the case study stays hidden until then');
  }
}

/** A year beside a date of that year says nothing more. */
export function dropRepeatedYear(mapping: Mapping): void {
  const { fields, data } = mapping;
  for (const { key, value } of findValues(data, ['year']))
    if (!mapping.used.has(key) && asText(fields.date)?.startsWith(asText(value) ?? ' ')) markUsed(mapping, key, 'date');
}

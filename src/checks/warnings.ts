import { posix } from 'node:path';
import { metricsSchema, type MetricsInput } from '../schemas/metric.ts';
import type { ProjectData } from '../schemas/project.ts';
import { compareCalendarDates, isDateTime, parseCalendarDate } from '../schemas/calendar.ts';
import { readOutcomes } from '../metrics/read-outcomes.ts';
import { metricWarnings } from './metrics.ts';
import { textAt, valueAt } from '../documents/values.ts';
import type { Document } from '../documents/document.ts';
import type { Finding } from '../documents/diagnostic.ts';

/**
 * List what a reader of a case study would miss or doubt, though nothing of it breaks a page. `today` is a calendar date, `data` what
 * the schema made of the document, null where it has errors.
 */
export function projectWarnings(document: Document, data: ProjectData | null, today: string): Finding[] {
  const metrics = readMetrics(document, data);
  const warnings = [...absences(document, metrics), ...dateWarnings(document, today), ...altWarnings(document)];
  if (metrics !== null) warnings.push(...metricFindings(document, metrics));
  return warnings;
}

/** Tell whether a text alternative is no more than the name of the file. */
export function isFileName(alt: string, image: string): boolean {
  const name = posix.basename(image).toLowerCase();
  const words = alt.trim().toLowerCase();
  return words !== '' && (words === name || words === name.replace(/\.[^.]*$/, ''));
}

interface Metrics {
  input: MetricsInput | undefined;
  bullets: string | undefined;
  lang: string | undefined;
}

const optionalMetrics = metricsSchema.optional();

/** The metrics as the page will read them; null where the schema refuses them. */
function readMetrics({ data: raw }: Document, data: ProjectData | null): Metrics | null {
  const bullets = textAt(raw, ['results_metrics']);
  const lang = textAt(raw, ['lang']);
  if (data) return { input: data.metrics, bullets, lang };
  const parsed = optionalMetrics.safeParse(valueAt(raw, ['metrics']));
  return parsed.success ? { input: parsed.data, bullets, lang } : null;
}

/** Whether the metrics, or the bullets that stand in for them, say anything. */
function hasOutcomes({ input, bullets, lang }: Metrics): boolean {
  return input !== undefined || (bullets !== undefined && readOutcomes(undefined, bullets, lang).length > 0);
}

/** Whether any metric says when, under `period` or in its words. */
function hasPeriod({ input, bullets }: Metrics): boolean {
  const says = (value: unknown): boolean => {
    if (typeof value === 'string') return saysPeriod.test(value);
    return typeof value === 'object' && value !== null && ('period' in value || Object.values(value).some(says));
  };
  return says(input ?? bullets);
}

function absences(document: Document, metrics: Metrics | null): Finding[] {
  const has = (...path: PropertyKey[]): boolean => valueAt(document.data, path) !== undefined;
  const missing = (field: string, message: string, fix: string): Finding => ({ severity: 'warning', field: [field], message, fix });
  return [
    ...(has('date')
      ? []
      : [
          missing(
            'date',
            has('duration', 'end') ? 'is missing; the end of `duration` is shown' : 'is missing; the case study sorts last and shows none',
            'add the date of delivery',
          ),
        ]),
    ...(has('thumbnail')
      ? []
      : [
          missing(
            'thumbnail',
            has('screenshots', 0) ? 'is missing; the first screenshot stands in for it' : 'is missing; the card is drawn without a picture',
            'add a picture',
          ),
        ]),
    ...(metrics === null || hasOutcomes(metrics)
      ? []
      : [
          missing(
            'metrics',
            'are missing, and no bold-led bullet of `results_metrics` stands in for them',
            'say what changed, with its figures',
          ),
        ]),
    ...(has('role') ? [] : [missing('role', 'is missing: a reader cannot tell what you did', 'say what you were in the project')]),
    ...(has('duration') || metrics === null || hasPeriod(metrics)
      ? []
      : [missing('duration', 'is missing, and no metric says its period', 'say how long it took, or give the metrics a `period`')]),
  ];
}

/** A span or point of time in the words of a metric. */
const saysPeriod =
  /\b(?:in|within|over|after|during|since|by|for)\s+(?:the\s+)?(?:first\s+|last\s+|past\s+)?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)?\s*-?(?:day|week|month|quarter|season|year)s?\b|\b(?:Q[1-4]|H[12]|FY)\s?\d{2,4}\b|\b(?:in|since|by|during|from)\s+(?:19|20)\d\d\b/i;

function dateWarnings(document: Document, today: string): Finding[] {
  const dates = dateFields.flatMap((field) => {
    const written = textAt(document.data, field)?.trim();
    const date = written === undefined ? null : parseCalendarDate(written);
    return written === undefined || date === null ? [] : [{ field, written, date }];
  });
  const find = (name: string): string | undefined => dates.find(({ field }) => field.length === 1 && field[0] === name)?.date;
  const [date, updated] = [find('date'), find('updated')];
  const warning = (field: readonly PropertyKey[], message: string, fix: string): Finding => ({ severity: 'warning', field, message, fix });
  return [
    ...dates.flatMap(({ field, written, date }) =>
      isDateTime(written) ? [warning(field, 'is a date-time; its day as written is kept', `write ${date}`)] : [],
    ),
    ...(date !== undefined && compareCalendarDates(date, today) > 0
      ? [warning(['date'], 'is in the future', 'write the day it was delivered, or hide the document with `publish_at`')]
      : []),
    ...(date !== undefined && updated !== undefined && compareCalendarDates(updated, date) < 0
      ? [warning(['updated'], `is before \`date\` (${date})`, 'correct one of the two')]
      : []),
  ];
}

const dateFields: readonly (readonly PropertyKey[])[] = [['date'], ['updated'], ['duration', 'start'], ['duration', 'end']];

function altWarnings(document: Document): Finding[] {
  const lists = (['screenshots', 'metrics_charts'] as const).flatMap((name) => {
    const value = valueAt(document.data, [name]);
    return Array.isArray(value) ? value.map((_, index) => [name, index] as const) : [];
  });
  return [['thumbnail'] as const, ...lists].flatMap((path): Finding[] => {
    const [alt, image] = [textAt(document.data, [...path, 'alt']), textAt(document.data, [...path, 'image'])];
    if (alt === undefined || image === undefined || !isFileName(alt, image)) return [];
    return [{ severity: 'warning', field: [...path, 'alt'], message: 'is the name of the file', fix: 'say what the picture shows' }];
  });
}

function metricFindings(document: Document, { input, bullets, lang }: Metrics): Finding[] {
  return metricWarnings(input, bullets, lang).map(({ path, message, fix, value }) => ({
    severity: 'warning',
    field: path,
    message,
    fix,
    value: document.written(path) ?? value,
  }));
}

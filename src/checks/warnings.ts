import { posix } from 'node:path';
import { metricsSchema, type MetricsInput } from '../schemas/metric.ts';
import type { ProjectData } from '../schemas/project.ts';
import { compareCalendarDates, isDateTime, parseCalendarDate } from '../schemas/calendar.ts';
import { readOutcomes } from '../metrics/read-outcomes.ts';
import { metricWarnings } from './metrics.ts';
import { textAt, valueAt } from '../documents/values.ts';
import type { Document } from '../documents/document.ts';
import type { FieldDiagnostic } from '../documents/diagnostic.ts';

/**
 * List what readers of a case study would miss or doubt, though the page still works. `today` is a calendar date; `data` is the parsed
 * document, null when it has errors.
 */
export function projectWarnings(document: Document, data: ProjectData | null, today: string): FieldDiagnostic[] {
  const metrics = readMetrics(document, data);
  const warnings = [...missingFields(document, metrics), ...dateWarnings(document, today), ...altWarnings(document)];
  if (metrics !== null) warnings.push(...metricDiagnostics(document, metrics));
  return warnings;
}

/** Tell whether an alt text merely repeats the file name. */
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

/** Return the metrics as the page will read them; null when they are invalid. */
function readMetrics({ data: raw }: Document, data: ProjectData | null): Metrics | null {
  const bullets = textAt(raw, ['results_metrics']);
  const lang = textAt(raw, ['lang']);
  if (data) return { input: data.metrics, bullets, lang };
  const parsed = optionalMetrics.safeParse(valueAt(raw, ['metrics']));
  return parsed.success ? { input: parsed.data, bullets, lang } : null;
}

/** Whether the metrics, or the bullets that replace them, contain an outcome. */
function hasOutcomes({ input, bullets, lang }: Metrics): boolean {
  return input !== undefined || (bullets !== undefined && readOutcomes(undefined, bullets, lang).length > 0);
}

/** Whether any metric names a period, under `period` or in its text. */
function hasPeriod({ input, bullets }: Metrics): boolean {
  const says = (value: unknown): boolean => {
    if (typeof value === 'string') return saysPeriod.test(value);
    return typeof value === 'object' && value !== null && ('period' in value || Object.values(value).some(says));
  };
  return says(input ?? bullets);
}

function missingFields(document: Document, metrics: Metrics | null): FieldDiagnostic[] {
  const has = (...path: PropertyKey[]): boolean => valueAt(document.data, path) !== undefined;
  const missing = (field: string, message: string, fix: string): FieldDiagnostic => ({ severity: 'warning', field: [field], message, fix });
  return [
    ...(has('date')
      ? []
      : [
          missing(
            'date',
            has('duration', 'end')
              ? 'is missing; the end of `duration` is used'
              : 'is missing: the case study sorts last and shows no date',
            'add the date of delivery',
          ),
        ]),
    ...(has('thumbnail')
      ? []
      : [
          missing(
            'thumbnail',
            has('screenshots', 0) ? 'is missing; the first screenshot is used' : 'is missing: the card has no picture',
            'add a picture',
          ),
        ]),
    ...(metrics === null || hasOutcomes(metrics)
      ? []
      : [
          missing(
            'metrics',
            'are missing, and `results_metrics` has no bullets that start in bold to replace them',
            'describe what changed, with figures',
          ),
        ]),
    ...(has('role') ? [] : [missing('role', 'is missing: readers cannot tell what you did', 'name your role in the project')]),
    ...(has('duration') || metrics === null || hasPeriod(metrics)
      ? []
      : [missing('duration', 'is missing, and no metric has a period', 'write how long it took, or give the metrics a `period`')]),
  ];
}

/** A span or point of time in the text of a metric. */
const saysPeriod =
  /\b(?:in|within|over|after|during|since|by|for)\s+(?:the\s+)?(?:first\s+|last\s+|past\s+)?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)?\s*-?(?:day|week|month|quarter|season|year)s?\b|\b(?:Q[1-4]|H[12]|FY)\s?\d{2,4}\b|\b(?:in|since|by|during|from)\s+(?:19|20)\d\d\b/i;

function dateWarnings(document: Document, today: string): FieldDiagnostic[] {
  const dates = dateFields.flatMap((field) => {
    const written = textAt(document.data, field)?.trim();
    const date = written === undefined ? null : parseCalendarDate(written);
    return written === undefined || date === null ? [] : [{ field, written, date }];
  });
  const find = (name: string): string | undefined => dates.find(({ field }) => field.length === 1 && field[0] === name)?.date;
  const [date, updated] = [find('date'), find('updated')];
  const warning = (field: readonly PropertyKey[], message: string, fix: string): FieldDiagnostic => ({
    severity: 'warning',
    field,
    message,
    fix,
  });
  return [
    ...dates.flatMap(({ field, written, date }) =>
      isDateTime(written) ? [warning(field, 'is a date-time; only its day is used', `write ${date}`)] : [],
    ),
    ...(date !== undefined && compareCalendarDates(date, today) > 0
      ? [warning(['date'], 'is in the future', 'write the day of delivery, or hide the document with `publish_at`')]
      : []),
    ...(date !== undefined && updated !== undefined && compareCalendarDates(updated, date) < 0
      ? [warning(['updated'], `is before \`date\` (${date})`, 'correct one of the two')]
      : []),
  ];
}

const dateFields: readonly (readonly PropertyKey[])[] = [['date'], ['updated'], ['duration', 'start'], ['duration', 'end']];

function altWarnings(document: Document): FieldDiagnostic[] {
  const lists = (['screenshots', 'metrics_charts'] as const).flatMap((name) => {
    const value = valueAt(document.data, [name]);
    return Array.isArray(value) ? value.map((_, index) => [name, index] as const) : [];
  });
  return [['thumbnail'] as const, ...lists].flatMap((path): FieldDiagnostic[] => {
    const [alt, image] = [textAt(document.data, [...path, 'alt']), textAt(document.data, [...path, 'image'])];
    if (alt === undefined || image === undefined || !isFileName(alt, image)) return [];
    return [{ severity: 'warning', field: [...path, 'alt'], message: 'is the file name', fix: 'describe what the picture shows' }];
  });
}

function metricDiagnostics(document: Document, { input, bullets, lang }: Metrics): FieldDiagnostic[] {
  return metricWarnings(input, bullets, lang).map(({ path, message, fix, value }) => ({
    severity: 'warning',
    field: path,
    message,
    fix,
    value: document.written(path) ?? value,
  }));
}

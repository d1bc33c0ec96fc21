import { metricsSchema, type MetricsInput } from '../../schemas/metric.ts';
import type { ProjectData } from '../../schemas/project.ts';
import type { SectionField } from '../../schemas/sections.ts';
import { languageOf } from '../../i18n/languages.ts';
import { templateStrings } from '../../i18n/strings.ts';
import { readOutcomes } from '../../metrics/read-outcomes.ts';
import { dateWarnings } from './date-warnings.ts';
import { metricWarnings } from './metrics.ts';
import { declaredLanguage, listAt, textAt, valueAt } from '../../documents/values.ts';
import type { Document } from '../../documents/document.ts';
import { escapeControlCharacters, warningIn, type FieldDiagnostic } from '../../documents/diagnostic.ts';
import type { Story } from '../../lib/story/story-parts.ts';

/**
 * List what readers of a case study would miss or doubt, though the page still works. `today` is a calendar date, `locale` the language
 * of the document; `data` is the parsed document, null when it has errors.
 */
export function projectWarnings(
  document: Document,
  data: ProjectData | null,
  { today, locale = 'en', story }: WarningOptions,
): FieldDiagnostic[] {
  const metrics = readMetrics(document, data);
  return [
    ...missingFields(document, story, metrics, locale),
    ...dateWarnings(document, today),
    ...altWarnings(document),
    ...(metrics ? [...metricDiagnostics(document, story, metrics), ...placementWarnings(document, story, metrics)] : []),
  ];
}

/** Whether an alt text merely repeats the file name. */
export function isFileName(alt: string, image: string): boolean {
  const name = (image.split('/').findLast((part) => part !== '') ?? '').toLowerCase();
  const words = alt.trim().toLowerCase();
  return words !== '' && (words === name || words === name.replace(/\.[^.]*$/, ''));
}

interface WarningOptions {
  today: string;
  locale?: string | undefined;
  /** What the body says under its headings; null where that is unknown, and then nothing that it may say is missed. */
  story: Story | null;
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
  const lang = declaredLanguage(raw);
  if (data) return { input: data.metrics, bullets, lang };
  const parsed = optionalMetrics.safeParse(valueAt(raw, ['metrics']));
  return parsed.success ? { input: parsed.data, bullets, lang } : null;
}

/** Whether the metrics, or the bullets that replace them, contain an outcome. */
function hasOutcomes({ input, bullets, lang }: Metrics, story: Story | null): boolean {
  return (
    input !== undefined || story === null || [bullets, story.results].some((markdown) => readOutcomes(undefined, markdown, lang).length > 0)
  );
}

/** Whether any metric names a period, under `period` or in its text. */
function hasPeriod({ input, bullets }: Metrics, story: Story | null): boolean {
  const says = (value: unknown): boolean => {
    if (typeof value === 'string') return saysPeriod.test(value);
    return typeof value === 'object' && value !== null && ('period' in value || Object.values(value).some(says));
  };
  return says(input ?? [bullets, story?.results]) || (input === undefined && story === null);
}

/** List the advised fields that are absent, with what readers miss. */
function missingFields(document: Document, story: Story | null, metrics: Metrics | null, locale: string): FieldDiagnostic[] {
  const { section } = templateStrings(languageOf(locale) ?? 'en', 'organization');
  const headingOf = (field: SectionField): string => `a heading such as “${section[field].heading}” to the text`;
  const has = (...path: PropertyKey[]): boolean => valueAt(document.data, path) !== undefined;
  const hasSection = (...sections: SectionField[]): boolean =>
    sections.some((section) => has(section) || story === null || story.roles.has(section));
  const hasScreenshot = [valueAt(document.data, ['screenshots'])].flat().some((one) => textAt(one, ['image']) !== undefined);
  const advice: readonly Advice[] = [
    {
      field: ['tagline'],
      message: 'is missing: cards, feeds and search results show the first sentences of the text instead',
      fix: 'say in one sentence what the work achieved',
    },
    {
      field: ['client'],
      message: 'is missing: readers do not learn who the work was for',
      fix: 'name the client; `{name, alias, confidential: true}` publishes the alias alone',
    },
    {
      field: ['date'],
      message: has('duration', 'end')
        ? 'is missing; the end of `duration` is used'
        : 'is missing: the case study sorts last and shows no date',
      fix: 'add the date of delivery',
    },
    {
      field: ['thumbnail'],
      message: hasScreenshot ? 'is missing; the first screenshot is used' : 'is missing: the card has no picture',
      fix: 'add a picture',
    },
    {
      field: ['technologies'],
      present: has('technologies') && !isEmptyList(valueAt(document.data, ['technologies'])),
      message: 'are missing: no technology page lists the case study',
      fix: 'list what you used',
    },
    {
      field: ['business_context'],
      present: hasSection('business_context'),
      message: 'is missing: readers do not learn why the work mattered',
      fix: `add it, or ${headingOf('business_context')}`,
    },
    {
      field: ['technical_challenges'],
      present: hasSection('technical_challenges'),
      message: 'are missing: readers do not learn what made the work hard',
      fix: `add them, or ${headingOf('technical_challenges')}`,
    },
    {
      field: ['solutions'],
      present: hasSection('solutions', 'solution_architecture'),
      message: 'are missing: readers do not learn how you solved the problem',
      fix: `add them, or ${headingOf('solutions')}`,
    },
    {
      field: ['metrics'],
      present: metrics === null || hasOutcomes(metrics, story),
      message: 'are missing: readers do not learn what the work changed',
      fix: 'describe what changed, with figures, or start bullets of the results with a figure in bold',
    },
    { field: ['role'], message: 'is missing: readers cannot tell what you did', fix: 'name your role in the project' },
    {
      field: ['duration'],
      present: has('duration') || metrics === null || hasPeriod(metrics, story),
      message: 'is missing, and no metric has a period',
      fix: 'write how long it took, or give the metrics a `period`',
    },
    {
      field: ['testimonial', 'author'],
      present: !has('testimonial', 'quote') || has('testimonial', 'author'),
      message: 'is missing: readers do not learn who said it',
      fix: 'name the person quoted',
    },
  ];
  return advice.flatMap(({ field, present = has(...field), message, fix }) => (present ? [] : warningIn(field, message, fix)));
}

interface Advice {
  field: readonly PropertyKey[];
  /** Whether the document has what replaces the field; by default, whether it has the field. */
  present?: boolean;
  /** What readers miss without it. */
  message: string;
  fix: string;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** A span or point of time in the text of a metric. */
const saysPeriod =
  /\b(?:in|within|over|after|during|since|by|for)\s+(?:the\s+)?(?:first\s+|last\s+|past\s+)?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)?\s*-?(?:day|week|month|quarter|season|year)s?\b|\b(?:Q[1-4]|H[12]|FY)\s?\d{2,4}\b|\b(?:in|since|by|during|from)\s+(?:19|20)\d\d\b/i;

/** List the pictures that name a section which the page does not have. */
function placementWarnings(document: Document, story: Story | null, metrics: Metrics): FieldDiagnostic[] {
  return galleryPaths(document).flatMap((path) => {
    const after = textAt(document.data, [...path, 'after']);
    const isShown = after === undefined || valueAt(document.data, [after]) !== undefined;
    if (isShown || (after === 'results_metrics' && hasOutcomes(metrics, story))) return [];
    const message = 'names a field that this case study does not have: the picture is shown in the gallery';
    return [warningIn([...path, 'after'], message, 'write that field, name another, or delete `after`')];
  });
}

function galleryPaths(document: Document): (readonly [string, number])[] {
  return ['screenshots', 'metrics_charts'].flatMap((name) => listAt(document.data, [name]).map((_, index) => [name, index] as const));
}

function altWarnings(document: Document): FieldDiagnostic[] {
  return [['thumbnail'] as const, ...galleryPaths(document)].flatMap((path) => {
    const [alt, image] = [textAt(document.data, [...path, 'alt']), textAt(document.data, [...path, 'image'])];
    if (alt === undefined || image === undefined || !isFileName(alt, image)) return [];
    return [warningIn([...path, 'alt'], 'is the file name', 'describe what the picture shows')];
  });
}

function metricDiagnostics(document: Document, story: Story | null, { input, bullets, lang }: Metrics): FieldDiagnostic[] {
  const inFields = metricWarnings(input, bullets, lang).map(({ path, message, fix, value }) =>
    warningIn(path, message, fix, { value: document.written(path) ?? value }),
  );
  if (input !== undefined || story === null) return inFields;
  const inBody = metricWarnings(undefined, story.results, lang).map(({ message, fix, value }) =>
    warningIn(['body'], message, fix, { line: lineInBody(document, value), column: 1, value: escapeControlCharacters(value) }),
  );
  return [...inFields, ...inBody];
}

/** Return the line of the file that contains a text of the body, without emphasis; the first line of the body when none does. */
function lineInBody({ body, bodyLine }: Document, text: string): number {
  const index = body.split('\n').findIndex((line) => line.replace(/\*\*|__/g, '').includes(text));
  return bodyLine + Math.max(index, 0);
}

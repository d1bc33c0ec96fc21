import { checkAddress } from '../../src/schemas/address.ts';
import { graphemeCount } from '../../src/schemas/scalar.ts';
import type { CalendarDate } from '../../src/schemas/calendar.ts';
import { fieldSources, linkSources, type Target } from './field-names.ts';
import { asText, fieldKey, isEmpty, writtenUnder, type Written } from './fields.ts';
import { isRecord } from './front-matter.ts';
import { legal } from './old-addresses.ts';
import { line, type Reading } from './reading.ts';
import { readings, spanOf } from './values.ts';

/** Our fields out of another system's front matter, and what had no place among them. */
export interface Mapped {
  fields: Partial<Record<Target, unknown>>;
  extra: Record<string, unknown>;
}

export interface MappingContext extends Omit<Reading, 'key' | 'max' | 'data'> {
  /** Date in the file's name. */
  fileDate: CalendarDate | undefined;
  /** Calendar date of the import. */
  today: CalendarDate;
}

/** Map another system's front matter to our fields by `fieldSources`; what is not taken comes back as `extra`, nothing is lost. */
export function mapFields(written: Record<string, unknown>, context: MappingContext): Mapped {
  const { params, ...top } = written;
  const data = isRecord(params) ? { ...params, ...top } : written;
  const mapping: Mapping = { data, context, fields: {}, extra: {}, used: new Set() };
  takePublished(mapping);
  takeSpan(mapping);
  for (const target of Object.keys(fieldSources) as Target[]) takeTarget(target, mapping);
  takeLongTagline(mapping);
  takeWordyOutcomes(mapping);
  takeClientDetails(mapping);
  takeLinks(mapping);
  takeFileDate(mapping);
  keepRest(mapping);
  return { fields: mapping.fields, extra: mapping.extra };
}

interface Mapping extends Mapped {
  data: Record<string, unknown>;
  context: MappingContext;
  /** Keys that are dealt with. */
  used: Set<string>;
}

/** Fields that may be filled from several keys, one after the other. */
const joined = new Set<Target>([
  'business_context',
  'technical_challenges',
  'solutions',
  'solution_architecture',
  'implementation_details',
  'key_learnings',
  'team_leadership',
]);

/** Lists that name subjects as often as technologies. */
const topics = new Set(['skills', 'tags', 'tag', 'categories', 'keywords']);

function takeTarget(target: Target, mapping: Mapping): void {
  const { reads, from, max = Infinity } = fieldSources[target] as { reads: keyof typeof readings; from: readonly string[]; max?: number };
  for (const { key, value } of writtenUnder(mapping.data, from)) {
    const held = mapping.fields[target];
    if (mapping.used.has(key) || (held !== undefined && !joined.has(target))) continue;
    const read = readings[reads](value, { ...mapping.context, data: mapping.data, key, max });
    if (read === null) continue;
    mapping.fields[target] = held === undefined ? read.value : `${String(held)}\n\n${String(read.value)}`;
    use(mapping, key, target);
    if (target === 'technologies' && topics.has(fieldKey(key)))
      mapping.context.note('unsure', target, `taken from \`${key}\`: keep what the work is made of`);
    if (!isEmpty(read.rest)) keep(mapping, key, read.rest);
  }
}

function use({ used, context }: Mapping, key: string, target: string): void {
  used.add(key);
  if (fieldKey(key) !== target) context.note('mapped', key, target);
}

function keep({ extra, context }: Mapping, key: string, value: unknown): void {
  Object.defineProperty(extra, key, { value, enumerable: true, configurable: true, writable: true });
  context.note('extra', key, describe(value));
}

/** `published: false` is a draft; so is what its author keeps from being listed. */
function takePublished(mapping: Mapping): void {
  for (const { key, value } of writtenUnder(mapping.data, ['published', 'publish'])) {
    const text = asText(value);
    if (text !== 'true' && text !== 'false') continue;
    if (text === 'false') mapping.fields.draft = true;
    use(mapping, key, 'draft');
  }
}

/** A start and an end are one duration here. */
function takeSpan(mapping: Mapping): void {
  const [start] = writtenUnder(mapping.data, ['start_date', 'start', 'started', 'date_start', 'begin', 'from']);
  const [end] = writtenUnder(mapping.data, ['end_date', 'end', 'ended', 'date_end', 'finished', 'completed', 'completion_date']);
  const span = start && spanOf(start.value, end?.value);
  if (!start || !span) return;
  mapping.fields.duration = span;
  use(mapping, start.key, 'duration');
  if (end && span.end !== undefined) use(mapping, end.key, 'duration');
  else if (end) keep(mapping, end.key, end.value);
}

/** A description that is too long for a tagline is a summary; its first sentence may serve as tagline. */
function takeLongTagline(mapping: Mapping): void {
  const { fields, context } = mapping;
  const texts = writtenUnder(mapping.data, fieldSources.tagline.from).filter(
    ({ key, value }) => !mapping.used.has(key) && asText(value) !== undefined,
  );
  for (const { key, value } of texts) {
    const text = asText(value) ?? '';
    const summary = /^(?:excerpt|summary|abstract|intro|lead|lede|description)$/.test(fieldKey(key));
    if (fields.tagline === undefined) {
      const sentence = firstSentence(line(text));
      if (sentence !== null) {
        fields.tagline = sentence;
        context.note('unsure', 'tagline', `the first sentence of \`${key}\`, which is too long for one`);
      }
    }
    if (summary && fields.executive_summary === undefined && line(text) !== fields.tagline) {
      fields.executive_summary = context.markdown(text, key).trim();
      use(mapping, key, 'executive_summary');
    }
  }
}

/** The first sentence of a text, where it is short enough for a tagline; null otherwise. */
export function firstSentence(text: string): string | null {
  const sentence = /^.{10,}?[.!?](?=\s+\p{Lu}|\s*$)/su.exec(text)?.[0] ?? text;
  return sentence.length >= 10 && graphemeCount(sentence) <= 200 ? sentence : null;
}

/** Results without a figure, or told at length, are Markdown. */
function takeWordyOutcomes(mapping: Mapping): void {
  for (const { key, value } of writtenUnder(mapping.data, fieldSources.metrics.from)) {
    if (mapping.used.has(key)) continue;
    const read = readings.markdown(value, { ...mapping.context, data: mapping.data, key, max: Infinity });
    if (read === null) continue;
    const { fields } = mapping;
    fields.results_metrics =
      fields.results_metrics === undefined ? read.value : `${String(fields.results_metrics)}\n\n${String(read.value)}`;
    use(mapping, key, 'results_metrics');
  }
}

/** Size and address of the client may stand beside its name. */
function takeClientDetails(mapping: Mapping): void {
  const { fields, data } = mapping;
  if (fields.client === undefined) return;
  const details: Record<string, string> = {};
  const sources = { size: ['client_size', 'company_size'], url: ['client_url', 'client_website', 'client_link', 'company_url'] };
  for (const [name, keys] of Object.entries(sources)) {
    const [found] = writtenUnder(data, keys);
    const text = found && asText(found.value);
    if (!found || text === undefined || (name === 'url' ? checkAddress(text) !== null : graphemeCount(text) > 120)) continue;
    details[name] = text;
    use(mapping, found.key, `client.${name}`);
  }
  if (Object.keys(details).length > 0)
    fields.client = { ...(isRecord(fields.client) ? fields.client : { name: fields.client }), ...details };
}

function takeLinks(mapping: Mapping): void {
  const found = writtenUnder(mapping.data, Object.keys(linkSources)).filter(
    ({ key, value }) => !mapping.used.has(key) && checkAddress(asText(value)?.trim() ?? '') === null,
  );
  const links = [mapping.fields.links ?? []].flat() as { label: string; url: string }[];
  for (const { key, value } of found) {
    const url = (asText(value) ?? '').trim();
    const label = linkSources[fieldKey(key) as keyof typeof linkSources];
    if (!links.some((link) => link.url === url)) links.push({ label, url });
    use(mapping, key, 'links');
  }
  if (links.length > 0) mapping.fields.links = links;
}

/** A date in the file's name serves where the document has none; a date to come was kept back by Jekyll and Hugo, and is here. */
function takeFileDate(mapping: Mapping): void {
  const { fields, context } = mapping;
  const [span] = writtenUnder(mapping.data, fieldSources.date.from).filter(
    ({ key, value }) => !mapping.used.has(key) && /\b\d{4}\b/.test(asText(value) ?? ''),
  );
  if (fields.duration === undefined && fields.date === undefined && span && graphemeCount(asText(span.value) ?? '') <= 120) {
    fields.duration = line(asText(span.value) ?? '');
    use(mapping, span.key, 'duration');
  }
  if (fields.date === undefined && context.fileDate !== undefined) {
    fields.date = context.fileDate;
    context.note('mapped', "the file's name", 'date');
  }
  if (typeof fields.date === 'string' && fields.date > context.today && fields.publish_at === undefined) {
    fields.publish_at = fields.date;
    context.note('unsure', 'publish_at', 'the date is to come, so the case study stays hidden until then');
  }
}

/** Keys that only steer another system's templates. */
const steering = new Set(['layout']);

function keepRest(mapping: Mapping): void {
  const taken = (key: string, inner: string): boolean => mapping.used.has(`${key}.${inner}`);
  const rest: Written[] = Object.entries(mapping.data).flatMap(([key, value]) => {
    if (mapping.used.has(key) || isEmpty(value) || ownAddress(key, value)) return [];
    const left = isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([inner]) => !taken(key, inner))) : value;
    return isEmpty(left) ? [] : [{ key, value: left }];
  });
  for (const { key, value } of rest) {
    if (fieldKey(key) === 'slug') mapping.context.note('mapped', key, 'the name of the page');
    else if (steering.has(fieldKey(key))) mapping.context.note('dropped', key, describe(value));
    else if (!Object.hasOwn(mapping.extra, key)) keep(mapping, key, value);
  }
}

/** The document's own old address is among the aliases already. */
function ownAddress(key: string, value: unknown): boolean {
  const text = asText(value) ?? '';
  const address = fieldKey(key) === 'permalink' ? !/:\w/.test(text) : fieldKey(key) === 'url' && text.startsWith('/');
  return address && legal(text) !== null && !/[?#]/.test(text);
}

function describe(value: unknown): string {
  return asText(value) ?? JSON.stringify(value, (_, inner: unknown) => asText(inner) ?? inner);
}

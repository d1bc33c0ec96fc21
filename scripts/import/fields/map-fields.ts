import { checkAddress } from '../../../src/schemas/address.ts';
import { graphemeCount } from '../../../src/schemas/scalar.ts';
import type { CalendarDate } from '../../../src/schemas/calendar.ts';
import { toFormerPath } from '../former-path.ts';
import { asText, findValues, isEmpty, isRecord, normalizeKey, type KeyedValue } from '../front-matter/values.ts';
import { firstSentence, toSingleLine } from '../text/plain-text.ts';
import type { FieldReader, ReaderContext } from './field-reader.ts';
import { fieldReaders, toDuration, type ReaderName } from './field-readers.ts';
import { fieldSources, type FieldName } from './field-sources.ts';
import { linkLabels } from './link-keys.ts';

/** Our fields, and the front matter that none of them can hold. */
interface MappedFields {
  fields: Partial<Record<FieldName, unknown>>;
  extra: Record<string, unknown>;
}

interface MappingContext extends Omit<ReaderContext, 'key' | 'max' | 'data'> {
  /** The date in the file's name. */
  fileDate: CalendarDate | undefined;
  /** The day of the import. */
  today: CalendarDate;
}

/** Map another system's front matter to our fields by `fieldSources`; whatever none of them holds is returned as `extra`. */
export function mapFields(frontMatter: Record<string, unknown>, context: MappingContext): MappedFields {
  // Hugo allows custom fields below `params`.
  const { params, ...top } = frontMatter;
  const data = isRecord(params) ? { ...params, ...top } : frontMatter;
  const mapping: Mapping = { data, context, fields: {}, extra: {}, used: new Set() };
  mapPublished(mapping);
  mapDuration(mapping);
  for (const field of Object.keys(fieldSources) as FieldName[]) mapField(field, mapping);
  mapLongTagline(mapping);
  mapProseOutcomes(mapping);
  mapClientDetails(mapping);
  mapLinks(mapping);
  mapDates(mapping);
  keepUnmapped(mapping);
  return { fields: mapping.fields, extra: mapping.extra };
}

interface Mapping extends MappedFields {
  data: Record<string, unknown>;
  context: MappingContext;
  /** Keys that are mapped already. */
  used: Set<string>;
}

/** Fields that join the texts of several keys. */
const joinedFields = new Set<FieldName>([
  'business_context',
  'technical_challenges',
  'solutions',
  'solution_architecture',
  'implementation_details',
  'key_learnings',
  'team_leadership',
]);

/** Lists that name subjects as often as technologies. */
const topicKeys = new Set(['skills', 'tags', 'tag', 'categories', 'keywords']);

/** Keys that only control another system's templates. */
const templateKeys = new Set(['layout']);

function mapField(field: FieldName, mapping: Mapping): void {
  const { reader, from, max = Infinity }: { reader: ReaderName; from: readonly string[]; max?: number } = fieldSources[field];
  const read: FieldReader = fieldReaders[reader];
  for (const { key, value } of findValues(mapping.data, from)) {
    const previous = mapping.fields[field];
    if (mapping.used.has(key) || (previous !== undefined && !joinedFields.has(field))) continue;
    const result = read(value, { ...mapping.context, data: mapping.data, key, max });
    if (result === null) continue;
    mapping.fields[field] = join(previous, result.value);
    markUsed(mapping, key, field);
    if (field === 'technologies' && topicKeys.has(normalizeKey(key)))
      mapping.context.log.add('unsure', field, `taken from \`${key}\`: keep what the work is made of`);
    if (!isEmpty(result.rest)) keep(mapping, key, result.rest);
  }
}

/** `published: false` makes a draft. */
function mapPublished(mapping: Mapping): void {
  for (const { key, value } of findValues(mapping.data, ['published', 'publish'])) {
    const text = asText(value);
    if (text !== 'true' && text !== 'false') continue;
    if (text === 'false') mapping.fields.draft = true;
    markUsed(mapping, key, 'draft');
  }
}

/** A start and an end become one duration. */
function mapDuration(mapping: Mapping): void {
  const [start] = findValues(mapping.data, ['start_date', 'start', 'started', 'date_start', 'begin', 'from']);
  const [end] = findValues(mapping.data, ['end_date', 'end', 'ended', 'date_end', 'finished', 'completed', 'completion_date']);
  const duration = start && toDuration(start.value, end?.value);
  if (!start || !duration) return;
  mapping.fields.duration = duration;
  markUsed(mapping, start.key, 'duration');
  if (end && duration.end !== undefined) markUsed(mapping, end.key, 'duration');
  else if (end) keep(mapping, end.key, end.value);
}

/** A description too long for a tagline becomes the summary, and its first sentence the tagline. */
function mapLongTagline(mapping: Mapping): void {
  const { fields, context, data, used } = mapping;
  for (const { key, value } of findValues(data, fieldSources.tagline.from)) {
    const text = asText(value);
    if (used.has(key) || text === undefined) continue;
    const sentence = fields.tagline === undefined ? firstSentence(toSingleLine(text)) : null;
    if (sentence !== null) {
      fields.tagline = sentence;
      context.log.add('unsure', 'tagline', `the first sentence of \`${key}\`, which is too long for a tagline`);
    }
    const isSummary = /^(?:excerpt|summary|abstract|intro|lead|lede|description)$/.test(normalizeKey(key));
    if (isSummary && fields.executive_summary === undefined && toSingleLine(text) !== fields.tagline) {
      fields.executive_summary = context.markdown(text, key).trim();
      markUsed(mapping, key, 'executive_summary');
    }
  }
}

/** Outcomes that are long or have no figure become Markdown. */
function mapProseOutcomes(mapping: Mapping): void {
  const { fields, context, data, used } = mapping;
  for (const { key, value } of findValues(data, fieldSources.metrics.from)) {
    const result = used.has(key) ? null : fieldReaders.markdown(value, { ...context, data, key, max: Infinity });
    if (result === null) continue;
    fields.results_metrics = join(fields.results_metrics, result.value);
    markUsed(mapping, key, 'results_metrics');
  }
}

/** Other systems may keep the client's size and address in keys of their own. */
function mapClientDetails(mapping: Mapping): void {
  const { fields, data } = mapping;
  if (fields.client === undefined) return;
  const details: Record<string, string> = {};
  const keys = { size: ['client_size', 'company_size'], url: ['client_url', 'client_website', 'client_link', 'company_url'] };
  for (const [name, from] of Object.entries(keys)) {
    const [entry] = findValues(data, from);
    const text = entry && asText(entry.value);
    if (!entry || text === undefined || (name === 'url' ? checkAddress(text) !== null : graphemeCount(text) > 120)) continue;
    details[name] = text;
    markUsed(mapping, entry.key, `client.${name}`);
  }
  if (Object.keys(details).length > 0)
    fields.client = { ...(isRecord(fields.client) ? fields.client : { name: fields.client }), ...details };
}

function mapLinks(mapping: Mapping): void {
  const links = [mapping.fields.links ?? []].flat() as { label: string; url: string }[];
  for (const { key, value } of findValues(mapping.data, Object.keys(linkLabels))) {
    const url = (asText(value) ?? '').trim();
    if (mapping.used.has(key) || checkAddress(url) !== null) continue;
    const label = linkLabels[normalizeKey(key) as keyof typeof linkLabels];
    if (!links.some((link) => link.url === url)) links.push({ label, url });
    markUsed(mapping, key, 'links');
  }
  if (links.length > 0) mapping.fields.links = links;
}

function mapDates(mapping: Mapping): void {
  const { fields, context, data, used } = mapping;
  // A date that is really a span, such as `2015 - 2019`.
  const span = findValues(data, fieldSources.date.from).find(({ key, value }) => !used.has(key) && /\b\d{4}\b/.test(asText(value) ?? ''));
  const spanText = asText(span?.value) ?? '';
  if (fields.duration === undefined && fields.date === undefined && span && graphemeCount(spanText) <= 120) {
    fields.duration = toSingleLine(spanText);
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

function keepUnmapped(mapping: Mapping): void {
  const { data, used, extra, context } = mapping;
  for (const { key, value } of unmappedEntries(data, used)) {
    const name = normalizeKey(key);
    if (name === 'slug') context.log.add('mapped', key, 'the name of the page');
    else if (templateKeys.has(name)) context.log.add('dropped', key, describe(value));
    else if (!Object.hasOwn(extra, key)) keep(mapping, key, value);
  }
}

function unmappedEntries(data: Record<string, unknown>, used: ReadonlySet<string>): KeyedValue[] {
  return Object.entries(data).flatMap(([key, value]) => {
    if (used.has(key) || isEmpty(value) || isOwnAddress(key, value)) return [];
    const rest = isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([inner]) => !used.has(`${key}.${inner}`))) : value;
    return isEmpty(rest) ? [] : [{ key, value: rest }];
  });
}

/** The document's own old address is already among its aliases. */
function isOwnAddress(key: string, value: unknown): boolean {
  const text = asText(value) ?? '';
  const name = normalizeKey(key);
  const isAddress = name === 'permalink' ? !/:\w/.test(text) : name === 'url' && text.startsWith('/');
  return isAddress && toFormerPath(text) !== null && !/[?#]/.test(text);
}

function markUsed({ used, context }: Mapping, key: string, field: string): void {
  used.add(key);
  if (normalizeKey(key) !== field) context.log.add('mapped', key, field);
}

function keep({ extra, context }: Mapping, key: string, value: unknown): void {
  // Assignment to `__proto__` would set no key.
  Object.defineProperty(extra, key, { value, enumerable: true, configurable: true, writable: true });
  context.log.add('extra', key, describe(value));
}

function join(previous: unknown, text: unknown): unknown {
  return previous === undefined ? text : `${String(previous)}\n\n${String(text)}`;
}

function describe(value: unknown): string {
  return asText(value) ?? JSON.stringify(value, (_, inner: unknown) => asText(inner) ?? inner);
}

import { checkAddress } from '../../../src/schemas/address.ts';
import { graphemeCount } from '../../../src/schemas/scalar.ts';
import type { CalendarDate } from '../../../src/schemas/calendar.ts';
import { toFormerPath } from '../former-path.ts';
import { asText, findMatching, findValues, isEmpty, isRecord, normalizeKey, type KeyedValue } from '../front-matter/values.ts';
import type { FieldReader, ReaderContext } from './field-reader.ts';
import { fieldReaders, toDuration } from './field-readers.ts';
import { fieldSources, type FieldName, type FieldSource } from './field-sources.ts';
import { findLabelledValues, type LabelledValue } from './labelled-values.ts';
import { labelKeysOf, labelOfLinkKey, linkKey, linkLabels } from './link-keys.ts';
import { isMetricList, layoutValues, readMetrics } from './metric-fields.ts';
import { hasFigure } from './outcomes.ts';
import { toPlainLine } from './plain-line.ts';
import { readTags, topicKeys } from './topics.ts';

/** Our fields, and the front matter that none of them can hold. */
interface MappedFields {
  fields: Partial<Record<FieldName, unknown>>;
  extra: Record<string, unknown>;
}

interface MappingContext extends Omit<ReaderContext, 'key' | 'max' | 'data' | 'use'> {
  /** The document's text in the notation of the old system, in which labelled values are found. */
  body: string;
  /** The date in the file's name. */
  fileDate: CalendarDate | undefined;
  /** Keys of the front matter whose value is the same in most documents. */
  repeatedKeys: ReadonlySet<string>;
  /** The day of the import. */
  today: CalendarDate;
  /** Whether the old system is Jekyll, which parts `tags` at spaces. */
  isJekyll: boolean;
  /** The project's own technologies, in the form of `technologyKey`. */
  glossary: ReadonlySet<string>;
}

/** Map another system's front matter to our fields by `fieldSources`; whatever none of them holds is returned as `extra`. */
export function mapFields(frontMatter: Record<string, unknown>, context: MappingContext): MappedFields {
  // Hugo allows custom fields below `params`.
  const { params, ...top } = frontMatter;
  const data = isRecord(params) ? { ...params, ...top } : frontMatter;
  const labelled = findLabelledValues(data, context.body);
  const mapping: Mapping = { data, labelled, context, fields: {}, extra: {}, used: new Set() };
  mapPublished(mapping);
  mapDuration(mapping);
  for (const field of Object.keys(fieldSources) as FieldName[]) mapField(field, mapping);
  mapTags(mapping);
  mapLongTagline(mapping);
  mapMetrics(mapping);
  mapClientDetails(mapping);
  mapLinks(mapping);
  mapDates(mapping);
  dropRepeatedYear(mapping);
  keepUnmapped(mapping);
  return { fields: mapping.fields, extra: inOrderOf(data, mapping.extra) };
}

/** Sort what no field holds as its author wrote it, because some of it becomes the story. */
function inOrderOf(data: Record<string, unknown>, extra: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(data);
  const indexOf = (key: string): number => keys.findIndex((other) => key === other || key.startsWith(`${other}.`));
  return Object.fromEntries(Object.entries(extra).toSorted(([one], [other]) => indexOf(one) - indexOf(other)));
}

interface Mapping extends MappedFields {
  data: Record<string, unknown>;
  labelled: LabelledValue[];
  context: MappingContext;
  /** Paths of the front matter that are mapped already. */
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

/** Keys that only control another system's templates. */
const templateKeys = new Set(['layout', 'permalink', 'toc', 'comments', 'share', 'author_profile', 'sitemap', 'classes']);

function mapField(field: FieldName, mapping: Mapping): void {
  const { reader, max = Infinity }: FieldSource = fieldSources[field];
  if (reader === null) return;
  const read: FieldReader = fieldReaders[reader];
  for (const { key, label = key, paths, value } of findCandidates(field, mapping)) {
    const previous = mapping.fields[field];
    if (paths.some((path) => isUsed(path, mapping.used)) || (previous !== undefined && !joinedFields.has(field))) continue;
    const result = read(value, { ...mapping.context, data: mapping.data, key, max, use: (other) => mapping.used.add(other) });
    if (result === null) continue;
    mapping.fields[field] = join(previous, result.value);
    for (const path of paths) mapping.used.add(path);
    if (normalizeKey(key) !== field) mapping.context.log.add('mapped', label, field);
    if (!isEmpty(result.rest)) keep(mapping, key, result.rest);
  }
}

/** Check whether a path, or a value that contains it, is mapped. */
function isUsed(path: string, used: ReadonlySet<string>): boolean {
  return used.has(path) || [...path.matchAll(/[.[]/g)].some(({ index }) => used.has(path.slice(0, index)));
}

interface Candidate {
  /** The key, or the first path of a labelled value. */
  key: string;
  /** Its name in the log if that is not the key. */
  label?: string;
  /** The paths of the front matter that the value occupies. */
  paths: readonly string[];
  value: unknown;
}

/** Find the values that a field may come from, the likelier first. */
function findCandidates(field: FieldName, { data, labelled }: Mapping): Candidate[] {
  const { from, matching, isFact = false }: FieldSource = fieldSources[field];
  const named = (entries: readonly KeyedValue[]): Candidate[] => entries.map(({ key, value }) => ({ key, paths: [key], value }));
  const facts = (isName: (name: string) => boolean): Candidate[] =>
    isFact
      ? labelled
          .filter(({ name }) => isName(name))
          .map(({ name, paths, value }) => ({ key: paths[0] ?? name, label: `the label ${name.replaceAll('_', ' ')}`, paths, value }))
      : [];
  return [
    ...named(findValues(data, from)),
    ...facts((name) => from.includes(name)),
    ...(matching ? [...named(findMatching(data, matching)), ...facts((name) => matching.test(name))] : []),
  ];
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

/** Tags become topics, or technologies where most of them are technologies for certain. */
function mapTags(mapping: Mapping): void {
  const { fields, context, data } = mapping;
  const topics = new Map<string, string>();
  for (const entry of findValues(data, topicKeys)) {
    const tags = mapping.used.has(entry.key) ? null : readTags(entry, { splitsAtSpaces: context.isJekyll, glossary: context.glossary });
    if (tags === null) continue;
    for (const topic of tags.topics) if (!topics.has(topic.toLowerCase())) topics.set(topic.toLowerCase(), topic);
    if (tags.dropped.some((name) => /^featured$/i.test(name))) fields.featured ??= true;
    if (tags.technologies.length > 0) {
      const known = [fields.technologies ?? []].flat() as string[];
      const added = tags.technologies.filter((name) => !known.some((other) => other.toLowerCase() === name.toLowerCase()));
      fields.technologies = [...known, ...added].slice(0, 30);
    }
    for (const name of tags.dropped) context.log.add('dropped', entry.key, name);
    markUsed(mapping, entry.key, tags.technologies.length > 0 ? 'technologies' : 'topics');
  }
  const technologies = ([fields.technologies ?? []].flat() as string[]).map((name) => name.toLowerCase());
  const others = [...topics.values()].filter((topic) => !technologies.includes(topic.toLowerCase()));
  for (const topic of topics.values())
    if (!others.includes(topic)) context.log.add('dropped', 'topics', `${topic}, which is among the technologies`);
  if (others.length > 0) fields.topics = others;
}

/** A description too long for a tagline, or a second one, becomes the summary. */
function mapLongTagline(mapping: Mapping): void {
  const { fields, context, data, used } = mapping;
  const { from, matching } = fieldSources.tagline;
  for (const { key, value } of [...findValues(data, from), ...findMatching(data, matching)]) {
    const text = asText(value);
    if (used.has(key) || text === undefined) continue;
    const line = toPlainLine(text).toLowerCase();
    const isIn = (shown: unknown): boolean =>
      toPlainLine(asText(shown) ?? '')
        .toLowerCase()
        .includes(line);
    if ([fields.title, fields.tagline, fields.executive_summary].some(isIn)) {
      context.log.add('dropped', key, 'the page shows it already');
      used.add(key);
      continue;
    }
    const summary = context.markdown(text, key).trim();
    const isLonger =
      fields.executive_summary !== undefined && line.includes(toPlainLine(asText(fields.executive_summary) ?? '').toLowerCase());
    fields.executive_summary = isLonger ? summary : join(fields.executive_summary, summary);
    markUsed(mapping, key, 'executive_summary');
  }
}

/** Certain outcomes become metrics; the words around them stay words. */
function mapMetrics(mapping: Mapping): void {
  const { fields, context, data, used } = mapping;
  const named = findValues(data, fieldSources.metrics.from);
  const figures = findMetricLists(data).filter(({ key }) => !named.some((entry) => entry.key === key));
  for (const { key, value } of [...named, ...figures]) {
    if (used.has(key)) continue;
    const read = readMetrics(value);
    const words = read?.words.map((sentence) => `- ${sentence.trim().replace(/\n+/g, '\n  ')}`).join('\n');
    const prose =
      read === null ? fieldReaders.markdown(value, { ...context, data, key, max: Infinity, use: () => undefined })?.value : words;
    if (prose === undefined) continue;
    if (read !== null) for (const text of layoutValues(value)) context.log.add('dropped', key, `for the old layout: ${text}`);
    const metrics = read !== null && Object.keys(read.metrics).length > 0 ? read.metrics : undefined;
    if (metrics !== undefined) fields.metrics = joinMetrics(fields.metrics, metrics);
    if (prose !== '') {
      fields.results_metrics = join(fields.results_metrics, read === null ? prose : context.markdown(String(prose), key));
      if (hasFigure(String(prose)))
        context.log.add('unsure', 'metrics', `the figures of \`${key}\` stay words; write those that are outcomes under \`metrics\``);
    }
    markUsed(mapping, key, metrics === undefined ? 'results_metrics' : 'metrics');
  }
}

function joinMetrics(previous: unknown, metrics: unknown): unknown {
  if (previous === undefined) return metrics;
  const all = (value: unknown): unknown[] => (isRecord(value) ? Object.values(value) : [value]).flat();
  return [...all(previous), ...all(metrics)];
}

/** Find lists of figures under any key of the front matter or of a map in it. */
function findMetricLists(data: Record<string, unknown>): KeyedValue[] {
  return Object.entries(data).flatMap(([key, value]) => {
    if (isMetricList(value)) return readMetrics(value)?.words.length === 0 ? [{ key, value }] : [];
    return isRecord(value) ? findMetricLists(value).map((entry) => ({ ...entry, key: `${key}.${entry.key}` })) : [];
  });
}

/** A year beside a date of that year says nothing more. */
function dropRepeatedYear(mapping: Mapping): void {
  const { fields, data } = mapping;
  for (const { key, value } of findValues(data, ['year']))
    if (!mapping.used.has(key) && asText(fields.date)?.startsWith(asText(value) ?? ' ')) markUsed(mapping, key, 'date');
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
  for (const { key, value } of [...findValues(mapping.data, Object.keys(linkLabels)), ...findMatching(mapping.data, linkKey)]) {
    const url = (asText(value) ?? '').trim();
    if (mapping.used.has(key) || checkAddress(url) !== null || /\.(?:jpe?g|png|webp|avif|gif|svg)$/i.test(url)) continue;
    const [label] = findValues(mapping.data, labelKeysOf(normalizeKey(key))).filter((entry) => isLinkLabel(asText(entry.value)));
    const isBare = label === undefined && /cta/.test(normalizeKey(key));
    if (isBare || mapping.context.repeatedKeys.has(key)) continue;
    if (!links.some((link) => link.url === url))
      links.push({ label: toPlainLine(asText(label?.value) ?? labelOfLinkKey(normalizeKey(key))), url });
    if (label) markUsed(mapping, label.key, 'links');
    markUsed(mapping, key, 'links');
  }
  if (links.length > 0) mapping.fields.links = links;
}

function isLinkLabel(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '' && graphemeCount(text) <= 60;
}

function mapDates(mapping: Mapping): void {
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
    const rest = isOwnAddress(key, value) ? undefined : withoutUsed(value, key, used);
    return isEmpty(rest) ? [] : [{ key, value: rest }];
  });
}

function withoutUsed(value: unknown, path: string, used: ReadonlySet<string>): unknown {
  if (used.has(path)) return undefined;
  if (Array.isArray(value))
    return value.map((item, index) => withoutUsed(item, `${path}[${index}]`, used)).filter((item) => !isEmpty(item));
  if (!isRecord(value)) return value;
  const rest = Object.entries(value).map(([key, inner]) => [key, withoutUsed(inner, `${path}.${key}`, used)] as const);
  return Object.fromEntries(rest.filter(([, inner]) => !isEmpty(inner)));
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

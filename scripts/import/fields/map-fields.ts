import { checkAddress } from '../../../src/schemas/address.ts';
import { graphemeCount } from '../../../src/schemas/scalar.ts';
import { toFormerPath } from '../former-path.ts';
import { asText, findMatching, findValues, isEmpty, isRecord, normalizeKey, type KeyedValue } from '../front-matter/values.ts';
import { fieldSources, type FieldName } from './field-sources.ts';
import { findLabelledValues } from './labelled-values.ts';
import { labelKeysOf, labelOfLinkKey, likelyLinkKey, linkKeys } from './link-keys.ts';
import { dropRepeatedYear, mapDates, mapDuration } from './map-dates.ts';
import { mapField } from './map-field.ts';
import { mapMetrics } from './map-metrics.ts';
import { describe, join, keep, markUsed, type MappedFields, type Mapping, type MappingContext } from './mapping.ts';
import { toPlainLine } from '../text/plain-text.ts';
import { readTags, topicKeys } from './topics.ts';

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

/** Keys that only control another system's templates. */
const templateKeys = new Set(['layout', 'permalink', 'toc', 'comments', 'share', 'author_profile', 'sitemap', 'classes']);

/** `published: false` makes a draft. */
function mapPublished(mapping: Mapping): void {
  for (const { key, value } of findValues(mapping.data, ['published', 'publish'])) {
    const text = asText(value);
    if (text !== 'true' && text !== 'false') continue;
    if (text === 'false') mapping.fields.draft = true;
    markUsed(mapping, key, 'draft');
  }
}

/** Tags become topics, or technologies where most of them are technologies for certain. */
function mapTags(mapping: Mapping): void {
  const { fields, context, data } = mapping;
  const topics = new Map<string, string>();
  for (const entry of findValues(data, topicKeys)) {
    const tags = mapping.used.has(entry.key) ? null : readTags(entry, { splitsAtSpaces: context.isJekyll, glossary: context.glossary });
    if (tags === null) continue;
    for (const topic of tags.topics) {
      if (topics.has(topic.toLowerCase())) context.log.add('dropped', entry.key, `${topic}, which is already among the topics`);
      else topics.set(topic.toLowerCase(), topic);
    }
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
      context.log.add('dropped', key, `the page shows it already: ${line}`);
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
  for (const { key, value } of [...findValues(mapping.data, linkKeys), ...findMatching(mapping.data, likelyLinkKey)]) {
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

import { checkAddress } from '../../../src/schemas/address.ts';
import { isLanguageTag } from '../../../src/schemas/language.ts';
import { graphemeCount, SourceScalar } from '../../../src/schemas/scalar.ts';
import { checkCalendarDate, compareCalendarDates, isDateTime, type CalendarDate } from '../../../src/schemas/calendar.ts';
import { asText, findText, isEmpty, isRecord, normalizeKey } from '../front-matter/values.ts';
import { toFormerPath } from '../former-path.ts';
import { toSingleLine } from '../text/plain-text.ts';
import type { FieldReader, FieldValue, ReaderContext } from './field-reader.ts';
import { parseLenientDate } from './lenient-dates.ts';
import { readMetrics } from './metric-fields.ts';
import { readPictures, readThumbnail } from './picture-fields.ts';

/** The readers of field values, by the names that `fieldSources` uses. */
export const fieldReaders = {
  line: readLine,
  client: readClient,
  date: readDate,
  moment: (value) => toFieldValue(checkCalendarDate(asText(value) ?? '') === null ? asText(value) : undefined),
  flag: (value) => (value instanceof SourceScalar && typeof value.value === 'boolean' ? { value: value.value } : null),
  thumbnail: readThumbnail,
  names: readNames,
  markdown: readMarkdown,
  metrics: readMetrics,
  pictures: readPictures,
  testimonial: readTestimonial,
  links: readLinks,
  score: readScore,
  paths: readPaths,
  language: readLanguage,
} as const satisfies Record<string, FieldReader>;

export type ReaderName = keyof typeof fieldReaders;

/** Make a duration of a start and an end; undefined if the start is no date or the end precedes it. */
export function toDuration(start: unknown, end: unknown): { start: CalendarDate; end?: CalendarDate } | undefined {
  const from = parseLenientDate(asText(start) ?? '')?.date;
  const to = parseLenientDate(asText(end) ?? '')?.date;
  if (from === undefined || (to !== undefined && compareCalendarDates(to, from) < 0)) return undefined;
  return to === undefined ? { start: from } : { start: from, end: to };
}

function toFieldValue(value: unknown, rest: readonly unknown[] = []): FieldValue | null {
  return value === undefined ? null : { value, ...(rest.length > 0 && { rest }) };
}

function readLine(value: unknown, { max }: Pick<ReaderContext, 'max'>): FieldValue | null {
  const isList = Array.isArray(value) && value.every((item) => asText(item) !== undefined);
  const text = toSingleLine(isList ? value.map(asText).join(', ') : (asText(value) ?? ''));
  return text !== '' && graphemeCount(text) <= max ? { value: text } : null;
}

function readClient(value: unknown, context: ReaderContext): FieldValue | null {
  if (!isRecord(value)) return readLine(value, context);
  const name = findText(value, 'name', 'title', 'company');
  if (name === undefined) return null;
  const url = findText(value, 'url', 'website', 'link');
  const client = {
    name,
    industry: findText(value, 'industry', 'sector'),
    size: findText(value, 'size'),
    ...(url !== undefined && checkAddress(url) === null && { url }),
  };
  const used: unknown[] = Object.values(client);
  const rest = Object.fromEntries(Object.entries(value).filter(([, inner]) => !used.includes(asText(inner) ?? null)));
  return { value: (client.industry ?? client.size ?? client.url) ? client : name, rest };
}

function readDate(value: unknown, { key, log }: ReaderContext): FieldValue | null {
  const text = asText(value) ?? '';
  const parsed = parseLenientDate(text);
  if (parsed === null) return null;
  if (!parsed.exact && isDateTime(text)) log.add('mapped', `${key} ${text}`, `its day, ${parsed.date}`);
  else if (!parsed.exact) log.add('unsure', `${key} ${text}`, `was read as ${parsed.date}`);
  return { value: parsed.date };
}

function readNames(value: unknown, context: ReaderContext): FieldValue | null {
  if (isRecord(value)) return readNames(Object.values(value).flat(), context);
  const accepted: string[] = [];
  const rest: string[] = [];
  for (const name of splitNames(value)) {
    if (accepted.some((other) => other.toLowerCase() === name.toLowerCase()))
      context.log.add('dropped', context.key, `${name}, which is already in the list`);
    else (graphemeCount(name) <= context.max && accepted.length < 30 ? accepted : rest).push(name);
  }
  return accepted.length > 0 ? toFieldValue(accepted, rest) : null;
}

/** Split `A, B; C` into names; a list is taken item by item. */
function splitNames(value: unknown): string[] {
  const names = Array.isArray(value)
    ? value.map((item) => asText(isRecord(item) ? (item['name'] ?? item['title'] ?? item['label']) : item) ?? '')
    : (asText(value) ?? '').split(/\s*[,;|·•\n]\s*/);
  return names.map(toSingleLine).filter((name) => name !== '');
}

function readMarkdown(value: unknown, { markdown, key }: ReaderContext): FieldValue | null {
  const text = asText(value);
  if (text !== undefined) return text.trim() === '' ? null : { value: markdown(text, key).trim() };
  if (!Array.isArray(value)) return null;
  const items = value.map((item) => asText(item) ?? titledText(item));
  if (!items.every((item) => item !== undefined)) return null;
  return { value: markdown(items.map((item) => `- ${item.trim().replace(/\n+/g, '\n  ')}`).join('\n'), key) };
}

/** Turn `{title, description}` into `**title:** description`; undefined for any other map. */
function titledText(item: unknown): string | undefined {
  if (!isRecord(item)) return undefined;
  const entries = Object.entries(item).filter(([, value]) => !isEmpty(value));
  const find = (names: string[]): string | undefined =>
    entries.flatMap(([key, value]) => (names.includes(normalizeKey(key)) ? [asText(value)] : [])).find((text) => text !== undefined);
  const title = find(['title', 'name', 'label', 'heading']);
  const text = find(['description', 'text', 'detail', 'details', 'content', 'body', 'desc']);
  return entries.length === 2 && title !== undefined && text !== undefined ? `**${toSingleLine(title)}:** ${text}` : undefined;
}

function readTestimonial(value: unknown, { data, max }: ReaderContext): FieldValue | null {
  const [first, ...others] = [value].flat();
  const map = isRecord(first) ? first : { quote: first };
  const quote = findText(map, 'quote', 'text', 'content', 'body', 'testimonial', 'message');
  const author =
    findText(map, 'author', 'name', 'person', 'attribution', 'cite', 'by') ??
    (isRecord(first) ? undefined : findText(data, 'quote_author', 'testimonial_author'));
  if (quote === undefined || author === undefined || graphemeCount(author) > Math.min(max, 120)) return null;
  const testimonial = {
    quote: quote.trim(),
    author: toSingleLine(author),
    role: findText(map, 'role', 'title', 'position', 'job_title'),
    company: findText(map, 'company', 'organization', 'organisation'),
  };
  const used = [quote, author, testimonial.role, testimonial.company];
  const rest = Object.entries(map).filter(([, inner]) => !isEmpty(inner) && !used.includes(asText(inner)));
  return toFieldValue(testimonial, [...(rest.length > 0 ? [Object.fromEntries(rest)] : []), ...others]);
}

function readLinks(value: unknown): FieldValue | null {
  const rest: unknown[] = [];
  const items = isRecord(value) ? Object.entries(value).map(([label, url]) => ({ label, url })) : [value].flat();
  const links = items.flatMap((item) => {
    const map = isRecord(item) ? item : { url: item };
    const url = findText(map, 'url', 'href', 'link');
    if (url === undefined || checkAddress(url.trim()) !== null) {
      if (!isEmpty(isRecord(item) ? (item['url'] ?? item) : item)) rest.push(item);
      return [];
    }
    const label = toSingleLine(findText(map, 'label', 'title', 'name', 'text') ?? 'Link');
    const unknown = Object.entries(map).filter(([, inner]) => !isEmpty(inner) && ![url, label].includes(asText(inner) ?? ''));
    if (unknown.length > 0) rest.push(Object.fromEntries(unknown));
    return [{ label, url: url.trim() }];
  });
  return links.length > 0 ? toFieldValue(links, rest) : null;
}

function readScore(value: unknown): FieldValue | null {
  const score = value instanceof SourceScalar ? value.value : undefined;
  return typeof score === 'number' && score >= 0 && score <= 10 ? { value: score } : null;
}

function readPaths(value: unknown): FieldValue | null {
  const texts = [value].flat().flatMap((item) => asText(item) ?? []);
  const paths = texts.flatMap((text) => toFormerPath(text) ?? []);
  const rest = texts.filter((text) => toFormerPath(text) === null);
  return paths.length > 0 ? toFieldValue([...new Set(paths)], rest) : null;
}

function readLanguage(value: unknown): FieldValue | null {
  const tag = asText(value)?.replace('_', '-');
  return tag !== undefined && isLanguageTag(tag) ? { value: tag } : null;
}

import { checkAddress } from '../../src/schemas/address.ts';
import { isLanguageTag } from '../../src/schemas/language.ts';
import { graphemeCount, SourceScalar } from '../../src/schemas/scalar.ts';
import { checkCalendarDate, compareCalendarDates, isDateTime, type CalendarDate } from '../../src/schemas/calendar.ts';
import type { Reads } from './field-names.ts';
import { asText, fieldKey, isEmpty, writtenUnder } from './fields.ts';
import { isRecord } from './front-matter.ts';
import { readLooseDate } from './loose-dates.ts';
import { readMetrics } from './metric-values.ts';
import { legal } from './old-addresses.ts';
import { readPictures, readThumbnail } from './picture-values.ts';
import { line, type Read, type Reading } from './reading.ts';

/** Read values in the way each of our fields needs; null where a value does not fit and is to be kept elsewhere. */
export const readings: Record<Reads, (value: unknown, reading: Reading) => Read | null> = {
  line: readLine,
  client: readClient,
  date: (value, reading) => asRead(readDate(value, reading)),
  moment: (value) => asRead(checkCalendarDate(asText(value) ?? '') === null ? asText(value) : undefined),
  flag: (value) => (value instanceof SourceScalar && typeof value.value === 'boolean' ? { value: value.value } : null),
  thumbnail: readThumbnail,
  names: readNames,
  markdown: readMarkdown,
  metrics: readMetrics,
  pictures: readPictures,
  testimonial: readTestimonial,
  links: readLinks,
  score: (value) =>
    value instanceof SourceScalar && typeof value.value === 'number' && value.value >= 0 && value.value <= 10
      ? { value: value.value }
      : null,
  paths: readPaths,
  language: (value) => (isLanguageTag(asText(value)?.replace('_', '-') ?? '') ? { value: asText(value)?.replace('_', '-') } : null),
};

/** Part a list that is written as one text, `A, B; C`; a list stays one. */
export function namesOf(value: unknown): string[] {
  const parts = Array.isArray(value)
    ? value.map((one) => asText(isRecord(one) ? (one['name'] ?? one['title'] ?? one['label']) : one) ?? '')
    : (asText(value) ?? '').split(/\s*[,;|·•\n]\s*/);
  return parts.map(line).filter((name) => name !== '');
}

function asRead(value: unknown): Read | null {
  return value === undefined ? null : { value };
}

function readLine(value: unknown, { max }: Reading): Read | null {
  const text = line(
    Array.isArray(value) && value.every((one) => asText(one) !== undefined) ? value.map(asText).join(', ') : (asText(value) ?? ''),
  );
  return text !== '' && graphemeCount(text) <= max ? { value: text } : null;
}

function readClient(value: unknown, reading: Reading): Read | null {
  if (!isRecord(value)) return readLine(value, reading);
  const take = (...names: string[]): string | undefined =>
    writtenUnder(value, names)
      .map(({ value: one }) => asText(one))
      .find((one) => one !== undefined);
  const name = take('name', 'title', 'company');
  if (name === undefined) return null;
  const url = take('url', 'website', 'link');
  const known = {
    name,
    industry: take('industry', 'sector'),
    size: take('size'),
    ...(url !== undefined && checkAddress(url) === null && { url }),
  };
  const rest = Object.fromEntries(
    Object.entries(value).filter(([, one]) => !(Object.values(known) as unknown[]).includes(asText(one) ?? null)),
  );
  return { value: (known.industry ?? known.size ?? known.url) ? known : name, rest };
}

function readDate(value: unknown, { key, note }: Reading): CalendarDate | undefined {
  const written = asText(value);
  const read = written === undefined ? null : readLooseDate(written);
  if (written !== undefined && read && !read.whole)
    note(
      isDateTime(written) ? 'mapped' : 'unsure',
      `${key} ${written}`,
      isDateTime(written) ? `its day, ${read.date}` : `was read as ${read.date}`,
    );
  return read?.date;
}

function readNames(value: unknown, reading: Reading): Read | null {
  if (isRecord(value)) return readNames(Object.values(value).flat(), reading);
  const fitting: string[] = [];
  const rest: string[] = [];
  for (const name of namesOf(value)) {
    if (fitting.some((one) => one.toLowerCase() === name.toLowerCase()))
      reading.note('dropped', reading.key, `${name}, which is in the list already`);
    else (graphemeCount(name) <= reading.max && fitting.length < 30 ? fitting : rest).push(name);
  }
  return fitting.length > 0 ? { value: fitting, ...(rest.length > 0 && { rest }) } : null;
}

function readMarkdown(value: unknown, { markdown, key }: Reading): Read | null {
  const text = asText(value);
  if (text !== undefined) return text.trim() === '' ? null : { value: markdown(text, key).trim() };
  if (!Array.isArray(value)) return null;
  const items = value.map((item) => asText(item) ?? titledText(item));
  return items.every((item) => item !== undefined)
    ? { value: markdown(items.map((item) => `- ${item.trim().replace(/\n+/g, '\n  ')}`).join('\n'), key) }
    : null;
}

/** `{title, description}` as a bullet with a bold beginning. */
function titledText(item: unknown): string | undefined {
  if (!isRecord(item)) return undefined;
  const parts = Object.entries(item).filter(([, value]) => !isEmpty(value));
  const find = (names: string[]): string | undefined =>
    parts.flatMap(([key, value]) => (names.includes(fieldKey(key)) ? [asText(value)] : [])).find((one) => one !== undefined);
  const title = find(['title', 'name', 'label', 'heading']);
  const text = find(['description', 'text', 'detail', 'details', 'content', 'body', 'desc']);
  return parts.length === 2 && title !== undefined && text !== undefined ? `**${line(title)}:** ${text}` : undefined;
}

function readTestimonial(value: unknown, { data, max }: Reading): Read | null {
  const [first, ...more] = [value].flat();
  const map = isRecord(first) ? first : { quote: first };
  const around = isRecord(first) ? {} : data;
  const take = (...names: string[]): string | undefined =>
    writtenUnder(map, names)
      .map(({ value: one }) => asText(one))
      .find((one) => one !== undefined);
  const quote = take('quote', 'text', 'content', 'body', 'testimonial', 'message');
  const author =
    take('author', 'name', 'person', 'attribution', 'cite', 'by') ??
    writtenUnder(around, ['quote_author', 'testimonial_author']).map(({ value: one }) => asText(one))[0];
  if (quote === undefined || author === undefined || graphemeCount(author) > Math.min(max, 120)) return null;
  const read = {
    quote: quote.trim(),
    author: line(author),
    role: take('role', 'title', 'position', 'job_title'),
    company: take('company', 'organization', 'organisation'),
  };
  const rest = Object.entries(map).filter(([, one]) => !isEmpty(one) && ![quote, author, read.role, read.company].includes(asText(one)));
  const kept = [...(rest.length > 0 ? [Object.fromEntries(rest)] : []), ...more];
  return { value: read, ...(kept.length > 0 && { rest: kept }) };
}

function readLinks(value: unknown): Read | null {
  const rest: unknown[] = [];
  const entries = isRecord(value) ? Object.entries(value).map(([label, url]) => ({ label, url })) : [value].flat();
  const links = entries.flatMap((item) => {
    const map = isRecord(item) ? item : { url: item };
    const take = (...names: string[]): string | undefined =>
      writtenUnder(map, names)
        .map(({ value: one }) => asText(one))
        .find((one) => one !== undefined);
    const url = take('url', 'href', 'link');
    if (url === undefined || checkAddress(url.trim()) !== null) {
      if (!isEmpty(isRecord(item) ? (item['url'] ?? item) : item)) rest.push(item);
      return [];
    }
    const label = line(take('label', 'title', 'name', 'text') ?? 'Link');
    const more = Object.entries(map).filter(([, one]) => !isEmpty(one) && ![url, label].includes(asText(one) ?? ''));
    if (more.length > 0) rest.push(Object.fromEntries(more));
    return [{ label, url: url.trim() }];
  });
  return links.length > 0 ? { value: links, ...(rest.length > 0 && { rest }) } : null;
}

function readPaths(value: unknown): Read | null {
  const written = [value].flat().flatMap((one) => asText(one) ?? []);
  const paths = written.flatMap((one) => legal(one) ?? []);
  const rest = written.filter((one) => legal(one) === null);
  return paths.length > 0 ? { value: [...new Set(paths)], ...(rest.length > 0 && { rest }) } : null;
}

/** Make a span out of a start and an end; undefined where the start is no date or the end precedes it. */
export function spanOf(start: unknown, end: unknown): { start: CalendarDate; end?: CalendarDate } | undefined {
  const from = readLooseDate(asText(start) ?? '')?.date;
  const to = readLooseDate(asText(end) ?? '')?.date;
  if (from === undefined || (to !== undefined && compareCalendarDates(to, from) < 0)) return undefined;
  return to === undefined ? { start: from } : { start: from, end: to };
}

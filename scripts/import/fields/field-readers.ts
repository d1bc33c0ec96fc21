import { checkAddress } from '../../../src/schemas/address.ts';
import { isLanguageTag } from '../../../src/i18n/languages.ts';
import { graphemeCount, SourceScalar } from '../../../src/schemas/scalar.ts';
import { checkCalendarDate, compareCalendarDates, isDateTime, type CalendarDate } from '../../../src/schemas/calendar.ts';
import { asText, findText, isEmpty, isRecord, valuesBeside } from '../front-matter/values.ts';
import { toFormerPath } from '../former-path.ts';
import type { FieldReader, FieldValue, ReaderContext } from './field-reader.ts';
import { parseLenientDate } from './lenient-dates.ts';
import { readAwards, readCredits, readTeamSize } from './people.ts';
import { readPictures, readThumbnail } from './picture-fields.ts';
import { toPlainLine } from '../text/plain-text.ts';
import { readTestimonial } from './testimonial.ts';

/** The readers of field values, by the names that `fieldSources` uses. */
export const fieldReaders = {
  line: readLine,
  tagline: readTagline,
  client: readClient,
  status: readStatus,
  teamSize: readTeamSize,
  credits: readCredits,
  awards: readAwards,
  date: readDate,
  moment: (value) => (checkCalendarDate(asText(value) ?? '') === null ? { value: asText(value) } : null),
  flag: readFlag,
  number: readNumber,
  thumbnail: readThumbnail,
  names: readNames,
  markdown: readMarkdown,
  pictures: readPictures,
  testimonial: readTestimonial,
  related: readRelated,
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

function readLine(value: unknown, { max }: Pick<ReaderContext, 'max'>): FieldValue | null {
  const isList = Array.isArray(value) && value.every((item) => asText(item) !== undefined);
  const text = toPlainLine(isList ? value.map(asText).join(', ') : (asText(value) ?? ''));
  return text !== '' && graphemeCount(text) <= max ? { value: text } : null;
}

/** Read a text that its author wrote as a tagline: one or two sentences without links, lists or paragraphs. */
function readTagline(value: unknown, { max, data }: ReaderContext): FieldValue | null {
  const text = asText(value)?.trim() ?? '';
  const line = toPlainLine(text);
  const sentences = line.match(/[.!?](?=\s+[\p{Lu}“"])/gu)?.length ?? 0;
  const isMarkdown = /\]\(|\n[ \t]*\n|^[ \t]*(?:[-*+]|\d+[.)])[ \t]|<(?:a|ul|ol|li|h\d|img)\b|\{[%{]/im.test(text);
  const isTitle = line.toLowerCase() === toPlainLine(findText(data, 'title') ?? '').toLowerCase();
  return line !== '' && !isTitle && !isMarkdown && sentences <= 1 && graphemeCount(line) <= max && !/:$/.test(line)
    ? { value: line }
    : null;
}

/** Read a client: a short text, several names, or a map; `{heading: About X}` names X. */
function readClient(value: unknown, context: ReaderContext): FieldValue | null {
  if (Array.isArray(value)) {
    const [first] = value;
    if (value.length === 1) return readClient(first, context);
    const names = value.map((item) => (isRecord(item) ? findText(item, ...nameKeys) : asText(item)));
    const rest = value.flatMap((item) => (isRecord(item) ? unnamedValues(item) : []));
    const name = names.every((one) => one !== undefined) ? readName(names.join(', '), context) : null;
    return name && { ...name, rest };
  }
  if (!isRecord(value)) return readName(asText(value) ?? '', context);
  const heading = /^about\s+(.+)$/i.exec(findText(value, 'heading', 'title') ?? '')?.[1];
  const name = findText(value, 'name') ?? heading ?? findText(value, 'title', 'company');
  if (name === undefined || readName(name, context) === null) return null;
  const url = findText(value, 'url', 'website', 'link');
  const client = {
    name: toPlainLine(name),
    industry: findText(value, 'industry', 'sector'),
    size: findText(value, 'size'),
    ...(url !== undefined && checkAddress(url) === null && { url }),
  };
  const [rest] = valuesBeside(value, [name, client.industry, client.size, client.url, heading && findText(value, 'heading', 'title')]);
  return { value: (client.industry ?? client.size ?? client.url) ? client : client.name, rest };
}

/** A name is no address and no sentence. */
function readName(written: string, context: ReaderContext): FieldValue | null {
  const name = toPlainLine(written);
  const isSentence = /[.!?]\s+\p{Lu}\p{Ll}+\s+\p{Ll}|\p{Ll}{3}\.$/u.test(name) && name.split(' ').length > 5;
  return !/[\p{L}\p{N}]/u.test(name) || /^(?:https?:|\/|true$|false$|yes$|no$|n\/a$)/i.test(name) || isSentence
    ? null
    : readLine(name, context);
}

/** Words that control publication are no status of the work. */
function readStatus(value: unknown, context: ReaderContext): FieldValue | null {
  const text = asText(value) ?? '';
  return /^(?:draft|publish(?:ed)?|private|public|hidden|unlisted|featured|true|false|live)$/i.test(text.trim())
    ? null
    : readLine(text, context);
}

function readFlag(value: unknown): FieldValue | null {
  if (value instanceof SourceScalar && typeof value.value === 'boolean') return { value: value.value };
  const text = asText(value)?.trim().toLowerCase() ?? '';
  return /^(?:true|yes|on|false|no|off)$/.test(text) ? { value: /^(?:true|yes|on)$/.test(text) } : null;
}

function readNumber(value: unknown, { key, log }: ReaderContext): FieldValue | null {
  const text = asText(value)?.trim() ?? '';
  if (!/^-?\d{1,9}(?:\.\d{1,4})?$/.test(text)) return null;
  if (String(Number(text)) !== text) log.add('mapped', `${key} ${text}`, String(Number(text)));
  return { value: Number(text) };
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
  const rest: unknown[] = [value].flat().flatMap((item) => (isRecord(item) ? unnamedValues(item) : []));
  for (const name of splitNames(value)) {
    if (accepted.some((other) => other.toLowerCase() === name.toLowerCase()))
      context.log.add('dropped', context.key, `${name}, which is already in the list`);
    else (graphemeCount(name) <= context.max && accepted.length < 30 ? accepted : rest).push(name);
  }
  return accepted.length > 0 ? { value: accepted, rest } : null;
}

const nameKeys = ['name', 'title', 'label'];

/** What a map says besides the name. */
function unnamedValues(item: Record<string, unknown>): unknown[] {
  return valuesBeside(item, [findText(item, ...nameKeys)]);
}

/** Split `A, B; C` into names; a list is taken item by item. */
function splitNames(value: unknown): string[] {
  const names = Array.isArray(value)
    ? value.map((item) => (isRecord(item) ? findText(item, ...nameKeys) : asText(item)) ?? '')
    : (asText(value) ?? '').split(/\s*(?:[,;|·•\n](?![^()]*\))|<\/?(?:li|ul|br|p)\b[^>]*>)\s*/);
  return names.map((name) => toPlainLine(name).replace(/^(?:and|und|et|y) /, '')).filter((name) => name !== '');
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
  const size = Object.values(item).filter((value) => !isEmpty(value)).length;
  const title = findText(item, 'title', 'name', 'label', 'heading');
  const text = findText(item, 'description', 'text', 'detail', 'details', 'content', 'body', 'desc');
  return size === 2 && title !== undefined && text !== undefined ? `**${toPlainLine(title)}:** ${text}` : undefined;
}

function readLinks(value: unknown): FieldValue | null {
  const rest: unknown[] = [];
  const isLink = isRecord(value) && findText(value, 'url', 'href', 'link') !== undefined;
  const items = isRecord(value) && !isLink ? Object.entries(value).map(([label, url]) => ({ label, url })) : [value].flat();
  const links = items.flatMap((item) => {
    const map = isRecord(item) ? item : { url: item };
    const url = findText(map, 'url', 'href', 'link');
    if (url === undefined || checkAddress(url.trim()) !== null) {
      if (!isEmpty(isRecord(item) ? (item['url'] ?? item) : item)) rest.push(item);
      return [];
    }
    const label = toPlainLine(findText(map, 'label', 'title', 'name', 'text') ?? 'Link');
    rest.push(...valuesBeside(map, [url, label]));
    return [{ label, url: url.trim() }];
  });
  return links.length > 0 ? { value: links, rest } : null;
}

/** Read the other case studies that the author chose, by address, path or name. */
function readRelated(value: unknown, { slugByReference }: ReaderContext): FieldValue | null {
  const items = [value].flat().filter((item) => !isEmpty(item));
  const slugs = items.map((item) => {
    const reference = isRecord(item) ? findText(item, 'slug', 'href', 'url', 'link', 'path') : asText(item);
    return reference === undefined ? null : slugByReference(reference.trim());
  });
  // The words of a link are the old site's.
  const rest = items.filter((item, index) => slugs[index] === null || isRecord(item));
  const found = [...new Set(slugs.filter((slug) => slug !== null))];
  return found.length > 0 ? { value: found, rest } : null;
}

function readScore(value: unknown): FieldValue | null {
  const score = value instanceof SourceScalar ? value.value : undefined;
  return typeof score === 'number' && score >= 0 && score <= 10 ? { value: score } : null;
}

function readPaths(value: unknown): FieldValue | null {
  const texts = [value].flat().flatMap((item) => asText(item) ?? []);
  const paths = texts.flatMap((text) => toFormerPath(text) ?? []);
  const rest = texts.filter((text) => toFormerPath(text) === null);
  return paths.length > 0 ? { value: [...new Set(paths)], rest } : null;
}

function readLanguage(value: unknown): FieldValue | null {
  const tag = asText(value)?.replace('_', '-');
  return tag !== undefined && isLanguageTag(tag) ? { value: tag } : null;
}

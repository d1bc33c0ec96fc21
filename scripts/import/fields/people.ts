import { checkAddress } from '../../../src/schemas/address.ts';
import { graphemeCount } from '../../../src/schemas/scalar.ts';
import { asText, findText, isEmpty, isRecord, valuesBeside } from '../front-matter/values.ts';
import type { FieldValue, ReaderContext } from './field-reader.ts';
import { isPicture } from '../text/kinds-of-text.ts';
import { toPlainLine } from '../text/plain-text.ts';

/** Read the people who took part: names, or maps of name and role; such a list may be in a map, under a title. */
export function readCredits(value: unknown, context: ReaderContext): FieldValue | null {
  const lists = isRecord(value) ? Object.values(value).filter((inner) => Array.isArray(inner) && inner.every(isRecord)) : [];
  return readList(lists.length === 1 ? lists[0] : value, context, (map) => ({
    name: findText(map, 'name', 'full_name', 'person', 'title'),
    role: findText(map, 'role', 'position', 'job', 'job_title', 'title'),
    url: addressOf(map),
  }));
}

/** Read awards: titles, or maps of title, giver and year. */
export function readAwards(value: unknown, context: ReaderContext): FieldValue | null {
  return readList(value, context, (map) => ({
    title: findText(map, 'title', 'name', 'award'),
    by: findText(map, 'by', 'organization', 'organisation', 'issuer', 'awarded_by', 'from'),
    year: findText(map, 'year', 'date'),
    url: addressOf(map),
  }));
}

/** Read the size of a team: a number, or a text with a number; a list of people is none. */
export function readTeamSize(value: unknown, { key, max }: ReaderContext): FieldValue | null {
  const text = toPlainLine(asText(value) ?? '');
  const isSize = /size$/i.test(key) || /\d|\b(?:solo|alone|one|two|three|four|five|six|seven|eight|nine|ten)\b/i.test(text);
  return text !== '' && graphemeCount(text) <= max && isSize ? { value: text } : null;
}

type Entry = Record<string, string | undefined>;

/** The first key of an entry is required; an entry without it, or with a sentence for it, makes the value unreadable. */
function readList(value: unknown, { key, log }: ReaderContext, read: (map: Record<string, unknown>) => Entry): FieldValue | null {
  const text = asText(value);
  const items = text === undefined ? [value].flat() : text.split(/\s*[,;\n]\s*|\s+(?:&|and|und|et|y)\s+/);
  const rest: unknown[] = [];
  const entries = items
    .filter((item) => !isEmpty(item))
    .map((item) => {
      if (!isRecord(item)) return toName(asText(item));
      const entry = read(item);
      const [first = ''] = Object.keys(entry);
      const name = toName(entry[first]);
      if (name === undefined) return undefined;
      const texts = Object.entries(item).filter(([, inner]) => asText(inner) !== undefined && !isPicture(asText(inner) ?? ''));
      if (texts.length < Object.keys(item).length) log.add('dropped', key, 'pictures and nested data, which a list of names does not show');
      rest.push(...valuesBeside(Object.fromEntries(texts), Object.values(entry)));
      const others = Object.entries(entry).filter(([key, inner]) => key !== first && inner !== undefined && inner !== entry[first]);
      return { [first]: name, ...Object.fromEntries(others) };
    });
  const isReadable = entries.length > 0 && entries.length <= 60 && entries.every((entry) => entry !== undefined);
  return isReadable ? { value: entries, rest } : null;
}

function toName(text: string | undefined): string | undefined {
  const name = toPlainLine(text ?? '');
  return name !== '' && graphemeCount(name) <= 100 && !/^(?:true|false|\d+)$/i.test(name) && !/\p{Ll}[.!?]$/u.test(name) ? name : undefined;
}

function addressOf(map: Record<string, unknown>): string | undefined {
  const url = findText(map, 'url', 'link', 'website', 'href', 'linkedin');
  return url !== undefined && checkAddress(url) === null ? url : undefined;
}

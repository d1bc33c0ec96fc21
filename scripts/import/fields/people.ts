import { checkAddress } from '../../../src/schemas/address.ts';
import { graphemeCount } from '../../../src/schemas/scalar.ts';
import { asText, findText, isEmpty, isRecord, valuesBeside } from '../front-matter/values.ts';
import type { FieldValue, ReaderContext } from './field-reader.ts';
import { toPlainLine } from '../text/plain-text.ts';

/** Read the people who took part: names, or maps of name and role. */
export function readCredits(value: unknown): FieldValue | null {
  return readList(value, (map) => ({
    name: findText(map, 'name', 'person', 'title'),
    role: findText(map, 'role', 'position', 'job', 'job_title', 'title'),
    url: addressOf(map),
  }));
}

/** Read awards: titles, or maps of title, giver and year. */
export function readAwards(value: unknown): FieldValue | null {
  return readList(value, (map) => ({
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
function readList(value: unknown, read: (map: Record<string, unknown>) => Entry): FieldValue | null {
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
      // What is no text, such as a portrait, belongs to the old layout.
      const texts = Object.fromEntries(Object.entries(item).filter(([, inner]) => asText(inner) !== undefined));
      rest.push(...valuesBeside(texts, Object.values(entry)));
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

import type { CalendarDate } from '../../src/schemas/calendar.ts';
import { slugify } from '../../src/documents/file-names.ts';
import { parseLenientDate } from './fields/lenient-dates.ts';
import { fieldSources } from './fields/field-sources.ts';
import { readFrontMatter, type ParsedFile } from './front-matter/front-matter.ts';
import { asText, findValues } from './front-matter/values.ts';
import { oldAddresses } from './old-addresses.ts';
import type { SourceFile } from './collections.ts';
import type { SourceSite } from './source-site.ts';

/** A parsed document of the old site, before its text is converted. */
export interface SourceDocument {
  file: SourceFile;
  parsed: ParsedFile;
  slug: string;
  /** The language in the file's name. */
  lang: string | null;
  /** The date in the file's name. */
  fileDate: CalendarDate | undefined;
  /** Paths of the old site, the likeliest first. */
  addresses: string[];
}

/** Parse a document and determine its slug, language and old addresses. */
export function parseSource(site: SourceSite, file: SourceFile): SourceDocument {
  const parsed = readFrontMatter(site.read(file.path));
  const { name, lang, day } = parseFileName(file.relative);
  const fileDate = day === undefined ? undefined : parseLenientDate(day)?.date;
  const dates = findValues(parsed.data, fieldSources.date.from).flatMap(({ value }) => parseLenientDate(asText(value) ?? '')?.date ?? []);
  const slug = asText(parsed.data['slug'])?.split('/').filter(Boolean).at(-1) ?? name;
  return {
    file,
    parsed,
    slug: slugify(slug),
    lang,
    fileDate,
    addresses: oldAddresses(site, { file, data: parsed.data, date: dates[0] ?? fileDate }),
  };
}

/** Split names such as `2021-03-04-name.de.md` and `name/index.md`. */
function parseFileName(path: string): { name: string; lang: string | null; day: string | undefined } {
  const stem = path.replace(/\.[^./]+$/, '');
  const [, base = stem, lang = null] = /^(.+?)\.([a-z]{2}(?:-[A-Za-z]{2})?)$/.exec(stem) ?? [];
  const parts = base.split('/');
  const isIndex = parts.at(-1) === 'index' && parts.length > 1;
  const last = parts.at(isIndex ? -2 : -1) ?? '';
  const [, day, name = last] = /^(\d{4}-\d{1,2}-\d{1,2})-(.+)$/.exec(last) ?? [];
  return { name, lang, day };
}

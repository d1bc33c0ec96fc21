import type { CalendarDate } from '../../src/schemas/calendar.ts';
import { proposal } from '../../src/documents/file-names.ts';
import { fieldSources } from './fields/field-sources.ts';
import { asText, findValues } from './front-matter/values.ts';
import { readFrontMatter, type ParsedFile } from './front-matter/front-matter.ts';
import { parseLenientDate } from './fields/lenient-dates.ts';
import { oldAddresses } from './old-addresses.ts';
import type { SourceFile, SourceSite } from './source-site.ts';

/** A document read, with what decides its name and addresses, before its text is converted. */
export interface SourceDocument {
  file: SourceFile;
  foreign: ParsedFile;
  slug: string;
  lang: string | null;
  fileDate: CalendarDate | undefined;
  addresses: string[];
}

/** FieldValue a document and decide its slug, language and old addresses. */
export function parseSource(site: SourceSite, file: SourceFile): SourceDocument {
  const foreign = readFrontMatter(site.read(file.path));
  const stem = file.relative.replace(/\.[^./]+$/, '');
  const [, base = stem, tag] = /^(.+?)\.([a-z]{2}(?:-[A-Za-z]{2})?)$/.exec(stem) ?? [];
  const parts = base.split('/');
  const named = parts.at(-1) === 'index' && parts.length > 1 ? (parts.at(-2) ?? '') : (parts.at(-1) ?? '');
  const [, dated, name = named] = /^(\d{4}-\d{1,2}-\d{1,2})-(.+)$/.exec(named) ?? [];
  const [date] = findValues(foreign.data, fieldSources.date.from).flatMap(({ value }) => parseLenientDate(asText(value) ?? '')?.date ?? []);
  const fileDate = dated === undefined ? undefined : parseLenientDate(dated)?.date;
  const slug = asText(foreign.data['slug'])?.split('/').filter(Boolean).at(-1) ?? name;
  return {
    file,
    foreign,
    slug: proposal(slug),
    lang: tag ?? null,
    fileDate,
    addresses: oldAddresses(site, { file, data: foreign.data, date: date ?? fileDate }),
  };
}

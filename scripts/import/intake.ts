import type { CalendarDate } from '../../src/schemas/calendar.ts';
import { slugify } from '../../src/documents/file-names.ts';
import { fieldSources } from './field-names.ts';
import { asText, writtenUnder } from './fields.ts';
import { readForeign, type ForeignDocument } from './front-matter.ts';
import { readLooseDate } from './loose-dates.ts';
import { oldAddresses } from './old-addresses.ts';
import type { ForeignFile, ForeignSite } from './site.ts';

/** A document read, with what decides its name and addresses, before its text is converted. */
export interface Intake {
  file: ForeignFile;
  foreign: ForeignDocument;
  slug: string;
  lang: string | null;
  fileDate: CalendarDate | undefined;
  addresses: string[];
}

/** Read a document and decide its slug, language and old addresses. */
export function takeIn(site: ForeignSite, file: ForeignFile): Intake {
  const foreign = readForeign(site.read(file.path));
  const stem = file.relative.replace(/\.[^./]+$/, '');
  const [, base = stem, tag] = /^(.+?)\.([a-z]{2}(?:-[A-Za-z]{2})?)$/.exec(stem) ?? [];
  const parts = base.split('/');
  const named = parts.at(-1) === 'index' && parts.length > 1 ? (parts.at(-2) ?? '') : (parts.at(-1) ?? '');
  const [, dated, name = named] = /^(\d{4}-\d{1,2}-\d{1,2})-(.+)$/.exec(named) ?? [];
  const [date] = writtenUnder(foreign.data, fieldSources.date.from).flatMap(({ value }) => readLooseDate(asText(value) ?? '')?.date ?? []);
  const fileDate = dated === undefined ? undefined : readLooseDate(dated)?.date;
  const slug = asText(foreign.data['slug'])?.split('/').filter(Boolean).at(-1) ?? name;
  return {
    file,
    foreign,
    slug: slugify(slug),
    lang: tag ?? null,
    fileDate,
    addresses: oldAddresses(site, { file, data: foreign.data, date: date ?? fileDate }),
  };
}

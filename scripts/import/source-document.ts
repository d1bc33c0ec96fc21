import type { CalendarDate } from '../../src/schemas/calendar.ts';
import { slugify } from '../../src/documents/file-names.ts';
import { documentStem } from './collections.ts';
import { parseLenientDate } from './fields/lenient-dates.ts';
import { fieldSources } from './fields/field-sources.ts';
import { readFrontMatter, type ParsedFile } from './front-matter/front-matter.ts';
import { asText, findText, findValues } from './front-matter/values.ts';
import { inheritedData } from './inherited-data.ts';
import { toTag } from './languages.ts';
import { oldAddresses } from './old-addresses/old-addresses.ts';
import type { SourceFile, SourceSite } from './source-site.ts';

/** A parsed document of the old site, before its text is converted. */
export interface SourceDocument {
  file: SourceFile;
  parsed: ParsedFile;
  slug: string;
  /** The language of a translation, from its folder, its file's name or its front matter; null for an original. */
  lang: string | null;
  /** The language of an original where it is not the project's; null otherwise. */
  ownLang: string | null;
  /** The key that a document shares with its translations; undefined if it names none. */
  translationKey: string | undefined;
  /** The date in the file's name. */
  fileDate: CalendarDate | undefined;
  /** Paths of the old site, the likeliest first. */
  addresses: string[];
  /** Front matter that the document's folder or the configuration gives it. */
  inherited: Record<string, unknown>;
}

/** Parse a document and determine its slug, language and old addresses. */
export function parseSource(site: SourceSite, file: SourceFile): SourceDocument {
  const read = readFrontMatter(site.read(file.path));
  const { name, lang: nameLang, day } = parseFileName(file.relative);
  const fields = site.dataFields.get(name) ?? {};
  const own: Record<string, unknown> = { ...fields, ...read.data };
  const data = { ...own, ...featuredPicture(site, file, own) };
  const parsed = { ...read, data };
  const fileDate = day === undefined ? undefined : parseLenientDate(day)?.date;
  const dates = findValues(data, fieldSources.date.from).flatMap(({ value }) => parseLenientDate(asText(value) ?? '')?.date ?? []);
  const slug = asText(data['slug'])?.split('/').filter(Boolean).at(-1) ?? name;
  const translationKey = findText(data, 'translation_key', 'translation_id', 'ref', 'lang_ref', 'page_id');
  // A language in front matter is a translation's only where a key says of what.
  const dataLang = translationKey === undefined ? undefined : findText(data, 'lang', 'language', 'locale');
  const written = file.lang ?? nameLang ?? (dataLang === undefined ? null : toTag(dataLang));
  const lang = written === site.languages.main ? null : written;
  return {
    file,
    parsed,
    slug: slugify(slug),
    lang,
    ownLang: null,
    translationKey,
    fileDate,
    addresses: oldAddresses(site, { file: { ...file, lang }, data, date: dates[0] ?? fileDate }),
    inherited: inheritedData(site, file),
  };
}

/** Hugo's themes show a picture of the bundle that is named `featured` or `cover`, which no field names. */
function featuredPicture({ system, files }: SourceSite, { path }: SourceFile, data: Record<string, unknown>): Record<string, unknown> {
  if (system !== 'hugo' || !/\/index\.\w+$/.test(path)) return {};
  if (findValues(data, fieldSources.thumbnail.from).length > 0) return {};
  const folder = path.replace(/[^/]*$/, '');
  const picture = [...files].find((file) => file.startsWith(folder) && bundlePicture.test(file.slice(folder.length)));
  return picture === undefined ? {} : { featured_image: picture.slice(folder.length) };
}

const bundlePicture = /^(?:featured?|cover|thumb(?:nail)?)[\w-]*\.(?:jpe?g|png|webp|avif)$/i;

/** Split names such as `2021-03-04-name.de.md` and `name/index.md`. */
function parseFileName(path: string): { name: string; lang: string | null; day: string | undefined } {
  const stem = documentStem(path).replace(/(^|\/)_(?=[^/]+$)/, '$1');
  const [, base = stem, lang = null] = /^(.+?)\.([a-z]{2}(?:-[A-Za-z]{2})?)$/.exec(stem) ?? [];
  const parts = base.split('/');
  const isIndex = parts.at(-1) === 'index' && parts.length > 1;
  const last = parts.at(isIndex ? -2 : -1) ?? '';
  const [, day, name = last] = /^(\d{4}-\d{1,2}-\d{1,2})-(.+)$/.exec(last) ?? [];
  return { name, lang, day };
}

import type { CalendarDate } from '../../src/schemas/calendar.ts';
import { addressKey } from '../../src/lib/redirects.ts';
import { convertText, renderLiquidDeep, liquidContext, type SiteContext } from './text/convert-text.ts';
import { isEmpty } from './front-matter/values.ts';
import type { SourceDocument } from './source-document.ts';
import { mapFields } from './fields/map-fields.ts';
import { createConversionLog, type LogEntry } from './conversion-log.ts';
import { createPictureFinder, pictureFolder, type PictureCopy } from './pictures.ts';
import { finalizeDraft } from './draft.ts';
import type { SourceFile } from './source-site.ts';
import { extractSections, inferFields, type Draft } from './sections/extract-sections.ts';
import { findMissingWords, collectTexts } from './missing-words.ts';

/** A document as it will be written. */
export interface ConvertedDocument {
  source: string;
  slug: string;
  lang: string | null;
  text: string;
  copies: PictureCopy[];
  notes: LogEntry[];
  /** Required fields that the author must fill in; the document is a draft until then. */
  missing: string[];
}

export interface ConvertOptions extends SiteContext {
  today: CalendarDate;
  /** Old addresses that are spoken for, by `addressKey`, with their owner. */
  taken: ReadonlyMap<string, string>;
}

/** Convert one document: fields mapped, text made Markdown, sections put in their fields, pictures planned, everything noted. */
export function convertDocument({ file, foreign, slug, lang, fileDate, addresses }: SourceDocument, context: ConvertOptions): ConvertedDocument {
  const { site, today } = context;
  const conversionLog = createConversionLog();
  const pictures = createPictureFinder({ site, path: file.path, folder: pictureFolder(foreign.data), note: conversionLog.note });
  const data = renderLiquidDeep(foreign.data, liquidContext('front matter', foreign.data, context, conversionLog)) as Record<string, unknown>;
  const markdown = (text: string, part: string): string => convertText(text, { part, data, file, context, conversionLog, pictures });
  for (const { reason, text } of foreign.faults) conversionLog.note('unsure', 'front matter', text ? `${reason}: ${text}` : reason);
  for (const comment of foreign.comments) conversionLog.note('dropped', 'front matter', `a comment: ${comment}`);
  const { fields, extra } = mapFields(data, { ...conversionLog, pictures, markdown, fileDate, today });
  const draft: Draft = { fields, extra, body: markdown(undented(foreign.body, file.path), 'text'), conversionLog };
  extractSections(draft);
  inferFields(draft, named(file, slug));
  takeAddresses(draft, { addresses, slug, context });
  if (lang !== null && fields.lang === undefined) fields.lang = lang;
  if (fields.draft === false) delete fields.draft;
  const { text, missing } = finalizeDraft(draft);
  const source = [...collectTexts(foreign.data), foreign.body];
  const lost = findMissingWords(source, [
    text,
    slug,
    ...addresses,
    ...addresses.map(addressKey),
    ...conversionLog.notes.map((note) => `${note.field} ${note.text}`),
  ]);
  if (lost.length > 0) conversionLog.note('unsure', 'words', `that are not in the new document: ${lost.join(' ')}`);
  return {
    source: file.path,
    slug,
    lang,
    text,
    copies: pictures.copies.filter(({ name }) => text.includes(`./${name}`)),
    notes: conversionLog.notes,
    missing,
  };
}

/** An HTML page is Markdown once its lines are not indented, which would make them code. */
function undented(body: string, path: string): string {
  return /\.html?$/i.test(path) && !/<pre\b/i.test(body) ? body.replace(/^[ \t]+/gm, '') : body;
}

/** Every old address leads on, but those that another page has. */
function takeAddresses(
  { fields, conversionLog }: Draft,
  { addresses, slug, context }: { addresses: string[]; slug: string; context: ConvertOptions },
): void {
  const page = addressKey(`/projects/${slug}/`);
  const given = ([fields['aliases'] ?? []].flat() as string[]).concat(addresses);
  const seen = new Set<string>();
  fields['aliases'] = given.filter((alias) => {
    const key = addressKey(alias);
    if (key === page || seen.has(key)) return false;
    seen.add(key);
    const owner = context.taken.get(key);
    if (owner !== undefined) conversionLog.note('unsure', 'aliases', `${alias} is an address of ${owner} and cannot lead here`);
    return owner === undefined;
  });
  if (isEmpty(fields['aliases'])) delete fields['aliases'];
}

function named(file: SourceFile, slug: string): string {
  const words = slug.replaceAll('-', ' ') || file.path;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

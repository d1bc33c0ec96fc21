import { isFilm } from '../../src/documents/films.ts';
import type { CalendarDate } from '../../src/schemas/calendar.ts';
import { addressKey } from '../../src/lib/redirects.ts';
import { createConversionLog, type LogEntry } from './conversion-log.ts';
import { finalizeDraft, type Draft } from './draft.ts';
import { inferMetrics } from './fields/comparison-tables.ts';
import { addInheritedFacts } from './fields/inherited-facts.ts';
import { mapFields } from './fields/map-fields.ts';
import type { MappingContext } from './fields/mapping.ts';
import { asText, isEmpty } from './front-matter/values.ts';
import { collectTexts, findMissingWords } from './missing-words.ts';
import { createPictureFinder, pictureFolder, type PictureCopy } from './pictures.ts';
import { moveStoryToBody } from './sections/front-matter-story.ts';
import { inferTechnologies } from './sections/technologies.ts';
import { withoutAffixes, type TitleAffixes } from './site-titles.ts';
import { takeTitleHeading } from './sections/title-heading.ts';
import type { SourceDocument } from './source-document.ts';
import { convertText, liquidContext, renderLiquidDeep, type SiteContext } from './text/convert-text.ts';

/** A document as it will be written. */
export interface ConvertedDocument {
  /** Its path in the old site. */
  source: string;
  slug: string;
  lang: string | null;
  text: string;
  copies: PictureCopy[];
  logEntries: LogEntry[];
  /** Required fields that the author must fill in; until then the document is a draft. */
  missing: string[];
}

interface ConvertOptions extends SiteContext {
  today: CalendarDate;
  /** Why the old site did not show the document to everybody; null if it did. */
  hidden: string | null;
  /** Get the slug of another public document by its address, path or name in the old site; null if there is none. */
  slugByReference: (reference: string) => string | null;
  /** Keys of the front matter whose value is the same in most documents. */
  repeatedKeys: ReadonlySet<string>;
  titleAffixes: TitleAffixes;
  /** The names of the project's technologies, in the form of `technologyKey`. */
  glossary: ReadonlySet<string>;
  /** Addresses that other documents own, in the form of `addressKey`, with their owners. */
  taken: ReadonlyMap<string, string>;
}

/** Convert one document: map its fields, convert its text, move sections to their fields, plan its pictures, and log every step. */
export function convertDocument(
  { file, parsed, slug, lang, ownLang, fileDate, addresses, inherited }: SourceDocument,
  options: ConvertOptions,
): ConvertedDocument {
  const log = createConversionLog();
  for (const { reason, text } of parsed.diagnostics) log.add('unsure', 'front matter', text ? `${reason}: ${text}` : reason);
  for (const comment of parsed.comments) log.add('dropped', 'front matter', `a comment: ${comment}`);

  const pictures = createPictureFinder({ site: options.site, path: file.path, folder: pictureFolder(parsed.data), log });
  // Templates see what the folder or the configuration adds to the front matter.
  const seen = { ...inherited, ...parsed.data };
  const data = renderLiquidDeep(parsed.data, liquidContext('front matter', seen, options, log));
  const context = { data: { ...inherited, ...data }, file, site: options, pictures, log };
  const markdown = (text: string, part: string): string => convertText(text, { part, ...context });
  const mapping: MappingContext = {
    ...{ log, pictures, markdown, fileDate, today: options.today, glossary: options.glossary, repeatedKeys: options.repeatedKeys },
    slugByReference: (reference) => (options.slugByReference(reference) === slug ? null : options.slugByReference(reference)),
    body: parsed.body,
    isJekyll: options.site.system === 'jekyll',
  };
  const { fields, extra } = mapFields(data, mapping);
  addInheritedFacts(fields, inherited, mapping);

  const draft: Draft = { fields, extra, body: markdown(parsed.body, 'text'), log };
  shortenTitle(draft, options.titleAffixes);
  takeTitleHeading(draft);
  const repeated = moveStoryToBody(draft, { markdown, repeatedKeys: options.repeatedKeys });
  nameAfterFile(draft, slug);
  inferTechnologies(draft);
  inferMetrics(draft);
  addAliases(draft, { addresses, slug, taken: options.taken });
  const language = lang ?? ownLang;
  if (language !== null && draft.fields['lang'] === undefined) draft.fields['lang'] = language;
  if (draft.fields['draft'] === false) delete draft.fields['draft'];
  if (options.hidden !== null && draft.fields['draft'] !== true) {
    draft.fields['draft'] = true;
    log.add('mapped', options.hidden, 'draft');
  }

  const { text, missing } = finalizeDraft(draft);
  const logged = log.entries.map((entry) => `${entry.field} ${entry.text}`);
  const missingWords = findMissingWords(
    [...collectTexts(parsed.data), parsed.body],
    [text, slug, ...addresses, ...addresses.map(addressKey), ...repeated, ...logged],
  );
  if (missingWords.length > 0) log.add('unsure', 'words', `missing from the new document: ${missingWords.join(' ')}`);
  // Poster and captions of a film have its name, so the document names only the film.
  const stems = new Set(
    pictures.copies.flatMap(({ name }) => (text.includes(`./${name}`) && isFilm(name) ? name.replace(/\.\w+$/, '') : [])),
  );
  const copies = pictures.copies.filter(({ name }) => text.includes(`./${name}`) || stems.has(name.replace(/\..*$/, '')));
  return { source: file.path, slug, lang, text, copies, logEntries: log.entries, missing };
}

/** The old site's name in a title was for the browser's tab. */
function shortenTitle({ fields, log }: Draft, affixes: TitleAffixes): void {
  const title = asText(fields['title']) ?? '';
  const short = withoutAffixes(title, affixes);
  if (short === title) return;
  fields['title'] = short;
  log.add('dropped', 'title', `what every title has in common: ${affixes.prefix}${affixes.suffix}`);
}

interface Addresses {
  addresses: string[];
  slug: string;
  taken: ReadonlyMap<string, string>;
}

/** Redirect every old address to the document, except those that another page owns. */
function addAliases({ fields, log }: Draft, { addresses, slug, taken }: Addresses): void {
  const page = addressKey(`/projects/${slug}/`);
  const candidates = ([fields['aliases'] ?? []].flat() as string[]).concat(addresses);
  const seen = new Set<string>();
  fields['aliases'] = candidates.filter((alias) => {
    const key = addressKey(alias);
    if (key === page || seen.has(key)) return false;
    seen.add(key);
    const owner = taken.get(key);
    if (owner !== undefined) log.add('unsure', 'aliases', `${alias} is an address of ${owner} and cannot redirect here`);
    return owner === undefined;
  });
  if (isEmpty(fields['aliases'])) delete fields['aliases'];
}

/** Fill the title, if front matter and text have none. */
function nameAfterFile({ fields, log }: Draft, slug: string): void {
  if (fields['title'] !== undefined) return;
  const words = slug.replaceAll('-', ' ');
  fields['title'] = words.charAt(0).toUpperCase() + words.slice(1);
  log.add('unsure', 'title', "made from the file's name");
}

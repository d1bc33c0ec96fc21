import type { CalendarDate } from '../../src/schemas/calendar.ts';
import { addressKey } from '../../src/lib/redirects.ts';
import { convertText, filledIn, liquidContext, type SiteContext } from './convert-text.ts';
import { isEmpty } from './fields.ts';
import type { Intake } from './intake.ts';
import { mapFields } from './mapping.ts';
import { createNotebook, type Note } from './notes.ts';
import { createPictureFinder, pictureFolder, type PictureCopy } from './picture-copies.ts';
import { settle } from './settle.ts';
import type { ForeignFile } from './site.ts';
import { takeSections, takeWhatTextSays, type Drafting } from './take-sections.ts';
import { lostWords, textsIn } from './words.ts';

/** A document as it will be written. */
export interface Converted {
  source: string;
  slug: string;
  lang: string | null;
  text: string;
  copies: PictureCopy[];
  notes: Note[];
  /** Required fields that the author must fill in; the document is a draft until then. */
  missing: string[];
}

export interface ConvertContext extends SiteContext {
  today: CalendarDate;
  /** Old addresses that are spoken for, by `addressKey`, with their owner. */
  taken: ReadonlyMap<string, string>;
}

/** Convert one document: fields mapped, text made Markdown, sections put in their fields, pictures planned, everything noted. */
export function convertDocument({ file, foreign, slug, lang, fileDate, addresses }: Intake, context: ConvertContext): Converted {
  const { site, today } = context;
  const notebook = createNotebook();
  const pictures = createPictureFinder({ site, path: file.path, folder: pictureFolder(foreign.data), note: notebook.note });
  const data = filledIn(foreign.data, liquidContext('front matter', foreign.data, context, notebook)) as Record<string, unknown>;
  const markdown = (text: string, part: string): string => convertText(text, { part, data, file, context, notebook, pictures });
  for (const { reason, text } of foreign.faults) notebook.note('unsure', 'front matter', text ? `${reason}: ${text}` : reason);
  for (const comment of foreign.comments) notebook.note('dropped', 'front matter', `a comment: ${comment}`);
  const { fields, extra } = mapFields(data, { ...notebook, pictures, markdown, fileDate, today });
  const draft: Drafting = { fields, extra, body: markdown(undented(foreign.body, file.path), 'text'), notebook };
  takeSections(draft);
  takeWhatTextSays(draft, named(file, slug));
  takeAddresses(draft, { addresses, slug, context });
  if (lang !== null && fields.lang === undefined) fields.lang = lang;
  if (fields.draft === false) delete fields.draft;
  const { text, missing } = settle(draft);
  const source = [...textsIn(foreign.data), foreign.body];
  const lost = lostWords(source, [
    text,
    slug,
    ...addresses,
    ...addresses.map(addressKey),
    ...notebook.notes.map((note) => `${note.field} ${note.text}`),
  ]);
  if (lost.length > 0) notebook.note('unsure', 'words', `that are not in the new document: ${lost.join(' ')}`);
  return {
    source: file.path,
    slug,
    lang,
    text,
    copies: pictures.copies.filter(({ name }) => text.includes(`./${name}`)),
    notes: notebook.notes,
    missing,
  };
}

/** An HTML page is Markdown once its lines are not indented, which would make them code. */
function undented(body: string, path: string): string {
  return /\.html?$/i.test(path) && !/<pre\b/i.test(body) ? body.replace(/^[ \t]+/gm, '') : body;
}

/** Every old address leads on, but those that another page has. */
function takeAddresses(
  { fields, notebook }: Drafting,
  { addresses, slug, context }: { addresses: string[]; slug: string; context: ConvertContext },
): void {
  const page = addressKey(`/projects/${slug}/`);
  const given = ([fields['aliases'] ?? []].flat() as string[]).concat(addresses);
  const seen = new Set<string>();
  fields['aliases'] = given.filter((alias) => {
    const key = addressKey(alias);
    if (key === page || seen.has(key)) return false;
    seen.add(key);
    const owner = context.taken.get(key);
    if (owner !== undefined) notebook.note('unsure', 'aliases', `${alias} is an address of ${owner} and cannot lead here`);
    return owner === undefined;
  });
  if (isEmpty(fields['aliases'])) delete fields['aliases'];
}

function named(file: ForeignFile, slug: string): string {
  const words = slug.replaceAll('-', ' ') || file.path;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

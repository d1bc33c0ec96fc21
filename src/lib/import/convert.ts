import { posix } from 'node:path';
import type { CalendarDate } from '../dates.ts';
import { addressKey } from '../redirects.ts';
import { graphemeCount } from '../../schemas/scalar.ts';
import { projectSchema } from '../../schemas/project.ts';
import { readDocument } from '../content/document.ts';
import { valueAt } from '../content/values.ts';
import { proposal } from '../content/slugs.ts';
import { convertComponents } from './components.ts';
import { asText, fieldSources, isEmpty, writtenUnder } from './fields.ts';
import { isRecord, readForeign, type ForeignDocument } from './front-matter.ts';
import { convertFrames, convertKramdown } from './kramdown.ts';
import { convertLiquid, fillIn, type LiquidContext } from './liquid.ts';
import { readLooseDate } from './loose-dates.ts';
import { firstSentence, mapFields } from './mapping.ts';
import { maskCode } from './masked.ts';
import { createNotebook, type Note, type Notebook } from './notes.ts';
import { oldAddresses } from './old-addresses.ts';
import { createPictureFinder, pictureFolder, type PictureCopy, type PictureFinder } from './picture-copies.ts';
import { convertReferences } from './references.ts';
import { boldLedMetrics, cutSections, technologiesIn } from './sections.ts';
import { convertShortcodes } from './shortcodes.ts';
import type { ForeignFile, ForeignSite } from './site.ts';
import { line } from './values.ts';
import { lostWords, textsIn } from './words.ts';
import { writeDocument } from './write-document.ts';

/** A document read, with what decides its name and addresses, before its text is converted. */
export interface Intake {
  file: ForeignFile;
  foreign: ForeignDocument;
  slug: string;
  lang: string | null;
  fileDate: CalendarDate | undefined;
  addresses: string[];
}

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

export interface ConvertContext {
  site: ForeignSite;
  today: CalendarDate;
  /** New address of the page that an old address or a document's old path (`projects/x.md`) was; null where there is none. */
  pageAt: (key: string) => string | null;
  pageOf: (path: string) => string | null;
  /** Old addresses that are spoken for, by `addressKey`, with their owner. */
  taken: ReadonlyMap<string, string>;
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
    slug: proposal(slug),
    lang: tag ?? null,
    fileDate,
    addresses: oldAddresses(site, { file, data: foreign.data, date: date ?? fileDate }),
  };
}

/** Convert one document: fields mapped, text made Markdown, sections put in their fields, pictures planned, everything noted. */
export function convertDocument({ file, foreign, slug, lang, fileDate, addresses }: Intake, context: ConvertContext): Converted {
  const { site, today } = context;
  const notebook = createNotebook();
  const pictures = createPictureFinder({ site, path: file.path, folder: pictureFolder(foreign.data), note: notebook.note });
  const data = filledIn(foreign.data, liquidContext('front matter', foreign.data, context, notebook)) as Record<string, unknown>;
  const markdown = (text: string, part: string): string => convertText(text, { part, data, file, context, notebook, pictures });
  for (const { reason, text } of foreign.faults) notebook.note('unsure', 'front matter', text ? `${reason}: ${text}` : reason);
  const { fields, extra } = mapFields(data, { ...notebook, pictures, markdown, fileDate, today });
  const draft: Drafting = { fields, extra, body: markdown(undented(foreign.body, file.path), 'text'), notebook };
  takeSections(draft);
  takeWhatTextSays(draft, named(file, slug));
  takeAddresses(draft, { addresses, slug, context });
  if (lang !== null && fields.lang === undefined) fields.lang = lang;
  if (fields.draft === false) delete fields.draft;
  const { text, missing } = settle(draft);
  const source = [...textsIn(foreign.data), foreign.body];
  const lost = lostWords(source, [text, slug, ...addresses, ...notebook.notes.map((note) => `${note.field} ${note.text}`)]);
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

interface Drafting {
  fields: Record<string, unknown>;
  extra: Record<string, unknown>;
  body: string;
  notebook: Notebook;
}

interface TextContext {
  part: string;
  data: Record<string, unknown>;
  file: ForeignFile;
  context: ConvertContext;
  notebook: Notebook;
  pictures: PictureFinder;
}

function convertText(text: string, { part, data, file, context, notebook, pictures }: TextContext): string {
  const { text: bare, hide, unmask } = maskCode(text);
  // A note may quote code that was set aside.
  const own: Notebook = { ...notebook, note: (kind, field, said) => notebook.note(kind, field, unmask(said)) };
  const liquid: LiquidContext = { ...liquidContext(part, data, context, own), readBeside: (path) => readBeside(path, file, context.site) };
  const convert = (): string => {
    const filled = templating(file, context.site)(bare, liquid, hide);
    const plain = convertFrames(convertKramdown(filled, liquid), liquid);
    return convertReferences(plain, { ...own, pictures, part, pageAt: context.pageAt });
  };
  return unmask(convert()).replace(/\n{4,}/g, '\n\n\n');
}

/** What stands in a text besides Markdown goes by the system, and by the file's ending. */
function templating(
  file: ForeignFile,
  { system }: ForeignSite,
): (text: string, context: LiquidContext, hide: (text: string) => string) => string {
  if (file.path.endsWith('.mdx')) return convertComponents;
  if (system === 'hugo') return convertShortcodes;
  return system === 'astro' ? (text) => text : convertLiquid;
}

/** The text of a file that another one includes, from the folder of the document or below. */
function readBeside(path: string, file: ForeignFile, site: ForeignSite): string | null {
  const beside = posix.join(posix.dirname(file.path), path);
  return site.files.has(beside) && /\.(?:md|markdown|txt|html?)$/i.test(beside) ? readForeign(site.read(beside)).body : null;
}

function liquidContext(part: string, data: Record<string, unknown>, { site, pageOf }: ConvertContext, notebook: Notebook): LiquidContext {
  return { ...notebook, data, config: site.config, part, linkTo: pageOf, readBeside: () => null };
}

function filledIn(value: unknown, liquid: LiquidContext): unknown {
  if (typeof value === 'string') return fillIn(value, liquid);
  if (Array.isArray(value)) return value.map((one) => filledIn(one, liquid));
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filledIn(inner, liquid)])) : value;
}

/** An HTML page is Markdown once its lines are not indented, which would make them code. */
function undented(body: string, path: string): string {
  return /\.html?$/i.test(path) && !/<pre\b/i.test(body) ? body.replace(/^[ \t]+/gm, '') : body;
}

/** Sections of the text become fields; the text before them is their beginning. */
function takeSections(draft: Drafting): void {
  const { fields, notebook } = draft;
  const heading = /^\s*#[ \t]+([^\n]+?)[ \t]*#*[ \t]*(?=\n|$)/.exec(draft.body)?.[1];
  if (fields['title'] === undefined && heading !== undefined && graphemeCount(line(heading)) <= 120) {
    fields['title'] = line(heading.replace(/[*_`]/g, ''));
    notebook.note('mapped', 'the first heading', 'title');
  }
  const { sections, intro, rest, title } = cutSections(draft.body, asText(fields['title']));
  if (title !== null) notebook.note('dropped', 'text', `the heading ${title}, which repeats the title`);
  for (const [index, { field, heading, level, text }] of sections.entries()) {
    const held = asText(fields[field]);
    const again = sections.slice(0, index).some((one) => one.field === field);
    fields[field] = held === undefined ? text : `${held}\n\n${again ? `${'#'.repeat(level)} ${heading}\n\n` : ''}${text}`;
    notebook.note('mapped', `the section ${heading}`, field);
  }
  const opening =
    sections.length === 0 || !/\p{L}{2}/u.test(intro)
      ? null
      : fields['business_context'] === undefined
        ? 'business_context'
        : fields['executive_summary'] === undefined
          ? 'executive_summary'
          : null;
  if (opening !== null) {
    fields[opening] = intro;
    notebook.note('unsure', opening, 'the text before the first heading was taken for it');
  }
  draft.body = opening === null ? [intro, rest].filter(Boolean).join('\n\n') : rest;
}

/** What front matter leaves open may be said by the text: a tagline, metrics, technologies. */
function takeWhatTextSays({ fields, body, notebook }: Drafting, name: string): void {
  const { note } = notebook;
  if (fields['title'] === undefined) {
    fields['title'] = name;
    note('unsure', 'title', "made of the file's name");
  }
  const results = asText(fields['results_metrics']);
  const lifted = results === undefined || fields['metrics'] !== undefined ? [] : boldLedMetrics(results);
  if (lifted.length > 0) {
    fields['metrics'] = lifted;
    note('mapped', `${lifted.length} bold-led points of the results`, 'metrics');
  }
  const everything = [
    body,
    ...['implementation_details', 'solution_architecture', 'business_context'].map((key) => asText(fields[key]) ?? ''),
  ];
  if (fields['technologies'] === undefined) {
    const named = everything
      .map(technologiesIn)
      .find((names) => names.length > 0)
      ?.slice(0, 30);
    if (named) {
      fields['technologies'] = named;
      note('unsure', 'technologies', 'read out of the text');
    }
  }
  if (fields['tagline'] === undefined) {
    const texts = [fields['executive_summary'], fields['business_context'], body, fields['technical_challenges']].map(
      (text) => asText(text) ?? '',
    );
    const sentence = texts.flatMap((text) => firstSentence(firstParagraph(text) ?? '') ?? [])[0] ?? null;
    if (sentence !== null) {
      fields['tagline'] = sentence;
      note('unsure', 'tagline', 'the first sentence of the text');
    }
  }
}

function firstParagraph(text: string): string | null {
  const paragraph = text
    .split(/\n\s*\n/)
    .find((one) => /^[\p{L}\p{N}"'*_“(]/u.test(one.trim()) && !/^(?:\d+[.)]|[-*+])\s/.test(one.trim()) && !/[{<|]/.test(one));
  const words =
    paragraph === undefined
      ? ''
      : line(paragraph.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]{1,2}(?=\S)|(?<=\S)[*_`]{1,2}/g, ''));
  return graphemeCount(words) >= 20 ? words : null;
}

function named(file: ForeignFile, slug: string): string {
  const words = slug.replaceAll('-', ' ') || file.path;
  return words.charAt(0).toUpperCase() + words.slice(1);
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

/** Write the document and read it back by the schema: what the schema refuses goes below `extra`, what it misses makes a draft. */
function settle({ fields, extra, body, notebook }: Drafting): { text: string; missing: string[] } {
  for (let round = 0; ; round++) {
    const text = writeDocument({ ...fields, ...(isEmpty(extra) ? {} : { extra }) }, body);
    const document = readDocument(Buffer.from(text), '');
    const issues = projectSchema.safeParse(document.data ?? {}).error?.issues ?? [];
    const refused = [
      ...new Set(issues.filter(({ path }) => valueAt(document.data, path.slice(0, 1)) !== undefined).map(({ path }) => String(path[0]))),
    ];
    if (refused.length === 0 || round > 5) {
      const missing = [...new Set(issues.map(({ path }) => String(path[0])))];
      for (const field of missing) notebook.note('missing', field, hints[field] ?? 'required');
      if (missing.length > 0 && fields['draft'] !== true) return settle({ fields: { ...fields, draft: true }, extra, body, notebook });
      return { text, missing };
    }
    for (const field of refused) {
      const why = issues.find(({ path }) => path[0] === field);
      notebook.note('extra', field, `${why?.message ?? ''}: ${textsIn(fields[field]).join(', ')}`);
      extra[field] = fields[field];
      delete fields[field];
    }
  }
}

/** What to write into a field that is missing. */
const hints: Readonly<Record<string, string>> = {
  title: 'the title of the case study',
  tagline: 'one sentence, at most 200 characters',
  client: 'whom the work was for; `{name, alias, confidential: true}` keeps the name to yourself',
  technologies: 'a list of what it is made of',
  business_context: 'why it mattered to the client',
  technical_challenges: 'what stood in the way',
  solutions: 'what was done',
};

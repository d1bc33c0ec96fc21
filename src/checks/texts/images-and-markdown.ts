import { join } from 'node:path';
import { SourceScalar } from '../../schemas/scalar.ts';
import { escapeControlCharacters, type FieldDiagnostic } from '../../documents/diagnostic.ts';
import type { Document } from '../../documents/document.ts';
import { isFilm, resolveFilm } from '../../documents/films.ts';
import { isUnresolved, resolvePicture, type PictureOptions, type ResolvedPicture } from '../../documents/images.ts';
import type { Position } from '../../documents/positions.ts';
import { textAt, valueAt } from '../../documents/values.ts';
import { authorTexts, checkPlainText, type AuthorText } from './author-texts.ts';
import { checkCodeBlock } from './code-blocks.ts';
import { filmNotes } from '../media/film-notes.ts';
import { findExcess } from './listings.ts';
import { renderedAddress } from '../../lib/markdown/markdown.ts';
import { inspectMarkdown, type MarkdownCode } from './markdown.ts';
import { checkMdx } from './mdx.ts';
import { pictureWarnings } from '../media/picture-notes.ts';
import { checkCompared } from './prose-elements.ts';
import { isFileName } from '../fields/warnings.ts';

/** The pictures, texts and links of a document, and the diagnostics of its pictures and Markdown. */
export interface ImagesAndMarkdown {
  /** Every picture that exists, by its path as written and as rendered HTML spells it. */
  pictures: Record<string, ResolvedPicture>;
  /** The Markdown on its page, of the fields and the body, in the order of the document. */
  texts: { field: string; text: string }[];
  links: DocumentLink[];
  codeBlocks: DocumentCode[];
  diagnostics: FieldDiagnostic[];
}

/** A code block of a document, with the position of its fence in the file. */
export interface DocumentCode extends Position, Omit<MarkdownCode, 'position'> {
  field: readonly PropertyKey[];
}

/** A link of a document, with its position in the file. */
export interface DocumentLink extends Position {
  field: readonly PropertyKey[];
  /** The address, or `[[…]]` for a wiki link. */
  written: string;
  /** The address, in `wiki:` form for a wiki link. */
  address: string;
}

export interface ImagesAndMarkdownOptions extends PictureOptions {
  /** Whether raw HTML in Markdown is published unchanged. */
  trusted?: boolean;
  /** Whether the author is writing: what a command makes later may be absent. */
  writing?: boolean;
}

/** Resolve every picture a document names, in fields, Markdown and body, and check its Markdown; an MDX body is compiled as well. */
export async function checkImagesAndMarkdown(document: Document, options: ImagesAndMarkdownOptions): Promise<ImagesAndMarkdown> {
  const context: Context = { document, options, pictures: {}, texts: [], links: [], codeBlocks: [], diagnostics: [] };
  for (const path of pictureFields(document)) await checkPictureField(path, context);
  checkComparedFields(context);
  for (const text of authorTexts(document)) {
    if (text.kind === 'plain') context.diagnostics.push(...checkPlainText(text, document));
    else await checkMarkdown(text, context);
  }
  const { pictures, texts, links, codeBlocks, diagnostics } = context;
  const excess = findExcess(codeBlocks);
  if (excess) {
    const { block, ...note } = excess;
    diagnostics.push({ ...note, field: block.field, line: block.line, column: block.column, value: block.language });
  }
  return { pictures, texts, links, codeBlocks, diagnostics };
}

interface Context extends ImagesAndMarkdown {
  document: Document;
  options: ImagesAndMarkdownOptions;
}

/** Check a Markdown text; one in MDX is compiled as well. */
async function checkMarkdown({ field, text, kind, positionIn }: AuthorText, context: Context): Promise<void> {
  const { document, options, diagnostics } = context;
  const inspected = inspectMarkdown(text, { mdx: kind === 'mdx', trusted: options.trusted ?? false });
  // The page does not show the summary for language models.
  if (field[0] !== 'llm_summary' && !inspected.tooComplex) context.texts.push({ field: String(field[0]), text });
  for (const { position, ...link } of inspected.links) context.links.push({ field, ...link, ...positionIn(position) });
  for (const { line, column, ...rest } of inspected.diagnostics) diagnostics.push({ ...rest, field, ...positionIn({ line, column }) });
  for (const { position, ...block } of inspected.codeBlocks) {
    context.codeBlocks.push({ field, ...block, ...positionIn(position) });
    for (const { line, ...note } of checkCodeBlock(block, options))
      diagnostics.push({ ...note, field, ...positionIn({ line: position.line + line, column: line === 0 ? position.column : 1 }) });
  }
  for (const { written, alt, position, width, height } of inspected.pictures) {
    if (isFilm(written)) {
      await checkFilm(written, alt, { field, ...positionIn(position) }, context);
      continue;
    }
    const picture = await resolvePicture(written, document.path, { ...options, width, height });
    const base = { field, ...positionIn(position), value: escapeControlCharacters(written) };
    if (isUnresolved(picture)) {
      diagnostics.push({ ...base, severity: 'error', message: `names a picture that ${picture.message}`, fix: picture.fix });
      continue;
    }
    addPicture(written, picture, context);
    if (isFileName(alt, written)) {
      diagnostics.push({ ...base, severity: 'warning', message: 'has a picture whose alt text is its file name', fix: describePicture });
    }
    for (const { message, fix } of pictureWarnings(picture)) {
      diagnostics.push({ ...base, severity: 'warning', message: `names a picture that ${message}`, fix });
    }
  }
  for (const { before, after, position } of inspected.comparisons)
    for (const note of checkCompared(context.pictures[before], context.pictures[after]))
      diagnostics.push({ ...note, field, ...positionIn(position) });
  if (kind !== 'mdx' || inspected.tooComplex) return;
  for (const { line, column, ...rest } of checkMdx(text, { root: options.root, file: join(options.root, document.path) }))
    diagnostics.push({ ...rest, field, ...positionIn({ line, column }) });
}

/** Check a film in Markdown; its poster and captions are found by its name. */
async function checkFilm(written: string, alt: string, at: Pick<FieldDiagnostic, 'field'> & Position, context: Context): Promise<void> {
  const { document, options, diagnostics } = context;
  const base = { ...at, value: escapeControlCharacters(written) };
  const picture = await resolveFilm(written, document.path, options);
  if (isUnresolved(picture)) {
    const { of, message, fix } = picture;
    diagnostics.push({ ...base, severity: 'error', message: `names a film ${of === 'video' ? 'that' : `whose ${of}`} ${message}`, fix });
    return;
  }
  if (alt.trim() === '')
    diagnostics.push({ ...base, severity: 'error', message: 'names a film without alternative text', fix: describeFilm });
  addPicture(written, picture, context);
  for (const { severity, message, fix } of filmNotes(picture, written))
    diagnostics.push({ ...base, severity, message: `names a film that ${message}`, fix });
}

const describeFilm = 'say what the film shows: `![A board after a storm](board.mp4)`';
const describePicture = 'describe what the picture shows';

async function checkPictureField(path: readonly PropertyKey[], context: Context): Promise<void> {
  const { document, options, diagnostics } = context;
  const value = valueAt(document.data, path);
  if (textAt(value, ['video']) !== undefined) return checkFilmField(path, context);
  const bare = path.length === 1 && textAt(value, []) !== undefined;
  const written = textAt(value, bare ? [] : ['image']);
  if (written === undefined) return;
  const field = bare ? path : [...path, 'image'];
  const size = { width: pixels(value, 'width'), height: pixels(value, 'height') };
  const picture = await resolvePicture(written, document.path, { ...options, ...size });
  if (isUnresolved(picture)) {
    diagnostics.push({ severity: 'error', field, ...picture, value: document.written(field) });
    return;
  }
  addPicture(written, picture, context);
  for (const warning of pictureWarnings(picture))
    diagnostics.push({ severity: 'warning', field, ...warning, value: document.written(field) });
}

async function checkFilmField(path: readonly PropertyKey[], context: Context): Promise<void> {
  const { document, options, diagnostics } = context;
  const value = valueAt(document.data, path);
  const written = textAt(value, ['video']) ?? '';
  const picture = await resolveFilm(written, document.path, {
    ...options,
    poster: textAt(value, ['poster']),
    captions: textAt(value, ['captions']),
  });
  if (isUnresolved(picture)) {
    const { of, ...error } = picture;
    const field = [...path, textAt(value, [of]) === undefined ? 'video' : of];
    diagnostics.push({ severity: 'error', field, ...error, value: document.written(field) });
    return;
  }
  addPicture(written, picture, context);
  const field = [...path, 'video'];
  for (const note of filmNotes(picture, written)) diagnostics.push({ ...note, field, value: document.written(field) });
}

function addPicture(written: string, picture: ResolvedPicture, { pictures }: Context): void {
  pictures[written] = picture;
  pictures[renderedAddress(written)] = picture;
}

function pictureFields({ data }: Document): (readonly PropertyKey[])[] {
  const lists = ['metrics_charts', 'screenshots'].flatMap((name) => {
    const value = valueAt(data, [name]);
    const entries = Array.isArray(value) ? value.map((_, index) => [name, index]) : [];
    return entries.flatMap((path) => [path, [...path, 'compare', 'before'], [...path, 'compare', 'after']]);
  });
  return [['thumbnail'], ...lists];
}

function checkComparedFields({ document, pictures, diagnostics }: Context): void {
  for (const path of pictureFields(document).filter((path) => path.at(-1) === 'before')) {
    const compare = path.slice(0, -1);
    const [before, after] = ['before', 'after'].map((state) => pictures[textAt(document.data, [...compare, state, 'image']) ?? '']);
    for (const note of checkCompared(before, after)) diagnostics.push({ ...note, field: compare });
  }
}

function pixels(value: unknown, key: string): number | undefined {
  const size = valueAt(value, [key]);
  return size instanceof SourceScalar && typeof size.value === 'number' && size.value > 0 ? size.value : undefined;
}

import { join } from 'node:path';
import { SourceScalar } from '../../schemas/scalar.ts';
import { errorIn, escapeControlCharacters, warningIn, type FieldDiagnostic, type Note } from '../../documents/diagnostic.ts';
import type { Document } from '../../documents/document.ts';
import { isFilm, resolveFilm } from '../../documents/films.ts';
import { isUnresolved, resolvePicture, type PictureOptions, type ResolvedPicture } from '../../documents/images.ts';
import type { Position } from '../../documents/positions.ts';
import { listAt, textAt, valueAt } from '../../documents/values.ts';
import { authorTexts, checkPlainText, type AuthorText } from './author-texts.ts';
import { checkCodeBlock } from './code-blocks.ts';
import { filmNotes } from '../media/film-notes.ts';
import { findExcess } from './listings.ts';
import { renderedAddress } from '../../lib/markdown/markdown.ts';
import { inspectMarkdown, type MarkdownCode, type MarkdownLink } from './markdown.ts';
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
interface DocumentLink extends Position, Omit<MarkdownLink, 'position'> {
  field: readonly PropertyKey[];
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
    if (text.kind === 'plain') context.diagnostics.push(...checkPlainText(text));
    else await checkMarkdown(text, context);
  }
  const { pictures, texts, links, codeBlocks, diagnostics } = context;
  const excess = findExcess(codeBlocks);
  if (excess) {
    const { block, message, fix } = excess;
    diagnostics.push(errorIn(block.field, message, fix, { line: block.line, column: block.column, value: block.language }));
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
  const report = (note: Note, position: Position): void => void diagnostics.push({ ...note, field, ...positionIn(position) });
  const inspected = inspectMarkdown(text, { mdx: kind === 'mdx', trusted: options.trusted ?? false });
  // The page does not show the summary for language models.
  if (field[0] !== 'llm_summary' && !inspected.tooComplex) context.texts.push({ field: String(field[0]), text });
  for (const { position, ...link } of inspected.links) context.links.push({ field, ...link, ...positionIn(position) });
  for (const note of inspected.diagnostics) report(note, note);
  for (const { position, ...block } of inspected.codeBlocks) {
    context.codeBlocks.push({ field, ...block, ...positionIn(position) });
    for (const { line, ...note } of checkCodeBlock(block, options))
      report(note, { line: position.line + line, column: line === 0 ? position.column : 1 });
  }
  for (const { written, alt, position, width, height } of inspected.pictures) {
    if (isFilm(written)) {
      await checkFilm(written, alt, { field, ...positionIn(position) }, context);
      continue;
    }
    const picture = await resolvePicture(written, document.path, { ...options, width, height });
    const at = { ...positionIn(position), value: escapeControlCharacters(written) };
    if (isUnresolved(picture)) {
      diagnostics.push(errorIn(field, `names a picture that ${picture.message}`, picture.fix, at));
      continue;
    }
    addPicture(written, picture, context);
    if (isFileName(alt, written))
      diagnostics.push(warningIn(field, 'has a picture whose alt text is its file name', 'describe what the picture shows', at));
    for (const { message, fix } of pictureWarnings(picture)) diagnostics.push(warningIn(field, `names a picture that ${message}`, fix, at));
  }
  for (const { before, after, position } of inspected.comparisons)
    for (const note of checkCompared(context.pictures[before], context.pictures[after])) report(note, position);
  if (kind !== 'mdx' || inspected.tooComplex) return;
  for (const note of checkMdx(text, { root: options.root, file: join(options.root, document.path) })) report(note, note);
}

/** Check a film in Markdown; its poster and captions are found by its name. */
async function checkFilm(written: string, alt: string, at: Pick<FieldDiagnostic, 'field'> & Position, context: Context): Promise<void> {
  const { document, options } = context;
  const report = (note: Note): void => void context.diagnostics.push({ ...at, value: escapeControlCharacters(written), ...note });
  const picture = await resolveFilm(written, document.path, options);
  if (isUnresolved(picture)) {
    const { of, message, fix } = picture;
    return report({ severity: 'error', message: `names a film ${of === 'video' ? 'that' : `whose ${of}`} ${message}`, fix });
  }
  const fix = 'say what the film shows: `![A board after a storm](board.mp4)`';
  if (alt.trim() === '') report({ severity: 'error', message: 'names a film without alternative text', fix });
  addPicture(written, picture, context);
  for (const note of filmNotes(picture, written)) report({ ...note, message: `names a film that ${note.message}` });
}

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
    diagnostics.push(errorIn(field, picture.message, picture.fix));
    return;
  }
  addPicture(written, picture, context);
  for (const { message, fix } of pictureWarnings(picture)) diagnostics.push(warningIn(field, message, fix));
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
    const { of, message, fix } = picture;
    diagnostics.push(errorIn([...path, textAt(value, [of]) === undefined ? 'video' : of], message, fix));
    return;
  }
  addPicture(written, picture, context);
  for (const note of filmNotes(picture, written)) diagnostics.push({ ...note, field: [...path, 'video'] });
}

function addPicture(written: string, picture: ResolvedPicture, { pictures }: Context): void {
  pictures[written] = picture;
  pictures[renderedAddress(written)] = picture;
}

function pictureFields({ data }: Document): (readonly PropertyKey[])[] {
  const entries = ['metrics_charts', 'screenshots'].flatMap((name) => listAt(data, [name]).map((_, index) => [name, index]));
  return [['thumbnail'], ...entries.flatMap((path) => [path, [...path, 'compare', 'before'], [...path, 'compare', 'after']])];
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

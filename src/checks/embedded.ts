import { join } from 'node:path';
import { TypedScalar } from '../schemas/scalar.ts';
import { sectionFields } from '../lib/project.ts';
import type { Document } from '../documents/document.ts';
import { textAt, valueAt } from '../documents/values.ts';
import { findLeftovers } from './foreign-syntax.ts';
import { renderedAddress } from '../lib/markdown.ts';
import { inspectMarkdown } from './markdown.ts';
import { checkMdx } from './mdx.ts';
import type { Place } from '../documents/positions.ts';
import { printable, type Finding } from '../documents/diagnostic.ts';
import { isPictureProblem, resolvePicture, type PictureOptions, type ResolvedPicture } from '../documents/images.ts';
import { isFileName } from './warnings.ts';

/** What a document's pictures and Markdown come to. */
export interface Embedded {
  /** Every picture that is there, by its path as written and as rendered HTML writes it. */
  pictures: Record<string, ResolvedPicture>;
  findings: Finding[];
}

/** Look up every picture a document names, in fields, Markdown and body, and inspect its Markdown; an MDX body is compiled as well. */
export function readEmbedded(document: Document, options: EmbeddedOptions): Embedded {
  const embedded: Embedded = { pictures: {}, findings: [] };
  const context: Context = { document, options, embedded };
  for (const path of pictureFields(document)) notePictureField(path, context);
  for (const { path, text, markdown } of texts(document)) {
    if (markdown) noteMarkdown(text, { field: path, at: (place) => document.locateIn(path, place) }, context);
    else noteLeftovers(path, text, context);
  }
  noteBody(context);
  return embedded;
}

export interface EmbeddedOptions extends PictureOptions {
  /** Whether raw HTML of Markdown is kept as written. */
  trusted?: boolean;
}

interface Context {
  document: Document;
  options: EmbeddedOptions;
  embedded: Embedded;
}

interface Spot {
  field: readonly PropertyKey[];
  at: (place: Place) => Place;
}

/** The fields a Markdown renderer reads, besides the body. */
const markdownFields: ReadonlySet<string> = new Set(sectionFields);

function noteBody(context: Context): void {
  const { document, options } = context;
  if (document.body.length > 2_000_000) return;
  const mdx = document.path.endsWith('.mdx');
  const at = ({ line, column }: Place): Place => ({ line: line + document.bodyLine - 1, column });
  noteMarkdown(document.body, { field: ['body'], at }, context, mdx);
  if (!mdx) return;
  for (const { line, column, ...rest } of checkMdx(document.body, { root: options.root, file: join(options.root, document.path) })) {
    context.embedded.findings.push({ ...rest, field: ['body'], ...at({ line, column }) });
  }
}

function noteMarkdown(text: string, { field, at }: Spot, { document, options, embedded }: Context, mdx = false): void {
  const { pictures, findings } = inspectMarkdown(text, { mdx, trusted: options.trusted ?? false });
  for (const { line, column, ...rest } of findings) embedded.findings.push({ ...rest, field, ...at({ line, column }) });
  for (const { written, alt, at: place, width, height } of pictures) {
    const picture = resolvePicture(written, document.path, { ...options, width, height });
    const finding = { field, ...at(place), value: printable(written) };
    if (isPictureProblem(picture)) {
      embedded.findings.push({ ...finding, severity: 'error', message: `names a picture that ${picture.fault}`, fix: picture.fix });
      continue;
    }
    keep(written, picture, embedded);
    if (isFileName(alt, written)) {
      embedded.findings.push({
        ...finding,
        severity: 'warning',
        message: 'holds a picture whose text alternative is the name of the file',
        fix: 'say what the picture shows',
      });
    }
    for (const { message, fix } of doubtsOf(picture)) {
      embedded.findings.push({ ...finding, severity: 'warning', message: `names a picture that ${message}`, fix });
    }
  }
}

function notePictureField(path: readonly PropertyKey[], { document, options, embedded }: Context): void {
  const value = valueAt(document.data, path);
  const bare = path.length === 1 && textAt(value, []) !== undefined;
  const written = textAt(value, bare ? [] : ['image']);
  if (written === undefined) return;
  const field = bare ? path : [...path, 'image'];
  const picture = resolvePicture(written, document.path, { ...options, width: pixels(value, 'width'), height: pixels(value, 'height') });
  if (isPictureProblem(picture)) {
    embedded.findings.push({ severity: 'error', field, message: picture.fault, fix: picture.fix, value: document.written(field) });
    return;
  }
  keep(written, picture, embedded);
  for (const doubt of doubtsOf(picture)) embedded.findings.push({ severity: 'warning', field, ...doubt, value: document.written(field) });
}

/** What an author should know of a picture that is published all the same. */
function doubtsOf(picture: ResolvedPicture): { message: string; fix: string }[] {
  return [...(picture.kind === 'public' ? [unoptimised] : []), ...(picture.kind !== 'remote' && picture.scripted ? [scripted] : [])];
}

const unoptimised = {
  message: 'is served from `public/` as it is, not optimised',
  fix: 'move it to `src/assets/images/` or beside the document',
};
const scripted = {
  message: 'holds code, which runs where somebody opens the picture on its own',
  fix: 'take scripts and handlers out of the SVG',
};

function keep(written: string, picture: ResolvedPicture, { pictures }: Embedded): void {
  pictures[written] = picture;
  pictures[renderedAddress(written)] = picture;
}

function pictureFields({ data }: Document): (readonly PropertyKey[])[] {
  const lists = ['metrics_charts', 'screenshots'].flatMap((name) => {
    const value = valueAt(data, [name]);
    return Array.isArray(value) ? value.map((_, index) => [name, index]) : [];
  });
  return [['thumbnail'], ...lists];
}

/** Every text of the fields, with its path; paths of pictures and what is never shown are left out. */
function texts({ data }: Document): { path: PropertyKey[]; text: string; markdown: boolean }[] {
  const found: { path: PropertyKey[]; text: string; markdown: boolean }[] = [];
  const visit = (value: unknown, path: PropertyKey[]): void => {
    if (typeof value === 'string') found.push({ path, text: value, markdown: path.length === 1 && markdownFields.has(String(path[0])) });
    else if (typeof value === 'object' && value !== null && !(value instanceof TypedScalar)) {
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'image' || (path.length === 0 && (key === 'extra' || (key === 'thumbnail' && typeof inner === 'string')))) continue;
        visit(inner, [...path, Array.isArray(value) ? Number(key) : key]);
      }
    }
  };
  visit(data, []);
  return found;
}

function noteLeftovers(path: readonly PropertyKey[], text: string, { document, embedded }: Context): void {
  for (const { kind, written } of findLeftovers(text)) {
    const message = `holds ${kind}, which nothing fills in here`;
    embedded.findings.push({
      severity: 'warning',
      field: path,
      ...document.locate(path),
      message,
      value: printable(written),
      fix: 'write what it stood for, or delete it',
    });
  }
}

function pixels(value: unknown, key: string): number | undefined {
  const size = valueAt(value, [key]);
  return size instanceof TypedScalar && typeof size.value === 'number' && size.value > 0 ? size.value : undefined;
}

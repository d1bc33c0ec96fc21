import type { PageCollection } from '../documents/collections.ts';
import type { FieldDiagnostic } from '../documents/diagnostic.ts';
import type { Document } from '../documents/document.ts';
import type { FileName } from '../documents/file-names.ts';
import { isTrueAt, listAt, textAt } from '../documents/values.ts';
import { readStory } from '../lib/story/story.ts';
import { checkFields, openDocument, type CheckedFields } from './fields/fields.ts';
import { checkImagesAndMarkdown, type ImagesAndMarkdown, type ImagesAndMarkdownOptions } from './texts/images-and-markdown.ts';

/** One checked file of projects, pages or selections. */
export interface CheckedFile extends Pick<ImagesAndMarkdown, 'pictures' | 'texts' | 'links' | 'codeBlocks'> {
  collection: PageCollection;
  path: string;
  name: FileName;
  /** Null when the file was not read. */
  document: Document | null;
  /** The parsed fields; null when an error prevents that. */
  data: CheckedFields['data'];
  diagnostics: FieldDiagnostic[];
  body: string;
  /** The values that put a project on list pages, read even when the document has errors. */
  lists: { technologies: { name: string; index: number }[]; industry: string | null; client: string | null; year: string | null };
}

export interface DocumentOptions extends ImagesAndMarkdownOptions {
  /** Calendar date of the check. */
  today: string;
  /** Language of the site. */
  locale?: string | undefined;
}

export interface FileToCheck {
  collection: PageCollection;
  path: string;
  /** Path in the collection's folder. */
  relative: string;
  read: () => Uint8Array | null;
}

/** Check one document against the rules of its collection; null for a file that is not a document. */
export async function checkDocument(
  { collection, path, relative, read }: FileToCheck,
  options: DocumentOptions,
): Promise<CheckedFile | null> {
  const opened = openDocument(path, relative, read);
  if (!opened) return null;
  const { name, document } = opened;
  const unread: CheckedFile = { ...emptyFile, collection, path, ...opened };
  if (!document) return unread;
  const lists = collection === 'projects' ? listsOf(document) : emptyFile.lists;
  const file = { ...unread, lists, body: document.body };
  if (document.data === null) return file;
  const { today, locale } = options;
  const story = ({ body }: Document) => readStory(body, { mdx: path.endsWith('.mdx') });
  const { data, errors, advice } = checkFields(document, { collection, name, today, locale, story });
  const { diagnostics: embedded, ...content } = await checkImagesAndMarkdown(document, options);
  return { ...file, data, ...content, diagnostics: [...opened.diagnostics, ...errors, ...embedded, ...advice] };
}

/** A file before it is read. */
export const emptyFile = {
  ...{ document: null, data: null, pictures: {}, texts: [], links: [], codeBlocks: [], body: '' },
  lists: { technologies: [], industry: null, client: null, year: null },
} satisfies Partial<CheckedFile>;

function listsOf({ data }: Document): CheckedFile['lists'] {
  const firstText = (...paths: string[][]): string | null => paths.flatMap((path) => textAt(data, path)?.trim() || [])[0] ?? null;
  const names = listAt(data, ['technologies']);
  const isConfidential = isTrueAt(data, ['client', 'confidential']);
  return {
    technologies: names.flatMap((name, index) => (typeof name === 'string' ? [{ name: name.trim(), index }] : [])),
    industry: firstText(['industry'], ['client', 'industry']),
    client: isConfidential ? firstText(['client', 'alias']) : firstText(['client', 'name'], ['client']),
    year: firstText(['date'], ['duration', 'end'])?.slice(0, 4) ?? null,
  };
}

import type { z } from 'zod';
import { pageSchema, type PageData } from '../schemas/page.ts';
import { projectSchema, type ProjectData } from '../schemas/project.ts';
import { selectionSchema, type SelectionData } from '../schemas/selection.ts';
import { SourceScalar } from '../schemas/scalar.ts';
import { sectionFields } from '../schemas/sections.ts';
import { fieldName, type FieldDiagnostic } from '../documents/diagnostic.ts';
import { readDocument, type Document } from '../documents/document.ts';
import { readFileName, type FileName } from '../documents/file-names.ts';
import type { Collection } from '../documents/files.ts';
import { textAt, valueAt } from '../documents/values.ts';
import { checkImagesAndMarkdown, type ImagesAndMarkdown, type ImagesAndMarkdownOptions } from './images-and-markdown.ts';
import { emptyFigures } from './metrics.ts';
import { hasText } from './story.ts';
import { projectWarnings } from './warnings.ts';
import { schemaDiagnostics } from './zod-issues.ts';

/** One checked file of projects, pages or selections. */
export interface CheckedFile extends Pick<ImagesAndMarkdown, 'pictures' | 'texts' | 'links' | 'codeBlocks'> {
  collection: Exclude<Collection, 'technologies'>;
  path: string;
  name: FileName;
  /** Null when the file was not read. */
  document: Document | null;
  /** The parsed fields; null when an error prevents that. */
  data: ProjectData | PageData | SelectionData | null;
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
  collection: CheckedFile['collection'];
  path: string;
  /** Path in the collection's folder. */
  relative: string;
  read: () => Uint8Array | null;
}

const schemas = { projects: projectSchema, pages: pageSchema, selections: selectionSchema } as const satisfies Record<string, z.ZodType>;

/** Check one document against the rules of its collection; null for a file that is not a document. */
export async function checkDocument(
  { collection, path, relative, read }: FileToCheck,
  options: DocumentOptions,
): Promise<CheckedFile | null> {
  const name = readFileName(relative);
  if (!name) return null;
  const unread: CheckedFile = { ...emptyFile, collection, path, name, diagnostics: name.diagnostics };
  if (!/\.mdx?$/i.test(path) && name.diagnostics.some(({ severity }) => severity === 'warning')) return unread;
  const bytes = read();
  if (bytes === null) return { ...unread, diagnostics: [...name.diagnostics, tooLarge] };
  const document = readDocument(bytes, path);
  const lists = collection === 'projects' ? listsOf(document) : emptyFile.lists;
  const diagnostics = [...name.diagnostics, ...document.diagnostics];
  const file = { ...unread, document, diagnostics, lists, body: document.body };
  if (document.data === null) return file;
  const draft = isDraft(document);
  const parsed = parseFields(document, { collection, slug: name.slug, draft });
  const { diagnostics: embedded, ...content } = await checkImagesAndMarkdown(document, options);
  diagnostics.push(...parsed.diagnostics, ...embedded);
  const explained = new Set(parsed.diagnostics.flatMap(({ explains }) => explains ?? []));
  if (collection === 'projects') {
    const warnings = projectWarnings(document, parsed.data as ProjectData | null, {
      today: options.today,
      locale: textAt(document.data, ['lang']) ?? name.lang ?? options.locale,
    });
    diagnostics.push(
      ...(hasText(document) || sectionFields.some((field) => explained.has(field)) ? [] : [missingText(draft)]),
      ...warnings.filter(({ field }) => !explained.has(fieldName(field))),
      ...emptyFigures(document),
    );
  }
  const described = valueAt(document.data, ['description']) !== undefined || explained.has('description');
  if (collection === 'pages' && !described) diagnostics.push(missingDescription);
  return { ...file, data: parsed.data, ...content };
}

/** A file before it is read. */
export const emptyFile = {
  ...{ document: null, data: null, pictures: {}, texts: [], links: [], codeBlocks: [], body: '' },
  lists: { technologies: [], industry: null, client: null, year: null },
} satisfies Partial<CheckedFile>;

function listsOf({ data }: Document): CheckedFile['lists'] {
  const firstText = (...paths: string[][]): string | null => paths.flatMap((path) => textAt(data, path)?.trim() || [])[0] ?? null;
  const names = valueAt(data, ['technologies']);
  const confidential = valueAt(data, ['client', 'confidential']);
  const isConfidential = confidential instanceof SourceScalar && confidential.value === true;
  return {
    technologies: Array.isArray(names)
      ? names.flatMap((name, index) => (typeof name === 'string' ? [{ name: name.trim(), index }] : []))
      : [],
    industry: firstText(['industry'], ['client', 'industry']),
    client: isConfidential ? firstText(['client', 'alias']) : firstText(['client', 'name'], ['client']),
    year: firstText(['date'], ['duration', 'end'])?.slice(0, 4) ?? null,
  };
}

const tooLarge: FieldDiagnostic = {
  severity: 'error',
  field: [],
  line: 1,
  column: 1,
  message: 'is larger than 2 MB',
  fix: 'shorten the document',
};

/** What every case study needs besides its title; a draft may still lack it. */
function missingText(draft: boolean): FieldDiagnostic {
  return {
    severity: draft ? 'warning' : 'error',
    field: ['body'],
    message: 'is missing: the page has nothing to read',
    fix: 'write the story below the front matter, or in fields such as `solutions`',
  };
}

const missingDescription: FieldDiagnostic = {
  severity: 'warning',
  field: ['description'],
  message: 'is missing: search results and previews show the first sentences of the text instead',
  fix: 'say in one sentence what the page is about',
};

function isDraft({ data }: Document): boolean {
  const draft = valueAt(data, ['draft']);
  return draft instanceof SourceScalar && draft.value === true;
}

interface FieldsOptions extends Pick<FileName, 'slug'> {
  collection: CheckedFile['collection'];
  /** Whether the document is a draft, which may lack required fields. */
  draft: boolean;
}

function parseFields(document: Document, { collection, slug, draft }: FieldsOptions): Pick<CheckedFile, 'data' | 'diagnostics'> {
  const schema = schemas[collection];
  const parsed = schema.safeParse(document.data);
  const diagnostics = schemaDiagnostics(parsed.error, { document, schema, draft });
  if (parsed.success && diagnostics.length === 0) return { data: parsed.data, diagnostics };
  if (diagnostics.some(({ severity }) => severity === 'error')) return { data: null, diagnostics };
  const placeholders = Object.fromEntries(diagnostics.map(({ field }) => [String(field[0]), slug]));
  return { data: schema.safeParse({ ...document.data, ...placeholders }).data ?? null, diagnostics };
}

import type { z } from 'zod';
import { pageSchema, type PageData } from '../../schemas/page.ts';
import { projectSchema, type ProjectData } from '../../schemas/project.ts';
import { selectionSchema, type SelectionData } from '../../schemas/selection.ts';
import { sectionFields } from '../../schemas/sections.ts';
import type { PageCollection } from '../../documents/collections.ts';
import { errorIn, fieldName, warningIn, type FieldDiagnostic } from '../../documents/diagnostic.ts';
import { readDocument, type Document } from '../../documents/document.ts';
import { readFileName, type FileName } from '../../documents/file-names.ts';
import { declaredLanguage, isTrueAt, valueAt } from '../../documents/values.ts';
import type { Story } from '../../lib/story/story-parts.ts';
import { emptyFigures } from './metrics.ts';
import { hasText } from './story.ts';
import { projectWarnings } from './warnings.ts';
import { schemaDiagnostics } from './zod-issues.ts';

/** A file of projects, pages or selections as read. */
interface OpenedDocument {
  name: FileName;
  /** Null when the file was not read. */
  document: Document | null;
  /** Of the name, the encoding, the front matter and the YAML. */
  diagnostics: FieldDiagnostic[];
}

/** Read a file by its path in the folder of its collection; null for one that is not a document. `read` returns null for too many bytes. */
export function openDocument(path: string, relative: string, read: () => Uint8Array | null): OpenedDocument | null {
  const name = readFileName(relative);
  if (!name) return null;
  const unread = { name, document: null, diagnostics: name.diagnostics };
  if (!/\.mdx?$/i.test(path) && name.diagnostics.some(({ severity }) => severity === 'warning')) return unread;
  const bytes = read();
  if (bytes === null) return { ...unread, diagnostics: [...name.diagnostics, tooLarge] };
  const document = readDocument(bytes, path);
  return { name, document, diagnostics: [...name.diagnostics, ...document.diagnostics] };
}

/** What the fields of a document say, and what is wrong with them. */
export interface CheckedFields {
  /** The parsed fields; null when an error prevents that. */
  data: ProjectData | PageData | SelectionData | null;
  /** What the schema refuses. */
  errors: FieldDiagnostic[];
  /** What a case study or a page lacks, and what its readers would doubt. */
  advice: FieldDiagnostic[];
}

interface FieldsOptions {
  collection: PageCollection;
  name: FileName;
  /** Calendar date of the check. */
  today: string;
  /** Language of the site. */
  locale?: string | undefined;
  /** Reads what the body says under its headings; null where that is unknown. */
  story: (document: Document) => Story | null;
}

/** Check the fields of a document against the rules of its collection. */
export function checkFields(document: Document, { collection, name, today, locale, story }: FieldsOptions): CheckedFields {
  const draft = isTrueAt(document.data, ['draft']);
  const { data, errors } = parseFields(document, { collection, slug: name.slug, draft });
  const explained = new Set(errors.flatMap(({ explains }) => explains ?? []));
  if (collection === 'pages') {
    const described = valueAt(document.data, ['description']) !== undefined || explained.has('description');
    return { data, errors, advice: described ? [] : [missingDescription] };
  }
  if (collection !== 'projects') return { data, errors, advice: [] };
  const warnings = projectWarnings(document, data as ProjectData | null, {
    today,
    locale: declaredLanguage(document.data) ?? name.lang ?? locale,
    story: story(document),
  });
  const advice = [
    ...(hasText(document) || sectionFields.some((field) => explained.has(field)) ? [] : [missingText(draft)]),
    ...warnings.filter(({ field }) => !explained.has(fieldName(field))),
    ...emptyFigures(document),
  ];
  return { data, errors, advice };
}

const schemas = { projects: projectSchema, pages: pageSchema, selections: selectionSchema } as const satisfies Record<string, z.ZodType>;

const tooLarge = errorIn([], 'is larger than 2 MB', 'shorten the document');

/** What every case study needs besides its title; a draft may still lack it. */
function missingText(draft: boolean): FieldDiagnostic {
  const fix = 'write the story below the front matter, or in fields such as `solutions`';
  return (draft ? warningIn : errorIn)(['body'], 'is missing: the page has nothing to read', fix);
}

const missingDescription = warningIn(
  ['description'],
  'is missing: search results and previews show the first sentences of the text instead',
  'say in one sentence what the page is about',
);

interface ParseOptions extends Pick<FileName, 'slug'>, Pick<FieldsOptions, 'collection'> {
  /** Whether the document is a draft, which may lack required fields. */
  draft: boolean;
}

function parseFields(document: Document, { collection, slug, draft }: ParseOptions): Pick<CheckedFields, 'data' | 'errors'> {
  const schema = schemas[collection];
  const parsed = schema.safeParse(document.data);
  const errors = schemaDiagnostics(parsed.error, { document, schema, draft });
  if (parsed.success && errors.length === 0) return { data: parsed.data, errors };
  if (errors.some(({ severity }) => severity === 'error')) return { data: null, errors };
  const placeholders = Object.fromEntries(errors.map(({ field }) => [String(field[0]), slug]));
  return { data: schema.safeParse({ ...document.data, ...placeholders }).data ?? null, errors };
}

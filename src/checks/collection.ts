import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { pageSchema, type PageData } from '../schemas/page.ts';
import { projectSchema, type ProjectData } from '../schemas/project.ts';
import { TypedScalar } from '../schemas/scalar.ts';
import { confidentialFindings } from './confidential.ts';
import { readDocument, type Document } from '../documents/document.ts';
import { readEmbedded, type EmbeddedOptions } from './embedded.ts';
import type { Collection } from '../documents/files.ts';
import { schemaFindings } from './zod-issues.ts';
import { textAt, valueAt } from '../documents/values.ts';
import { fieldName, type Finding } from '../documents/diagnostic.ts';
import type { ResolvedPicture } from '../documents/images.ts';
import { projectWarnings } from './warnings.ts';
import { readName, type Named } from '../documents/file-names.ts';

/** One file of projects or pages with everything found in it; `data` is null where an error stands in the way. */
export interface ReadFile {
  collection: Exclude<Collection, 'technologies'>;
  path: string;
  named: Named;
  document: Document | null;
  data: ProjectData | PageData | null;
  pictures: Record<string, ResolvedPicture>;
  digest: string;
  findings: Finding[];
  body: string;
  /** What decides in which lists the document will stand, of one with faults too. */
  lists: { technologies: { name: string; index: number }[]; industry: string | null; year: string | null };
}

export interface ReadOptions extends EmbeddedOptions {
  /** Calendar date of the reading. */
  today: string;
}

const schemas = { projects: projectSchema, pages: pageSchema } as const satisfies Record<string, z.ZodType>;

/** Read one document by the rules of its collection; null for a file that is none. `relative` is its path in the collection's folder. */
export function readFile(file: FileToRead, options: ReadOptions): ReadFile | null {
  const named = readName(file.relative);
  if (!named) return null;
  const { collection, path } = file;
  const nothing: ReadFile = { ...blankFile, collection, path, named, findings: named.findings };
  if (!/\.mdx?$/i.test(path) && named.findings.some(({ severity }) => severity === 'warning')) return nothing;
  const bytes = file.read();
  if (bytes === null) return { ...nothing, findings: [...named.findings, tooLarge] };
  const document = readDocument(bytes, path);
  const digest = createHash('sha256').update(path).update(bytes).digest('hex');
  const findings = [...named.findings, ...document.findings];
  const lists = collection === 'projects' ? listsOf(document) : blankFile.lists;
  const found = { ...nothing, document, digest, findings, lists, body: document.body };
  if (document.data === null) return found;
  const parsed = parse(document, collection, named.slug);
  const { pictures, findings: embedded } = readEmbedded(document, options);
  findings.push(...parsed.findings, ...embedded);
  if (collection === 'projects') {
    const explained = new Set(parsed.findings.flatMap(({ explains }) => explains ?? []));
    const warnings = projectWarnings(document, parsed.data as ProjectData | null, options.today);
    findings.push(...warnings.filter(({ field }) => !explained.has(fieldName(field))), ...confidentialFindings(document, named.slug));
  }
  return { ...found, data: parsed.data, pictures };
}

export interface FileToRead {
  collection: ReadFile['collection'];
  path: string;
  relative: string;
  read: () => Uint8Array | null;
}

/** A file of which nothing is known yet. */
export const blankFile = {
  ...{ document: null, data: null, pictures: {}, digest: '', body: '' },
  lists: { technologies: [], industry: null, year: null },
} satisfies Partial<ReadFile>;

function listsOf({ data }: Document): ReadFile['lists'] {
  const text = (...paths: string[][]): string | null => paths.flatMap((path) => textAt(data, path)?.trim() || [])[0] ?? null;
  const names = valueAt(data, ['technologies']);
  return {
    technologies: Array.isArray(names)
      ? names.flatMap((name, index) => (typeof name === 'string' ? [{ name: name.trim(), index }] : []))
      : [],
    industry: text(['industry'], ['client', 'industry']),
    year: text(['date'], ['duration', 'end'])?.slice(0, 4) ?? null,
  };
}

const tooLarge: Finding = { severity: 'error', field: [], line: 1, column: 1, message: 'weighs more than 2 MB', fix: 'cut the document' };

/** What stands in for a required field that a draft does not have yet. */
const draftFiller: Record<string, unknown> = {
  tagline: 'To be written.',
  client: 'A client',
  technologies: ['To be named'],
  business_context: 'To be written.',
  technical_challenges: 'To be written.',
  solutions: 'To be written.',
  description: 'To be written.',
};

function parse(document: Document, collection: ReadFile['collection'], slug: string): { data: ReadFile['data']; findings: Finding[] } {
  const schema = schemas[collection];
  const flag = valueAt(document.data, ['draft']);
  const draft = flag instanceof TypedScalar && flag.value === true;
  const parsed = schema.safeParse(document.data);
  if (parsed.success) return { data: parsed.data, findings: [] };
  const findings = schemaFindings(parsed.error, { document, schema, draft });
  if (findings.some(({ severity }) => severity === 'error')) return { data: null, findings };
  const missing = findings.map(({ field }) => String(field[0]));
  const filler = Object.fromEntries(missing.map((key) => [key, key === 'title' ? slug : draftFiller[key]]));
  return { data: schema.safeParse({ ...document.data, ...filler }).data ?? null, findings };
}

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PageData } from '../schemas/page.ts';
import type { ProjectData } from '../schemas/project.ts';
import type { TechnologyData } from '../schemas/technology.ts';
import type { Gated } from '../lib/visibility.ts';
import { aliasFindings, siteRoutes, slugFindings, technologyFindings, type CrossFinding } from './cross-document.ts';
import type { Document } from '../documents/document.ts';
import { collectionFolder, listFiles, readBytes } from '../documents/files.ts';
import { createPictureFiles } from '../documents/image-files.ts';
import { byPlace, fieldName, printable, type Finding, type Problem } from '../documents/diagnostic.ts';
import type { ResolvedPicture } from '../documents/images.ts';
import { blankFile, readFile, type FileToRead, type ReadFile, type ReadOptions } from './collection.ts';
import { strayLinks } from './symlinks.ts';
import { idleTranslations, translationFindings } from './translations.ts';
import { readTechnologies } from './technologies.ts';

/** A document without errors, ready to be rendered; translations that would say nothing new, or without words around them, are left out. */
export type CheckedDocument =
  | (Checked & { collection: 'projects'; data: ProjectData })
  | (Checked & { collection: 'pages'; data: PageData })
  | (Checked & { collection: 'technologies'; data: TechnologyData & Gated });

interface Checked {
  /** The slug, with the language of a translation: `x` or `x.de`. */
  id: string;
  slug: string;
  /** Language in the file's name, of a translation alone. */
  lang: string | null;
  /** From the root, with forward slashes. */
  path: string;
  body: string;
  /** Changes with the file. */
  digest: string;
  /** Every picture of the document, by its path as written and as rendered HTML writes it. */
  pictures: Record<string, ResolvedPicture>;
}

export interface CheckResult {
  documents: CheckedDocument[];
  /** All problems of all documents, sorted by path and place. */
  problems: Problem[];
  /** How many files were read. */
  checked: number;
}

export interface CheckOptions {
  /** The project's root, absolute. */
  root: string;
  /** Calendar date of the check, `YYYY-MM-DD`. */
  today: string;
  /** Language of the site, BCP 47; a translation into it says nothing new. */
  locale?: string | undefined;
  /** Whether raw HTML of Markdown is kept as written. */
  trusted?: boolean;
}

/** Read every document of `src/content/` and report every problem of all of them; runs nothing of what it reads. */
export async function checkContent({ root, today, locale, trusted = false }: CheckOptions): Promise<CheckResult> {
  const options: ReadOptions = { root, today, trusted, files: createPictureFiles(root) };
  const strays = strayLinks(root);
  const closed = new Set(strays.map(({ path }) => path));
  const files = (['projects', 'pages'] as const).flatMap((collection) => readCollection(collection, { options, closed }));
  const technologies = readTechnologyFiles(root, closed);
  const routes = siteRoutes(root);
  const known = technologies.flatMap((file) => file.technologies.map(({ data }) => data));
  const crossings = [
    ...slugFindings(files, routes),
    ...aliasFindings(files, routes),
    ...technologyFindings(files, known),
    ...translationFindings(files, locale),
  ];
  const crossingsOf = Map.groupBy(crossings, ({ path }) => path);
  const told = [...files, ...technologies.map(withProblems)].flatMap((file) => problemsOf(file, crossingsOf.get(file.path) ?? []));
  const problems = [...strays, ...told].toSorted(byPlace);
  const idle = idleTranslations(files, locale);
  const faulty = new Set(problems.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  const documents = [...files.flatMap(checkedDocument), ...technologies.flatMap(checkedTechnologies)].filter(
    ({ path }) => !faulty.has(path) && !idle.has(path),
  );
  return { documents, problems, checked: files.length + technologies.length };
}

/** The most problems that are told of one document; more say nothing more. */
const mostProblems = 100;

type TechnologyFile = Omit<ReturnType<typeof readTechnologies>, 'document'> & { document: Document | null; path: string; digest: string };

type CheckedFile = ReadFile & { problems: Problem[] };

function readCollection(
  collection: ReadFile['collection'],
  { options, closed }: { options: ReadOptions; closed: ReadonlySet<string> },
): CheckedFile[] {
  const folder = collectionFolder(collection);
  return listFiles(join(options.root, folder)).flatMap((relative) => {
    const path = `${folder}/${relative}`;
    if (closed.has(path)) return [];
    const file = { collection, path, relative, read: () => readBytes(join(options.root, path)) };
    const read = guarded(() => readFile(file, options), file);
    if (!read) return [];
    return { ...read, problems: read.findings.map((finding) => asProblem(finding, path, read.document)) };
  });
}

/** One document that cannot be read must not hide the problems of all others. */
function guarded(
  read: () => ReadFile | null,
  { collection, path, relative }: Pick<FileToRead, 'collection' | 'path' | 'relative'>,
): ReadFile | null {
  try {
    return read();
  } catch (error) {
    return { ...blankFile, collection, path, named: { slug: relative, lang: null, findings: [] }, findings: [unforeseen(error)] };
  }
}

/** What the rules did not foresee, or a file that went while one worked. */
function unforeseen(error: unknown): Finding {
  const gone = (error as NodeJS.ErrnoException).code === 'ENOENT';
  return {
    ...{ severity: 'error', field: [] },
    message: gone
      ? 'vanished while it was read'
      : `cannot be checked: ${printable(error instanceof Error ? error.message : String(error))}`,
    fix: gone ? 'put it back, or check again' : 'simplify the document, and report the message',
  };
}

function readTechnologyFiles(root: string, closed: ReadonlySet<string>): TechnologyFile[] {
  const folder = collectionFolder('technologies');
  return listFiles(join(root, folder)).flatMap((relative): TechnologyFile[] => {
    const path = `${folder}/${relative}`;
    if (closed.has(path)) return [];
    const unread = { path, digest: '', document: null, technologies: [] };
    if (!/\.(?:ya?ml|json)$/.test(relative)) return [{ ...unread, findings: [noList] }];
    try {
      const bytes = readBytes(join(root, path)) ?? new Uint8Array();
      return [{ ...readTechnologies(bytes, path), path, digest: createHash('sha256').update(bytes).digest('hex') }];
    } catch (error) {
      return [{ ...unread, findings: [unforeseen(error)] }];
    }
  });
}

/** Said of a file among the technologies that is no list of them. */
const noList: Finding = {
  severity: 'warning',
  field: [],
  message: 'is not read: technologies are listed in a file of YAML or JSON',
  fix: 'move it elsewhere',
};

function withProblems(file: TechnologyFile): TechnologyFile & { problems: Problem[] } {
  return { ...file, problems: file.findings.map((finding) => asProblem(finding, file.path, file.document)) };
}

function problemsOf(file: Reported, crossings: readonly CrossFinding[]): Problem[] {
  const { path } = file;
  const problems = [...file.problems, ...crossings.map(({ finding }) => asProblem(finding, path, file.document))].toSorted(byPlace);
  if (problems.length <= mostProblems) return problems;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const told = [...errors, ...problems.filter(({ severity }) => severity === 'warning')].slice(0, mostProblems);
  const rest = asProblem(
    { severity: 'error', field: [], message: `has ${problems.length - told.length} more problems`, fix: 'mend these first' },
    path,
    null,
  );
  return [...told, rest];
}

interface Reported {
  path: string;
  document: Document | null;
  problems: readonly Problem[];
}

function asProblem(finding: Finding, path: string, document: Document | null): Problem {
  const { severity, field, message, value, fix, related = [] } = finding;
  const { line, column } = {
    ...(document?.locate(field) ?? { line: 1, column: 1 }),
    ...(finding.line !== undefined && { line: finding.line, column: finding.column ?? 1 }),
  };
  return {
    path,
    line,
    column,
    severity,
    field: printable(fieldName(field)),
    message,
    value: value ?? document?.written(field),
    fix,
    related,
  };
}

function checkedDocument(file: ReadFile): CheckedDocument[] {
  const { collection, path, named, data, pictures, digest } = file;
  if (!data) return [];
  const { slug, lang } = named;
  const { body } = file;
  // The collection chose the schema that made the data.
  return [{ collection, id: lang ? `${slug}.${lang}` : slug, slug, lang, path, digest, pictures, body, data } as CheckedDocument];
}

function checkedTechnologies({ path, digest, technologies }: TechnologyFile): CheckedDocument[] {
  return technologies.map(({ id, data }) => ({
    collection: 'technologies',
    id,
    slug: id,
    lang: null,
    path,
    data,
    body: '',
    digest,
    pictures: {},
  }));
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageData } from '../schemas/page.ts';
import type { ProjectData } from '../schemas/project.ts';
import type { SelectionData } from '../schemas/selection.ts';
import type { TechnologyData } from '../schemas/technology.ts';
import type { LinkTargets } from '../lib/markdown/links.ts';
import type { Gated } from '../lib/visibility.ts';
import { collectionFolder, type Collection, type PageCollection } from '../documents/collections.ts';
import { byPosition, errorIn, escapeControlCharacters, warningIn, type Diagnostic, type FieldDiagnostic } from '../documents/diagnostic.ts';
import { listFiles, readBytes } from '../documents/files.ts';
import { createPictureFiles } from '../documents/image-files.ts';
import type { ResolvedPicture } from '../documents/images.ts';
import { readSecret } from '../documents/secret.ts';
import { checkConfidentiality } from './cross-document/confidential.ts';
import { checkAliases, checkSlugs, siteRoutes } from './cross-document/cross-document.ts';
import { checkDocument, emptyFile, type CheckedFile, type DocumentOptions, type FileToCheck } from './document.ts';
import type { DocumentCode } from './texts/images-and-markdown.ts';
import { checkLinkedFiles } from './cross-document/linked-files.ts';
import type { LinkOptions } from './cross-document/link-index.ts';
import { checkLinks } from './cross-document/links.ts';
import { locateAll } from './fields/locate.ts';
import { checkNavigation, checkPageNames, type NavigationOptions } from './cross-document/navigation.ts';
import { checkOptionFiles, type OptionFiles } from './options/option-files.ts';
import { checkOwnPages } from './cross-document/own-pages.ts';
import { checkPortrait } from './options/portrait.ts';
import { checkPublicFiles } from './media/public-files.ts';
import { checkRelated } from './cross-document/related.ts';
import { checkSharing } from './cross-document/sharing.ts';
import { siteConfigPath } from './options/site-config.ts';
import { checkSymlinks } from './media/symlinks.ts';
import { checkTechnologies, type TechnologyFile } from './cross-document/technologies.ts';
import { checkTechnologySpellings } from './cross-document/technology-spellings.ts';
import {
  checkTranslatedOptions,
  checkTranslations,
  unpublishedTranslations,
  type TranslatedOptions,
} from './cross-document/translations.ts';

/** A document without errors, ready to render; translations that cannot be published are left out. */
export type CheckedDocument =
  | (Checked & { collection: 'projects'; data: ProjectData })
  | (Checked & { collection: 'pages'; data: PageData })
  | (Checked & { collection: 'selections'; data: SelectionData })
  | (Checked & { collection: 'technologies'; data: TechnologyData & Gated });

interface Checked {
  /** The slug, with the language of a translation: `x` or `x.de`. */
  id: string;
  slug: string;
  /** Language in the file name of a translation; null otherwise. */
  lang: string | null;
  /** From the root, with forward slashes. */
  path: string;
  body: string;
  /** Every picture of the document, by its path as written and as rendered HTML spells it. */
  pictures: Record<string, ResolvedPicture>;
  /** Where its links lead, by address as written and as rendered HTML spells it. */
  targets: LinkTargets;
}

export interface CheckResult {
  documents: CheckedDocument[];
  /** The diagnostics of all documents, sorted by path and position. */
  diagnostics: Diagnostic[];
  /** Number of files checked. */
  checked: number;
  /** The picture of the owner. */
  portrait: ResolvedPicture | null;
  /** The code blocks of all documents, whether they can be published or not. */
  codeBlocks: (DocumentCode & { path: string })[];
}

interface CheckOptions extends Pick<LinkOptions, 'root' | 'locale' | 'address' | 'perPage' | 'pages'> {
  /** Calendar date of the check, `YYYY-MM-DD`. */
  today: string;
  /** Whether raw HTML in Markdown is published unchanged. */
  trusted?: boolean;
  /** Whether the author is writing: what a command makes later may be absent. */
  writing?: boolean;
  /** The owner's menus and home page; without them, they are not checked. */
  menus?: NavigationOptions | undefined;

  /** Files that the owner's options name. */
  named?: OptionFiles | undefined;
  /** Time at which a document with `publish_at` becomes public; by default the start of the day. */
  clock?: Date;

  /** The languages of the owner's own texts besides that of the site. */
  translations?: readonly TranslatedOptions[];
  /** Path of the owner's picture, as the options name it. */
  portrait?: string | undefined;
  /** The owner's secret, which the addresses of unlisted pages come from; by default that of the project. */
  secret?: string | undefined;
}

/** Check every document below `src/content/` and report all their diagnostics; never runs their code. */
export async function checkContent({
  root,
  today,
  locale,
  trusted = false,
  writing = false,
  address,
  menus,
  perPage,
  named,
  clock,
  pages = [],
  translations = [],
  portrait: image,
  secret = readSecret(root),
}: CheckOptions): Promise<CheckResult> {
  const pictureFiles = createPictureFiles(root);
  const options: DocumentOptions = { root, today, locale, trusted, writing, files: pictureFiles };
  const symlinks = checkSymlinks(root);
  const blocked = new Set(symlinks.map(({ path }) => path));
  const files: CheckedFile[] = [];
  for (const collection of ['projects', 'pages', 'selections'] as const)
    files.push(...(await checkCollection(collection, { options, blocked })));
  const technologies = checkTechnologyFiles(root, blocked);
  const routes = siteRoutes(root);
  const glossary = technologies.flatMap((file) => file.technologies.map(({ data }) => data));
  const source = (): string => readFileSync(join(root, siteConfigPath), 'utf8');
  const translated = checkTranslatedOptions(translations, { files, locale, source });
  const links = checkLinks(files, {
    ...{ root, files: pictureFiles, clock: clock ?? new Date(today), locale, address, glossary, perPage },
    pages: [...pages, ...translated.homes],
  });
  const crossDocument = [
    ...checkSlugs(files, routes),
    ...checkPageNames(files, named?.editor),
    ...checkAliases(files, routes, glossary),
    ...checkTechnologySpellings(files, glossary),
    ...checkTranslations(files, locale),
    ...checkConfidentiality([...files, ...technologies]),
    ...checkRelated(files, today),
    ...checkSharing(files, { clock: clock ?? new Date(today), secret, writing }),
    ...checkLinkedFiles(files, new Set(listFiles(join(root, 'public')))),
    ...links.diagnostics,
  ];
  const crossDocumentByPath = Map.groupBy(crossDocument, ({ path }) => path);
  const located = [...files, ...technologies].flatMap(({ path, document, diagnostics: own }) =>
    locateAll([...own, ...(crossDocumentByPath.get(path) ?? [])], path, document),
  );
  const publicFiles = symlinks.some(({ severity }) => severity === 'error') ? [] : await checkPublicFiles(root, pictureFiles);
  const navigation = menus ? checkNavigation(menus, { files, index: links.index, source: source() }) : [];
  const { portrait, diagnostics: ofPortrait } = await checkPortrait(image, { root, files: pictureFiles });
  const ofOptions = [...navigation, ...(named ? checkOptionFiles(root, named) : []), ...ofPortrait, ...translated.diagnostics];
  const codeBlocks = files.flatMap(({ path, codeBlocks: blocks }) => blocks.map((block) => ({ ...block, path })));
  const diagnostics = [...symlinks, ...publicFiles, ...checkOwnPages(root), ...ofOptions, ...located].toSorted(byPosition);
  const faulty = diagnostics.flatMap(({ severity, path }) => (severity === 'error' ? path : []));
  const excluded = new Set([...unpublishedTranslations(files, locale), ...faulty]);
  const documents = [
    ...files.flatMap((file) => documentOf(file, links.targets.get(file.path) ?? {})),
    ...technologies.flatMap(documentsOf),
  ].filter(({ path }) => !excluded.has(path));
  return { documents, diagnostics, checked: files.length + technologies.length, portrait, codeBlocks };
}

interface Scope {
  options: DocumentOptions;
  /** Paths that must not be opened. */
  blocked: ReadonlySet<string>;
}

/** List the files of a collection that may be opened. */
function filesOf(collection: Collection, root: string, blocked: ReadonlySet<string>): { path: string; relative: string }[] {
  const folder = collectionFolder(collection);
  const names = blocked.has(folder) ? [] : listFiles(join(root, folder));
  return names.map((relative) => ({ path: `${folder}/${relative}`, relative })).filter(({ path }) => !blocked.has(path));
}

async function checkCollection(collection: PageCollection, { options, blocked }: Scope): Promise<CheckedFile[]> {
  const { root } = options;
  const files: CheckedFile[] = [];
  for (const { path, relative } of filesOf(collection, root, blocked)) {
    const file = await checkSafely({ collection, path, relative, read: () => readBytes(join(root, path)) }, options);
    if (file) files.push(file);
  }
  return files;
}

/** Turn an unexpected error into a diagnostic: one document must not hide the diagnostics of all the others. */
async function checkSafely(file: FileToCheck, options: DocumentOptions): Promise<CheckedFile | null> {
  try {
    return await checkDocument(file, options);
  } catch (error) {
    const { collection, path, relative } = file;
    return { ...emptyFile, collection, path, name: { slug: relative, lang: null, diagnostics: [] }, diagnostics: [unexpected(error)] };
  }
}

function unexpected(error: unknown): FieldDiagnostic {
  const known = fileErrors[(error as NodeJS.ErrnoException).code ?? ''];
  const reason = escapeControlCharacters(error instanceof Error ? error.message : String(error));
  return known ?? errorIn([], `cannot be checked: ${reason}`, 'simplify the document, and report this message');
}

const forbidden = errorIn([], 'cannot be read: permission denied', 'give yourself permission to read the file');

/** What the operating system reports of a file, by its code. */
const fileErrors: Record<string, FieldDiagnostic> = {
  // Files can disappear while the check runs.
  ENOENT: errorIn([], 'disappeared while it was read', 'restore the file, or check again'),
  EACCES: forbidden,
  EPERM: forbidden,
};

function checkTechnologyFiles(root: string, blocked: ReadonlySet<string>): TechnologyFile[] {
  return filesOf('technologies', root, blocked).map(({ path }): TechnologyFile => {
    const unread = { path, document: null, technologies: [] };
    if (!/\.(?:ya?ml|json)$/.test(path)) return { ...unread, diagnostics: [ignoredFile] };
    try {
      return checkTechnologies(readBytes(join(root, path)) ?? new Uint8Array(), path);
    } catch (error) {
      return { ...unread, diagnostics: [unexpected(error)] };
    }
  });
}

const ignoredFile = warningIn([], 'is ignored: technologies are listed in YAML or JSON files', 'move it elsewhere');

function documentOf(
  { collection, path, name: { slug, lang }, data, pictures, body }: CheckedFile,
  targets: LinkTargets,
): CheckedDocument[] {
  if (!data) return [];
  // The collection chose the schema that parsed the data.
  return [{ collection, id: lang ? `${slug}.${lang}` : slug, slug, lang, path, pictures, targets, body, data } as CheckedDocument];
}

function documentsOf({ path, technologies }: TechnologyFile): CheckedDocument[] {
  const rest = { collection: 'technologies', lang: null, path, body: '', pictures: {}, targets: {} } as const;
  return technologies.map(({ id, data }) => ({ ...rest, id, slug: id, data }));
}

import { posix } from 'node:path';
import { asText, isRecord } from './front-matter/values.ts';

/** A document of the old site. */
export interface SourceFile {
  /** From the site's root. */
  path: string;
  /** The name of its collection or section, without underscore: `projects`. */
  collection: string;
  /** From the collection's folder. */
  relative: string;
}

/** A file in a collection's folder. */
interface ListedFile extends SourceFile {
  /** Why it is no case study; null if it is one. */
  reason: string | null;
}

interface Site {
  files: ReadonlySet<string>;
  config: Record<string, unknown>;
}

/** Find the folders of case studies in a site: by their names, else the collections that the configuration declares. */
export function findCollectionFolders(system: keyof typeof contentFolders, { files, config }: Site): string[] {
  const within = asText(config['collections_dir'])?.replace(/^\/|\/$/g, '');
  const prefix = within ? `${within}/` : '';
  const starts = system === 'jekyll' ? [prefix] : contentFolders[system];
  // Hugo and Astro may keep a language or a section above the collection.
  const depth = system === 'jekyll' ? 1 : 3;
  const isCollection = (name: string): boolean => isCollectionName(name) && (system !== 'jekyll' || name.startsWith('_'));
  const named = [...files].flatMap((file) => {
    const start = starts.find((candidate) => file.startsWith(candidate));
    if (start === undefined || !documentName.test(file)) return [];
    const folders = file.slice(start.length).split('/').slice(0, -1);
    const index = folders.slice(0, depth).findIndex(isCollection);
    return index === -1 ? [] : [start + folders.slice(0, index + 1).join('/')];
  });
  const declared = named.length > 0 ? [] : declaredCollections(config).map((name) => `${prefix}_${name}`);
  const plain = system === 'jekyll' && named.length + declared.length === 0 ? topFolders(files).filter(isCollectionName) : [];
  return [...new Set([...named, ...declared, ...plain])].toSorted();
}

/** List the documents of a folder, or the one document that `folder` is, with the reason to skip it if there is one. */
export function listDocuments(folder: string, files: ReadonlySet<string>, read: (path: string) => Uint8Array): ListedFile[] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const isSingle = files.has(folder);
  const paths = isSingle ? [folder] : [...files].filter((file) => file.startsWith(prefix) && documentName.test(file)).toSorted();
  const home = isSingle ? posix.dirname(folder) : folder;
  const collection = (home.split('/').at(-1) || 'projects').replace(/^_/, '');
  return paths.map((path) => {
    const relative = posix.relative(home, path);
    const reason = reasonToSkip(relative) ?? (isFinishedPage(path, read) ? 'a finished page without front matter' : null);
    return { path, collection, relative, reason };
  });
}

/** Check whether a folder's name says that it contains case studies. */
export function isCollectionName(name: string): boolean {
  return collectionName.test(name);
}

const collectionName =
  /^_?(?:projects?|portfolios?|works?|(?:case|success|customer)[-_]?(?:stud(?:y|ies)|stor(?:y|ies))|cases|clients?|showcases?|proje[ck]te?s?|projets?|proyectos|projetos|portafolio|realisations|references?)$/i;

const documentName = /\.(?:md|mdx|markdown|mdown|mkdn?|html?)$/i;

/** The folders in which each system keeps its content. */
const contentFolders = {
  jekyll: [''],
  hugo: ['content/'],
  astro: ['src/content/', 'content/', 'src/data/', 'src/pages/'],
} as const satisfies Record<string, readonly string[]>;

/** Jekyll's `collections` is a map or a list. */
function declaredCollections({ collections }: Record<string, unknown>): string[] {
  const names = isRecord(collections) ? Object.keys(collections) : Array.isArray(collections) ? collections.map(String) : [];
  return names.filter((name) => name !== 'posts');
}

function topFolders(files: ReadonlySet<string>): string[] {
  return [...files].flatMap((file) => file.split('/').slice(0, -1).slice(0, 1));
}

function isFinishedPage(path: string, read: (path: string) => Uint8Array): boolean {
  return /\.html?$/i.test(path) && !/^\s*(?:---|\+\+\+)/.test(new TextDecoder().decode(read(path).subarray(0, 64)));
}

function reasonToSkip(relative: string): string | null {
  const name = posix.basename(relative);
  if (/^_index\b/.test(name) || /^index\.(?:md|mdx|html?)$/i.test(relative)) return 'the page of the list, not a case study';
  if (relative.split('/').some((part) => /^[._]/.test(part))) return 'names that begin with `_` or `.` are not published';
  if (/^(?:readme|contributing|licen[cs]e)\b/i.test(name)) return 'a note for developers, not a case study';
  return null;
}

import { posix } from 'node:path';
import { asText, isRecord, unquote } from './front-matter/values.ts';
import type { SourceFile, SourceSite } from './source-site.ts';

/** A file in a collection's folder. */
interface ListedFile extends SourceFile {
  /** Why it is no case study; null if it is one. */
  reason: string | null;
}

/** A folder with documents, which may or may not be case studies. */
export interface CandidateFolder {
  folder: string;
  count: number;
}

type Site = Pick<SourceSite, 'system' | 'files' | 'config' | 'contentFolders' | 'languages' | 'read'>;

/** Find the case studies of a site below a folder (empty: the root): by the names of folders, else by the categories of posts. */
export function findDocuments(site: Site, below: string): ListedFile[] {
  const paths = [...site.files].filter((path) => isBelow(path, below) && documentName.test(path)).toSorted();
  const found = paths.flatMap((path) => {
    const collection = collectionOf(path, site);
    return collection === null ? [] : [{ path, ...collection }];
  });
  // Folders such as `clients` often contain logos and quotations beside the case studies proper.
  const best = found.some(({ rank }) => rank < weakestRank) ? found.filter(({ rank }) => rank < weakestRank) : found;
  if (best.length === 0 && site.system === 'jekyll') return findPosts(paths, site);
  const withMarkdown = new Set(best.flatMap(({ path }) => (/\.(?:md|mdx|markdown)$/i.test(path) ? [posix.dirname(path)] : [])));
  return best.map(({ path, folder }): ListedFile => {
    const file = toListedFile(path, folder, site);
    const isPage = /\.(?:njk|liquid|hbs)$/i.test(path) && withMarkdown.has(posix.dirname(path));
    return isPage ? { ...file, reason: file.reason ?? 'a template beside documents in Markdown' } : file;
  });
}

/** List the documents below a folder, or the one document that `folder` is, with the reason to skip it if there is one. */
export function listDocuments(folder: string, site: Site): ListedFile[] {
  const isSingle = site.files.has(folder);
  const home = isSingle ? posix.dirname(folder) : folder;
  const paths = isSingle ? [folder] : [...site.files].filter((path) => isBelow(path, folder) && documentName.test(path)).toSorted();
  return paths.map((path) => toListedFile(path, home, site));
}

/** List the folders that contain documents, as files or as bundles, the fullest first. */
export function listCandidates(site: Site): CandidateFolder[] {
  const counts = new Map<string, number>();
  for (const path of site.files) {
    const isBundle = posix.basename(documentStem(path)) === 'index';
    const folder = posix.dirname(isBundle ? posix.dirname(path) : path);
    if (!documentName.test(path) || folder === '.' || isCode(folder) || reasonToSkip(path, path, site) !== null) continue;
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].map(([folder, count]) => ({ folder, count })).toSorted((a, b) => b.count - a.count);
}

/** Check whether a folder's name says that it contains case studies. */
export function isCollectionName(name: string): boolean {
  return rankOf(name) !== null;
}

/** Remove the extensions of a document's path: `x.md`, `x.html.erb` and `x.html.md` are `x`. */
export function documentStem(path: string): string {
  return path.replace(documentName, '');
}

/** Names of the folders that contain case studies, the surest first; only the surest may have an ending, as in `caseStudiesDesign`. */
const collectionNames = [
  /^(?:case|success|customer|client|product)[-_ ]?(?:stud(?:y|ies)|stor(?:y|ies))/i,
  /^(?:(?:our|my|selected|client|featured)[-_]?)?(?:projects?|portfolios?|works?|cases|proje[ck]te?s?|projets?|proyectos|projetos|portafolio|realisations|trabajos|arbeiten|progetti|lavori)$/i,
  /^(?:clients?|customers?|showcases?|references?|referenzen|kunden)$/i,
];
const weakestRank = collectionNames.length - 1;

/** File names of documents; the inner extension of a template is the page's. */
const documentName = /(?:\.html?)?\.(?:md|mdx|markdown|mdown|mkdn?|html?|erb|njk|liquid|slim|haml|pug|hbs)$|\.md\.erb$/i;

/** Template languages whose text is no HTML. */
const unreadableTemplate = /\.(?:slim|haml|pug)$/i;

/** Folders of layouts, partials, styles and tests, which contain no documents. */
const codeFolder =
  /^(?:_?(?:includes?|layouts?|partials?|components?|sass|plugins|site|scss|templates?)|_data|themes|archetypes|node_modules|assets|static|tests?|spec|stories|public|i18n|__\w+__)$/i;

function isCode(folder: string): boolean {
  return folder.split('/').some((part) => codeFolder.test(part) || /^\.[^.]/.test(part));
}

function rankOf(name: string): number | null {
  const rank = collectionNames.findIndex((pattern) => pattern.test(name.replace(/^_/, '')));
  return rank === -1 ? null : rank;
}

/** Find the folder that contains a path's collection: the one with the surest name, of equals the outermost. */
function collectionOf(path: string, site: Site): { folder: string; rank: number } | null {
  const declared = declaredFolders(site).find((folder) => isBelow(path, folder));
  if (declared !== undefined) return { folder: declared, rank: 0 };
  const start = site.contentFolders.find((folder) => isBelow(path, folder));
  if (start === undefined) return null;
  const folders = path.split('/').slice(0, -1);
  const depth = start === '' ? 0 : start.split('/').length;
  if (isCode(folders.slice(depth).join('/'))) return null;
  const [best] = folders
    .flatMap((name, index) => {
      const rank = index < depth ? null : rankOf(name);
      return rank === null || !isPublishedFolder(folders.slice(depth, index + 1), site) ? [] : [{ index, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index);
  return best === undefined ? null : { folder: folders.slice(0, best.index + 1).join('/'), rank: best.rank };
}

/** Jekyll publishes folders of collections, posts and drafts; plain folders count only on a site without collections. */
function isPublishedFolder(folders: readonly string[], { system, config }: Site): boolean {
  if (system !== 'jekyll') return true;
  if (folders.some((name) => name === '_posts' || name === '_drafts')) return true;
  const [first = ''] = folders;
  return folders.length === 1 && (first.startsWith('_') || collectionKeys(config).length === 0);
}

/** Get the folders of Astro's collections whose own names say that they contain case studies. */
function declaredFolders({ config }: Site): string[] {
  const bases = isRecord(config['contentCollections']) ? config['contentCollections'] : {};
  return Object.entries(bases).flatMap(([name, base]) => (isCollectionName(name) ? (asText(base) ?? []) : []));
}

/** Jekyll's `collections` is a map or a list. */
function collectionKeys({ collections }: Record<string, unknown>): string[] {
  const names = isRecord(collections) ? Object.keys(collections) : Array.isArray(collections) ? collections.map(String) : [];
  return names.filter((name) => name !== 'posts');
}

/** Posts of a blog are case studies if their category or their layout has the name of a collection. */
function findPosts(paths: readonly string[], site: Site): ListedFile[] {
  return paths.flatMap((path) => {
    if (!path.split('/').includes('_posts')) return [];
    const head = new TextDecoder().decode(site.read(path).subarray(0, 4096));
    const category = [...head.matchAll(/^(?:category|categories|layout):\s*(.*(?:\n[ \t]*- .*)*)/gm)].map(([, value]) => value).join();
    const names = category.split(/[\n,[\]]/).map((name) => unquote(name.trim().replace(/^- */, '')));
    return names.some(isCollectionName) ? [toListedFile(path, posix.dirname(path), site)] : [];
  });
}

function toListedFile(path: string, folder: string, site: Site): ListedFile {
  const { lang, relative } = withoutLanguage(path, folder, site);
  const collection = (folder.split('/').at(-1) || 'projects').replace(/^[._]+/, '') || 'projects';
  return { path, collection, relative, lang, reason: reasonToSkip(path, relative, site) };
}

/** Get a document's path from its collection's folder, without the folder of its language, and that language. */
function withoutLanguage(path: string, folder: string, { languages }: Site): Pick<SourceFile, 'lang' | 'relative'> {
  const parts = path.split('/');
  const index = parts.findIndex((_, position) => languages.folders.has(parts.slice(0, position + 1).join('/')));
  const lang = index === -1 ? null : (languages.folders.get(parts.slice(0, index + 1).join('/')) ?? null);
  const depth = folder === '' || folder === '.' ? 0 : folder.split('/').length;
  return { lang, relative: parts.filter((_, position) => position >= depth && position !== index).join('/') };
}

function reasonToSkip(path: string, relative: string, { system, files, read }: Site): string | null {
  const name = posix.basename(relative);
  const stem = documentStem(name);
  if (stem === '_index' || documentStem(relative) === 'index') return 'the page of the list, not a case study';
  if (isNote(stem)) return 'a note for developers, not a case study';
  if (isSample.test(stem)) return 'a template for authors, not a case study';
  if (unreadableTemplate.test(name)) return `${posix.extname(name)} files cannot be read`;
  if (system === 'hugo' && !/^index(?:\.|$)/i.test(stem) && isInBundle(path, relative, files))
    return 'a part of the bundle in its folder, not a page';
  if (isPart(path, files)) return 'a part of the case study in its folder: add its words to `index`';
  const hasFrontMatter = /^\s*(?:---|\+\+\+)/.test(new TextDecoder().decode(read(path).subarray(0, 64)));
  const parts = relative.split('/');
  // A document that Jekyll leaves out of the site is imported as a draft; elsewhere `_` marks fragments of pages.
  const isFragment = parts.some((part) => part.startsWith('.') || (part.startsWith('_') && !(system === 'jekyll' && hasFrontMatter)));
  if (isFragment) return 'names that begin with `_` or `.` are not published';
  if (/\.(?:html?|erb|njk|liquid|hbs)$/i.test(name) && !hasFrontMatter) return 'a finished page without front matter';
  return null;
}

/** Check whether a folder within the collection has an `index.md`: Hugo publishes that, and nothing else in it. */
function isInBundle(path: string, relative: string, files: Site['files']): boolean {
  const folders = path.split('/').slice(0, -1);
  const within = folders.slice(folders.length - relative.split('/').length + 1);
  const has = (_: string, index: number): boolean => {
    const folder = folders.slice(0, folders.length - index).join('/');
    return files.has(`${folder}/index.md`) || files.has(`${folder}/index.html`);
  };
  return within.some(has);
}

/** Check whether a document is beside an `index`, and others of its name are beside others: every case study has a `process.md`. */
function isPart(path: string, files: Site['files']): boolean {
  const [folder, name] = [posix.dirname(path), posix.basename(path)];
  const hasIndex = (one: string): boolean => ['md', 'mdx', 'markdown'].some((ending) => files.has(`${one}/index.${ending}`));
  if (/^index\./i.test(name) || !hasIndex(folder)) return false;
  const beside = posix.dirname(folder);
  return [...files].some(
    (other) => other.endsWith(`/${name}`) && other !== path && isBelow(other, beside) && hasIndex(posix.dirname(other)),
  );
}

/** Check whether a file's name, without extension, is that of a note for developers. */
export function isNote(stem: string): boolean {
  return /^(?:readme|contributing|licen[cs]e|changelog|code[-_]of[-_]conduct)$/i.test(stem) || /^(?:AGENTS|CLAUDE|SECURITY)$/.test(stem);
}

/** Names of files that authors copy, such as `_template.md`, `*projectTemplate.md` and `example-case-study.md`. */
const isSample = /^[_*]*(?:\w*template|(?:example|sample)(?:[-_ ].*)?)$/i;

function isBelow(path: string, folder: string): boolean {
  return folder === '' || folder === '.' || path.startsWith(`${folder}/`);
}

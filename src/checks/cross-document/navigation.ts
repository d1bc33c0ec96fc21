import { posix } from 'node:path';
import { closestMatch } from '../../schemas/closest-match.ts';
import { errorIn, type Diagnostic } from '../../documents/diagnostic.ts';
import { addressKey } from '../../lib/redirects.ts';
import { siteLinks, type HomePart, type Menu } from '../../schemas/navigation.ts';
import type { CrossDocumentDiagnostic } from './cross-document.ts';
import { deadPath, isPublicFile } from './dead-links.ts';
import type { CheckedFile } from '../document.ts';
import type { LinkIndex } from './link-index.ts';
import { siteConfigDiagnostic } from '../options/site-config.ts';

/** The owner's menus and home page, as their options have them. */
export interface NavigationOptions {
  navigation?: Menu | undefined;
  footer?: { links?: Menu | undefined };
  home?: readonly HomePart[];
}

/** Report names in the owner's options that are no page, and paths that lead nowhere; `source` is the file of the options. */
export function checkNavigation(
  { navigation = [], footer = {}, home = [] }: NavigationOptions,
  { files, index, source }: { files: readonly CheckedFile[]; index: LinkIndex; source: string },
): Diagnostic[] {
  const own = files.flatMap(({ collection, name }) => (collection === 'pages' && name.lang === null ? name.slug : []));
  const menus = [
    ...navigation.map((entry, at) => ({ entry, field: `navigation[${at}]` })),
    ...(footer.links ?? []).map((entry, at) => ({ entry, field: `footer.links[${at}]` })),
  ].flatMap(({ entry, field }): Reference[] => {
    if (typeof entry === 'string') return [{ field, value: entry, known: [...siteLinks, ...own] }];
    if (entry.page !== undefined) return [{ field: `${field}.page`, value: entry.page, known: [...siteLinks, ...own] }];
    return entry.url?.startsWith('/') ? [{ field: `${field}.url`, value: entry.url }] : [];
  });
  const texts = home.flatMap((part, at): Reference[] =>
    typeof part === 'string' ? [] : [{ field: `home[${at}].page`, value: part.page, known: own }],
  );
  return [...menus, ...texts].flatMap((reference) => {
    const { field, value } = reference;
    const problem = reference.known ? unknownPage(value, reference.known) : deadAddress(value, index);
    return problem ? [siteConfigDiagnostic({ field, value, ...problem }, source)] : [];
  });
}

/** Report documents in `src/content/pages` whose names stand for something else in menus or addresses; `editor` is the path of the editor. */
export function checkPageNames(files: readonly CheckedFile[], editor?: string): CrossDocumentDiagnostic[] {
  const names = editor === undefined ? taken : { ...taken, [editor.replaceAll('/', '')]: 'the editor' };
  return files.flatMap(({ collection, path, name: { slug } }): CrossDocumentDiagnostic[] => {
    const page = collection === 'pages' && Object.hasOwn(names, slug) && names[slug];
    if (!page) return [];
    return [{ path, ...errorIn([], `has the name that the site uses for ${page}`, 'rename the document', { value: slug }) }];
  });
}

/** Names of pages that are no paths; a document with the name of another page is reported as making the same page. */
const taken: Record<string, string> = {
  home: 'the home page',
  work: 'the list of case studies',
  index: 'the index of the site',
  pdf: 'the PDF of the portfolio',
  source: 'the source code of the site',
  shared: 'the folder of private pages',
};

interface Reference {
  field: string;
  value: string;
  /** The names that may be written; absent for a path. */
  known?: readonly string[];
}

type Problem = Pick<Diagnostic, 'message' | 'fix'>;

function unknownPage(page: string, known: readonly string[]): Problem | null {
  if (known.includes(page)) return null;
  const match = closestMatch(page, known);
  const list =
    known.length === 0 ? 'there is no document in `src/content/pages`' : `the pages are ${[...new Set(known)].toSorted().join(', ')}`;
  return { message: `\`${page}\` is no page of this site`, fix: match === null ? list : `did you mean \`${match}\`? If not, ${list}` };
}

function deadAddress(url: string, index: LinkIndex): Problem | null {
  const path = posix.normalize(decodePath(url.replace(/[?#].*$/s, '')));
  if (isPublicFile(path, index)) return null;
  const key = addressKey(path);
  const page = index.pages.get(key) ?? index.redirects.get(key);
  if (page?.file && index.hidden.has(page.file)) {
    return { message: `links to ${page.file.path}, which is hidden`, fix: 'publish that document, or delete the entry' };
  }
  if (page || index.mayBeMade(key)) return null;
  const { diagnostic } = deadPath(path, { index, suggest: true });
  return diagnostic ? { message: diagnostic.message, fix: diagnostic.fix } : null;
}

function decodePath(path: string): string {
  return URL.canParse(path, 'https://site.invalid') && !/%(?![0-9a-f]{2})/i.test(path) ? decodeURI(path) : path;
}

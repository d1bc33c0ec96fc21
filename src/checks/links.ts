import { posix } from 'node:path';
import { closestMatch } from '../documents/closest-match.ts';
import { escapeControlCharacters, type FieldDiagnostic } from '../documents/diagnostic.ts';
import type { PictureFiles } from '../documents/image-files.ts';
import { textAt, valueAt } from '../documents/values.ts';
import type { LinkTarget, LinkTargets } from '../lib/links.ts';
import { renderedAddress } from '../lib/markdown.ts';
import { addressKey, claimsOf } from '../lib/redirects.ts';
import { technologyKey } from '../lib/technologies.ts';
import { publicDocuments } from '../lib/visibility.ts';
import { wikiTarget } from '../lib/wiki-links.ts';
import { isLanguageTag } from '../schemas/language.ts';
import { SourceScalar } from '../schemas/scalar.ts';
import type { TechnologyData } from '../schemas/technology.ts';
import { readAnchors, type Anchors } from './anchors.ts';
import { aliasesOf, listPages, pageAddress, sitePages, translatedRoutes, type CrossDocumentDiagnostic } from './cross-document.ts';
import type { CheckedFile } from './document.ts';
import { unpublishedTranslations } from './translations.ts';

export interface LinkOptions {
  /** The project's root, absolute. */
  root: string;
  files: PictureFiles;
  /** Time at which hidden documents are told from public ones. */
  clock: Date;
  /** Language of the site, BCP 47. */
  locale?: string | undefined;
  /** Address of the site without a trailing slash, base included: `https://example.com/base`. */
  address?: string | undefined;
  glossary: readonly TechnologyData[];
}

/** Where the links of every document lead, by its path, and what is wrong with them. */
export interface CheckedLinks {
  targets: ReadonlyMap<string, LinkTargets>;
  diagnostics: CrossDocumentDiagnostic[];
}

/** Find out where every link leads, and report those that lead nowhere. Addresses on other sites are not fetched. */
export function checkLinks(documents: readonly CheckedFile[], options: LinkOptions): CheckedLinks {
  const index = createIndex(
    documents.filter(({ path }) => isDocumentPath(path)),
    options,
  );
  const checked = documents.map((file) => ({ file, ...checkLinksOf(file, index) }));
  return {
    targets: new Map(checked.map(({ file, targets }) => [file.path, targets])),
    diagnostics: checked.flatMap(({ file: { path }, diagnostics }) => diagnostics.map((diagnostic) => ({ path, diagnostic }))),
  };
}

/** Everything of the site that has an address. */
interface Index {
  options: LinkOptions;
  /** Pages by `addressKey`. */
  pages: ReadonlyMap<string, Page>;
  /** Old addresses by `addressKey`, with the page each redirects to. */
  redirects: ReadonlyMap<string, Page & { file: CheckedFile }>;
  /** Addresses of pages whose names depend on the content, such as the second page of a list. */
  patterns: readonly RegExp[];
  /** Documents by path in lower case, without extension and `/index`. */
  byPath: ReadonlyMap<string, CheckedFile>;
  /** Published documents by collection, slug and language. */
  byName: ReadonlyMap<string, CheckedFile>;
  hidden: ReadonlySet<CheckedFile>;
  anchorsOf: (file: CheckedFile) => Anchors;
}

interface Page {
  /** From the root of the site. */
  path: string;
  /** The document; undefined for a page of the site itself. */
  file?: CheckedFile | undefined;
  /** Whether the link has an old address of the document. */
  redirects?: true;
}

function createIndex(documents: readonly CheckedFile[], options: LinkOptions): Index {
  const { root, clock, locale = 'en', glossary } = options;
  const unpublished = unpublishedTranslations(documents, options.locale);
  const published = documents.filter(({ path }) => !unpublished.has(path));
  const gated = published.map((file) => ({ collection: file.collection, ...file.name, data: gateOf(file), file }));
  const visible = new Set(publicDocuments(gated, clock).map(({ file }) => file));
  const own = sitePages(root);
  const fixed = own.flatMap(([key, owner, file]) => (file.includes('[') ? [] : [[key, owner] as const]));
  const canonical = new Map(glossary.flatMap((entry) => [entry.name, ...entry.aliases].map((name) => [technologyKey(name), entry.name])));
  const lists = [...visible].flatMap((file) => listPages(file, (name) => canonical.get(technologyKey(name)) ?? name)).map(([key]) => key);
  const keys = ['/', '/sitemap-index.xml', ...[...fixed, ...translatedRoutes(published, new Map(fixed))].map(([key]) => key), ...lists];
  const pages = new Map<string, Page>(keys.map((key) => [key, { path: pathOf(key) }]));
  for (const file of published) {
    const page = pageAddress(file);
    pages.set(addressKey(page), { path: page, file });
    if (file.collection === 'projects') pages.set(addressKey(page.replace(/\/$/, '.md')), { path: page.replace(/\/$/, '.md'), file });
  }
  const redirects = new Map<string, Page & { file: CheckedFile }>();
  for (const file of published)
    for (const { alias } of claimsOf(aliasesOf(file))) {
      const key = addressKey(alias);
      if (!pages.has(key) && !redirects.has(key)) redirects.set(key, { path: pageAddress(file), file });
    }
  const anchors = new Map<CheckedFile, Anchors>();
  return {
    ...{ options, pages, redirects },
    patterns: own.flatMap(([, , file]) => (file.includes('[') ? dynamicPattern(file, lists) : [])),
    byPath: new Map(documents.map((file) => [documentKey(file.path), file])),
    byName: new Map(published.map((file) => [nameKey(file.collection, file.name.slug, file.name.lang), file])),
    hidden: new Set(published.filter((file) => !visible.has(file))),
    anchorsOf: (file) => {
      const known = anchors.get(file) ?? readAnchors(file, locale);
      anchors.set(file, known);
      return known;
    },
  };
}

/** The fields that decide visibility; of a document with errors, as they are written. */
function gateOf({ data, document }: CheckedFile): { draft?: boolean | undefined; publish_at?: string | undefined } {
  if (data) return data;
  const draft = valueAt(document?.data, ['draft']);
  return { draft: draft instanceof SourceScalar && draft.value === true, publish_at: textAt(document?.data, ['publish_at']) };
}

function pathOf(key: string): string {
  return key === '/' || /\.[^/]*$/.test(key) ? key : `${key}/`;
}

function nameKey(collection: string, slug: string, lang: string | null): string {
  return `${collection}/${slug}/${lang?.toLowerCase() ?? ''}`.toLowerCase();
}

/** Name a document by its path as links do: with or without extension, a folder for its `index.md`. */
function documentKey(path: string): string {
  return path
    .toLowerCase()
    .replace(/\.mdx?$/, '')
    .replace(/\/index(?=\.[^/]*$|$)/, '')
    .replace(/\/$/, '');
}

/** Turn the file of a page with parameters into a pattern of its addresses; values of a list are known, others are not. */
function dynamicPattern(file: string, lists: readonly string[]): RegExp[] {
  const route = file.replace(/\.(?:astro|[jt]s)$/, '').replace(/\/index$/, '');
  if (/^\[\.\.\.lang\]\/(?:projects\/)?\[slug\]/.test(route) || !/\[(?!\.\.\.lang)/.test(route)) return [];
  const folder = route.split('/')[0] ?? '';
  const values = lists.flatMap((key) => (key.startsWith(`/${folder}/`) ? [key.slice(folder.length + 2)] : []));
  const source = route
    .replace('[...lang]/', '(?:[a-z]{2,3}(?:-[a-z0-9]+)*/)?')
    .replaceAll('.', (dot, at: number) => (route[at + 1] === '.' || route[at - 1] === '.' ? dot : '\\.'))
    .replace('/[...page]', '(?:/page/[0-9]+)?')
    .replace('[page]', '[0-9]+')
    .replace('[slug]', `(?:${values.join('|') || '(?!)'})`)
    .replace(/\[\w+\](?!\+)/g, '[^/]+');
  return [new RegExp(`^/${source}$`)];
}

/** The most links of one document whose closest match is looked for; further ones are only counted in the report. */
const maxSuggestions = 100;

function checkLinksOf(file: CheckedFile, index: Index): { targets: LinkTargets; diagnostics: FieldDiagnostic[] } {
  const targets: LinkTargets = {};
  const diagnostics: FieldDiagnostic[] = [];
  const resolved = new Map<string, Resolved>();
  const draft = gateOf(file).draft === true;
  let suggestions = 0;
  for (const { field, line, column, written, address } of file.links) {
    let link = resolved.get(address);
    if (!link) {
      link = resolveLink(address, { file, index, suggest: suggestions < maxSuggestions });
      resolved.set(address, link);
      if (link.diagnostic) suggestions++;
      if (link.target) for (const key of [address, renderedAddress(address)]) targets[key] = link.target;
    }
    if (!link.diagnostic) continue;
    const { severity } = link.diagnostic;
    diagnostics.push({
      ...link.diagnostic,
      ...{ field, line, column, severity: draft ? 'warning' : severity },
      value: escapeControlCharacters(written),
    });
  }
  return { targets, diagnostics };
}

interface Resolved {
  /** Undefined for an address that is published as written. */
  target?: LinkTarget | undefined;
  diagnostic?: Pick<FieldDiagnostic, 'severity' | 'message' | 'fix' | 'related'> | undefined;
}

interface Context {
  /** The document that contains the link. */
  file: CheckedFile;
  index: Index;
  /** Whether to look for the closest match, which is slow. */
  suggest: boolean;
}

function resolveLink(address: string, context: Context): Resolved {
  const { file, index } = context;
  const wiki = wikiTarget(address);
  if (wiki !== null) return resolveWikiLink(wiki, context);
  const { address: own } = index.options;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) {
    const inside = own !== undefined && (address === own || address.startsWith(`${own}/`)) ? address.slice(own.length) || '/' : null;
    if (inside !== null) return { diagnostic: resolveLink(inside, context).diagnostic };
    return isLocalhost(address) ? { diagnostic: localhost(address, context) } : {};
  }
  const [, pathname = '', query = '', fragment] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? [];
  if (address.trim() === '') return dead('has a link without an address', 'write the address, or delete the link');
  if (pathname === '') return fragment === undefined ? {} : withFragment({ path: '', file }, { ...context, query, fragment });
  const path = decode(pathname);
  const page = path.startsWith('/') ? findPage(path, context) : findRelative(path, context);
  return 'path' in page ? withFragment(page, { ...context, query, fragment }) : page;
}

function resolveWikiLink(wiki: string, context: Context): Resolved {
  const { file, index, suggest } = context;
  const [, name = '', fragment] = /^([^#]*)(?:#(.*))?$/s.exec(wiki) ?? [];
  if (name.trim() === '') return withFragment({ path: '', file }, { ...context, query: '', fragment });
  const slug = name
    .trim()
    .replace(/\.mdx?$/, '')
    .replaceAll(' ', '-');
  const collections = file.collection === 'pages' ? ['pages', 'projects'] : ['projects', 'pages'];
  const found = collections.flatMap((collection) => index.byName.get(nameKey(collection, slug, null)) ?? [])[0];
  if (found) return withFragment(pageOf(found, context), { ...context, query: '', fragment });
  const match = suggest ? closestMatch(slug, new Set([...index.byName.values()].map((one) => one.name.slug))) : null;
  return dead('links to a document that does not exist', match ? `did you mean \`[[${match}]]\`?` : 'write its slug, or delete the link');
}

/** Find what a path from the root of the site leads to. */
function findPage(path: string, context: Context): Page | Resolved {
  const { file, index } = context;
  const normal = posix.normalize(path);
  if (isPublicFile(normal, index)) return { path: encodePath(normal) };
  const key = addressKey(normal);
  const { lang } = file.name;
  const page =
    (lang && index.pages.get(`/${lang.toLowerCase()}${key === '/' ? '' : key}`)) || index.pages.get(key) || originalOf(key, index);
  if (page) return page.file && page.path.endsWith('/') ? pageOf(page.file, context) : page;
  const redirect = index.redirects.get(key);
  if (redirect) return { ...redirect, redirects: true };
  if (index.patterns.some((pattern) => pattern.test(key))) return { path: pathOf(key) };
  return deadPath(normal, context);
}

/** Find the original of a page that is not translated into the language of its address. */
function originalOf(key: string, { pages }: Index): Page | undefined {
  const [, lang = '', rest = ''] = /^\/([a-z0-9-]+)(\/.+)$/.exec(key) ?? [];
  const original = isLanguageTag(lang) ? pages.get(rest) : undefined;
  return original?.file && original;
}

/** Find what a path from a document, or from its page, leads to. */
function findRelative(path: string, context: Context): Page | Resolved {
  const { file, index } = context;
  const beside = posix.join(posix.dirname(file.path), path);
  const document = index.byPath.get(documentKey(beside));
  if (document) return pageOf(document, context);
  const fromPage = new URL(path.replaceAll('\\', '/'), `https://site.invalid${pageAddress(file)}`).pathname;
  const page = isDocumentPath(path) ? null : findPage(decode(fromPage), { ...context, suggest: false });
  if (page && 'path' in page) return page;
  const found = index.options.files.find(beside.split('/'), [posix.dirname(file.path)]);
  if ('file' in found) return besideDocument(path);
  return deadRelative(path, context);
}

/** Return the page of a document in the language of the link's document, where it is translated. */
function pageOf(document: CheckedFile, { file, index }: Pick<Context, 'file' | 'index'>): Page {
  const { collection, name } = document;
  const find = (lang: string | null): CheckedFile | undefined => index.byName.get(nameKey(collection, name.slug, lang));
  const candidates = name.lang === null ? [find(file.name.lang), document] : [find(name.lang), find(null)];
  const found = candidates.find((one) => one && (!index.hidden.has(one) || index.hidden.has(file))) ?? candidates.find(Boolean) ?? document;
  return { path: pageAddress(found), file: found };
}

/** Check the fragment of a link, and report a page that is hidden. */
function withFragment(
  { path, file: document, redirects }: Page,
  { query, fragment, ...context }: Context & { query: string; fragment: string | undefined },
): Resolved {
  const hidden = document && hiddenTarget(document, context);
  if (hidden) return hidden;
  const title = document && titleOf(document);
  const name = fragment === undefined ? '' : decode(fragment.replace(/:~:.*$/s, ''));
  // The document of an error is checked again when it is correct.
  const known =
    document && !path.endsWith('.md') && name !== '' && name !== 'top' && isSound(document) ? context.index.anchorsOf(document) : null;
  const id = known?.ids.get(name) ?? known?.ids.get(name.toLowerCase());
  if (known && id === undefined && !known.open) {
    const where = document === context.file ? 'this document' : (document?.path ?? path);
    const match = context.suggest ? closestMatch(name, known.ids.keys()) : null;
    return dead(`links to \`#${escapeControlCharacters(name)}\`, which is no heading of ${where}`, didYouMean(match && `#${match}`));
  }
  const diagnostic = redirects && document ? oldAddress(document, path) : undefined;
  const target = {
    path: path + query + (fragment === undefined ? '' : `#${id ?? fragment}`),
    title,
    hreflang: foreign({ path, file: document }, context),
  };
  return { diagnostic, target };
}

/** Return the language of a page that is not in the language of the document. */
function foreign({ path, file: target }: Page, { file, index }: Context): string | undefined {
  if (!path.endsWith('/')) return undefined;
  const { lang: own } = file.name;
  const inOwn = own !== null && path.startsWith(`/${own.toLowerCase()}/`);
  const lang = target ? target.name.lang : inOwn ? own : null;
  return lang === own ? undefined : (lang ?? new Intl.Locale(index.options.locale ?? 'en').language);
}

function oldAddress({ path }: CheckedFile, page: string): Resolved['diagnostic'] {
  return { severity: 'warning', message: `links to an old address of ${path}`, fix: `write \`${page}\`` };
}

function hiddenTarget(document: CheckedFile, { file, index }: Context): Resolved | null {
  if (!index.hidden.has(document) || index.hidden.has(file)) return null;
  const message = `links to ${document.path}, which is hidden`;
  return { diagnostic: { severity: 'error', message, fix: 'publish that document, or delete the link', related: [document.path] } };
}

function isSound({ data, diagnostics }: CheckedFile): boolean {
  return data !== null && diagnostics.every(({ severity }) => severity === 'warning');
}

function titleOf({ document, name }: CheckedFile): string {
  return textAt(document?.data, ['title'])?.trim() || name.slug;
}

function dead(message: string, fix: string): Resolved {
  return { diagnostic: { severity: 'error', message, fix } };
}

function didYouMean(match: string | null): string {
  return match === null ? 'correct the address, or delete the link' : `did you mean \`${match}\`?`;
}

function deadPath(path: string, context: Context): Resolved {
  const { index, suggest } = context;
  const file = /\.[a-z0-9]+$/i.test(path) && !/\.(?:mdx?|html?)$/i.test(path);
  if (file && isPicturePath(path)) return pictureLink;
  const { address } = index.options;
  const base = address === undefined ? '' : new URL(address).pathname.replace(/\/$/, '');
  if (base !== '' && path.startsWith(`${base}/`))
    return dead('links to a path with the base of the site, which is added to every path', `write \`${path.slice(base.length)}\``);
  if (!file) return dead('links to a page that does not exist', didYouMean(suggest ? closestPage(path, index) : null));
  const match = suggest ? closestFile(path, index) : null;
  return dead(
    'links to a file that does not exist',
    match ? `did you mean \`${match}\`?` : `put the file at \`public${path}\`, or correct the address`,
  );
}

function deadRelative(path: string, context: Context): Resolved {
  const { file, index, suggest } = context;
  if (/^[^/?#@\s]+@[^/?#@\s]+\.[a-z]+$/i.test(path)) return dead('links to an email address without `mailto:`', `write \`mailto:${path}\``);
  if (/^(?:www\.[^/]|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|dev|app|eu|uk|de|fr|es|at|ch)(?:\/|$))/i.test(path)) {
    return dead('links to an address without `https://`', `write \`https://${path}\``);
  }
  if (isPicturePath(path)) return pictureLink;
  if (/\.[a-z0-9]+$/i.test(path) && !/\.(?:mdx?|html?)$/i.test(path)) {
    const match = suggest ? closestFile(`/${path.replace(/^(?:\.{1,2}\/)+/, '')}`, index) : null;
    const fix = match ? `did you mean \`${match}\`?` : 'put the file in `public/`, and write its path from there with a slash first';
    return dead('links to a file that does not exist', fix);
  }
  const wanted = posix.basename(documentKey(path));
  const match = suggest ? closestMatch(wanted, new Set([...index.byPath.values()].map(({ name }) => name.slug))) : null;
  const found = [...index.byPath.values()].find(({ name }) => name.slug === match && name.lang === null);
  const relative = found && posix.relative(posix.dirname(file.path), found.path);
  const fix = relative === undefined ? null : isDocumentPath(path) ? relative.replace(/^(?!\.)/, './') : pageAddress(found as CheckedFile);
  return dead(isDocumentPath(path) ? 'links to a document that does not exist' : 'links to a page that does not exist', didYouMean(fix));
}

const pictureLink: Resolved = {
  target: { path: null },
  diagnostic: {
    severity: 'warning',
    message: 'links to a picture that has no address of its own; its words are shown without a link',
    fix: 'move the picture to `public/`, or delete the link',
  },
};

function besideDocument(path: string): Resolved {
  if (isPicturePath(path)) return pictureLink;
  return dead(
    'links to a file beside the document, which is not published',
    `move the file to \`public/\`, and write \`/${posix.basename(path)}\``,
  );
}

function isPicturePath(path: string): boolean {
  return /\.(?:jpe?g|png|webp|avif|gif|svg)$/i.test(path);
}

function isDocumentPath(path: string): boolean {
  return /\.mdx?$/i.test(path);
}

function isLocalhost(address: string): boolean {
  return /^https?:\/\/(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\])(?:[:/?#]|$)/i.test(address);
}

function localhost(address: string, context: Context): Resolved['diagnostic'] {
  const path = address.replace(/^https?:\/\/[^/?#]*/i, '') || '/';
  const page = path.startsWith('/') ? findPage(decode(path.replace(/[?#].*$/s, '')), { ...context, suggest: false }) : null;
  const exists = page && 'path' in page;
  return {
    severity: 'warning',
    message: "links to `localhost`, which is each reader's own computer",
    fix: exists ? `write \`${page.path}\`` : 'write the published address, or put it in backticks to show it',
  };
}

/** Names of files are compared byte for byte; a folder is served by its `index.html`. */
function isPublicFile(path: string, { options: { files } }: Index): boolean {
  const names = path.split('/').filter(Boolean);
  const exists = (rest: string[]): boolean => 'file' in files.find(['public', ...rest], ['public']);
  if (names.length === 0) return false;
  return path.endsWith('/')
    ? exists([...names, 'index.html'])
    : exists(names) || (!names.at(-1)?.includes('.') && exists([...names, 'index.html']));
}

function closestFile(path: string, { options: { files } }: Index): string | null {
  if (isFile(path, files)) return path;
  const names = path.split('/').filter(Boolean);
  for (const [at] of names.entries()) {
    const found = files.find(['public', ...names.slice(0, at + 1)], ['public']);
    if (!('closest' in found)) continue;
    if (found.closest === null) return null;
    const corrected = `/${[...names.slice(0, at), found.closest, ...names.slice(at + 1)].join('/')}`;
    return isFile(corrected, files) ? corrected : null;
  }
  return null;
}

function isFile(path: string, files: PictureFiles): boolean {
  return 'file' in files.find(['public', ...path.split('/').filter(Boolean)], ['public']);
}

/** Find the page with the same last part of its address, or else with the closest address. */
function closestPage(path: string, { pages }: Index): string | null {
  const key = addressKey(path.replace(/\.(?:mdx?|html?)$/i, ''));
  const last = key.slice(key.lastIndexOf('/'));
  const paths = [...pages.values()].map((page) => page.path);
  const documents = [...pages.values()]
    .filter(({ file, path: own }) => file?.name.lang === null && own.endsWith('/'))
    .map((page) => page.path);
  const bySlug = new Map(documents.toReversed().map((one) => [one.replace(/^.*(?=\/[^/]+\/$)|\/$/g, ''), one]));
  const slug = bySlug.has(last) ? last : closestMatch(last, bySlug.keys());
  return closestMatch(key, paths) ?? (slug === null ? null : (bySlug.get(slug) ?? null));
}

/** Decode an address once; one that is no valid encoding stays as it is. */
function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

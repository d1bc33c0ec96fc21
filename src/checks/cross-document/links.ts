import { posix } from 'node:path';
import { attempt } from '../../documents/attempt.ts';
import { escapeControlCharacters, type FieldDiagnostic } from '../../documents/diagnostic.ts';
import { textAt } from '../../documents/values.ts';
import type { LinkTargets } from '../../lib/markdown/links.ts';
import { renderedAddress } from '../../lib/markdown/markdown.ts';
import { addressKey } from '../../lib/redirects.ts';
import { wikiTarget } from '../../lib/markdown/wiki-links.ts';
import { isLanguageTag } from '../../i18n/languages.ts';
import { pageAddress, type CrossDocumentDiagnostic } from './cross-document.ts';
import {
  besideDocument,
  dead,
  deadAnchor,
  deadPath,
  deadRelative,
  deadWikiLink,
  isDocumentPath,
  isPublicFile,
  type LinkContext,
  type ResolvedLink,
} from './dead-links.ts';
import { isLocalhost, isPrivateHost, privateHost } from '../texts/private-hosts.ts';
import type { CheckedFile } from '../document.ts';
import { createLinkIndex, documentKey, gateOf, nameKey, pathOf, type LinkedPage, type LinkIndex, type LinkOptions } from './link-index.ts';

/** Where the links of every document lead, by its path, and what is wrong with them. */
interface CheckedLinks {
  targets: ReadonlyMap<string, LinkTargets>;
  diagnostics: CrossDocumentDiagnostic[];
  index: LinkIndex;
}

/** Find out where every link leads, and report those that lead nowhere. Addresses on other sites are not fetched. */
export function checkLinks(documents: readonly CheckedFile[], options: LinkOptions): CheckedLinks {
  const index = createLinkIndex(
    documents.filter(({ path }) => isDocumentPath(path)),
    options,
  );
  const checked = documents.map((file) => ({ file, ...checkLinksOf(file, index) }));
  return {
    targets: new Map(checked.map(({ file, targets }) => [file.path, targets])),
    diagnostics: checked.flatMap(({ file: { path }, diagnostics }) => diagnostics.map((diagnostic) => ({ path, ...diagnostic }))),
    index,
  };
}

/** The most links of one document whose closest match is looked for; further ones are only counted in the report. */
const maxSuggestions = 100;

function checkLinksOf(file: CheckedFile, index: LinkIndex): { targets: LinkTargets; diagnostics: FieldDiagnostic[] } {
  const targets: LinkTargets = {};
  const diagnostics: FieldDiagnostic[] = [];
  const resolved = new Map<string, ResolvedLink>();
  const isDraft = gateOf(file).draft === true;
  let suggestions = 0;
  for (const { field, line, column, written, address } of file.links) {
    let link = resolved.get(address);
    if (!link) {
      link = resolveLink(address, { file, index, suggest: suggestions < maxSuggestions });
      resolved.set(address, link);
      if (link.diagnostic) suggestions++;
      if (link.target) for (const key of [address, renderedAddress(address)]) targets[key] = link.target;
    }
    const at = { field, line, column, value: escapeControlCharacters(written) };
    if (link.diagnostic) diagnostics.push({ ...link.diagnostic, ...at, ...(isDraft && { severity: 'warning' }) });
  }
  return { targets, diagnostics };
}

function resolveLink(address: string, context: LinkContext): ResolvedLink {
  const { file, index } = context;
  const wiki = wikiTarget(address);
  if (wiki !== null) return resolveWikiLink(wiki, context);
  const { address: own } = index.options;
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) {
    if (own !== undefined && (address === own || address.startsWith(`${own}/`)))
      return { diagnostic: resolveLink(address.slice(own.length) || '/', context).diagnostic };
    if (isLocalhost(address)) return { diagnostic: localhost(address, context) };
    return isPrivateHost(address) ? { diagnostic: privateHost } : {};
  }
  const [, pathname = '', query = '', fragment] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? [];
  if (address.trim() === '') return dead('has a link without an address', 'write the address, or delete the link');
  if (pathname === '') return fragment === undefined ? {} : withFragment({ path: '', file }, { ...context, query, fragment });
  const path = decode(pathname);
  const page = path.startsWith('/') ? findPage(path, context) : findRelative(path, context);
  return 'path' in page ? withFragment(page, { ...context, query, fragment }) : page;
}

function resolveWikiLink(wiki: string, context: LinkContext): ResolvedLink {
  const { file, index } = context;
  const [, written = '', fragment] = /^([^#]*)(?:#(.*))?$/s.exec(wiki) ?? [];
  const name = written.trim();
  const slug = name.replace(/\.mdx?$/, '').replaceAll(' ', '-');
  const collections = file.collection === 'pages' ? ['pages', 'projects'] : ['projects', 'pages'];
  const found = collections.flatMap((collection) => index.byName.get(nameKey(collection, slug, null)) ?? [])[0];
  if (name !== '' && !found) return deadWikiLink(slug, context);
  const page = found && name !== '' ? pageOf(found, context) : { path: '', file };
  return withFragment(page, { ...context, query: '', fragment });
}

/** Find what a path from the root of the site leads to. */
function findPage(path: string, context: LinkContext): LinkedPage | ResolvedLink {
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
  if (index.mayBeMade(key)) return { path: pathOf(key) };
  return deadPath(normal, context);
}

/** Find the original of a page that is not translated into the language of its address. */
function originalOf(key: string, { pages }: LinkIndex): LinkedPage | undefined {
  const [, lang = '', rest = ''] = /^\/([a-z0-9-]+)(\/.+)$/.exec(key) ?? [];
  const original = isLanguageTag(lang) ? pages.get(rest) : undefined;
  return original?.file && original;
}

/** Find what a path from a document, or from its page, leads to. */
function findRelative(path: string, context: LinkContext): LinkedPage | ResolvedLink {
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
function pageOf(document: CheckedFile, { file, index }: Pick<LinkContext, 'file' | 'index'>): LinkedPage {
  const { collection, name } = document;
  const find = (lang: string | null): CheckedFile | undefined => index.byName.get(nameKey(collection, name.slug, lang));
  const candidates = name.lang === null ? [find(file.name.lang), document] : [find(name.lang), find(null)];
  const found = candidates.find((one) => one && (!index.hidden.has(one) || index.hidden.has(file))) ?? candidates.find(Boolean) ?? document;
  return { path: pageAddress(found), file: found };
}

/** Check the fragment of a link, and report a page that is hidden. */
function withFragment(
  { path, file: document, redirects }: LinkedPage,
  { query, fragment, ...context }: LinkContext & { query: string; fragment: string | undefined },
): ResolvedLink {
  const hidden = document && hiddenTarget(document, context);
  if (hidden) return hidden;
  const name = fragment === undefined ? '' : decode(fragment.replace(/:~:.*$/s, ''));
  // A document with errors cannot be rendered, so its ids are unknown.
  const known =
    document && !path.endsWith('.md') && name !== '' && name !== 'top' && isSound(document) ? context.index.anchorsOf(document) : null;
  const id = known?.ids.get(name) ?? known?.ids.get(name.toLowerCase());
  if (document && known && id === undefined && !known.open) {
    return deadAnchor(name, { where: document === context.file ? 'this document' : document.path, anchors: known, context });
  }
  const target = {
    path: path + query + (fragment === undefined ? '' : `#${id ?? fragment}`),
    title: document && titleOf(document),
    hreflang: foreign({ path, file: document }, context),
  };
  if (!redirects || !document) return { target };
  return { target, diagnostic: { severity: 'warning', message: `links to an old address of ${document.path}`, fix: `write \`${path}\`` } };
}

/** Return the language of a page that is not in the language of the document. */
function foreign({ path, file: target }: LinkedPage, { file, index }: LinkContext): string | undefined {
  if (!path.endsWith('/')) return undefined;
  const { lang: own } = file.name;
  const inOwn = own !== null && path.startsWith(`/${own.toLowerCase()}/`);
  const lang = target ? target.name.lang : inOwn ? own : null;
  return lang === own ? undefined : (lang ?? new Intl.Locale(index.options.locale ?? 'en').language);
}

/** Report a link to a document without a public page. Two hidden documents may link to each other, since neither has a page. */
function hiddenTarget(document: CheckedFile, { file, index }: LinkContext): ResolvedLink | null {
  const isUnlisted = (one: CheckedFile): boolean => gateOf(one).unlisted === true;
  if (document.collection === 'selections' && document !== file)
    return dead(`links to ${document.path}, a selection, which only its own address leads to`, givesAway);
  if (!index.hidden.has(document) || document === file) return null;
  if (index.hidden.has(file) && !isUnlisted(file) && !isUnlisted(document)) return null;
  const unlisted = isUnlisted(document) && gateOf(document).draft !== true;
  const message = `links to ${document.path}, which is ${unlisted ? 'unlisted' : 'hidden'}`;
  const fix = unlisted ? givesAway : 'publish that document, or delete the link';
  return { diagnostic: { severity: 'error', message, fix, related: [document.path] } };
}

const givesAway = 'delete the link, since it would give the address away';

function isSound({ data, diagnostics }: CheckedFile): boolean {
  return data !== null && diagnostics.every(({ severity }) => severity === 'warning');
}

function titleOf({ document, name }: CheckedFile): string {
  return textAt(document?.data, ['title'])?.trim() || name.slug;
}

function localhost(address: string, context: LinkContext): ResolvedLink['diagnostic'] {
  const path = address.replace(/^https?:\/\/[^/?#]*/i, '') || '/';
  const page = path.startsWith('/') ? findPage(decode(path.replace(/[?#].*$/s, '')), { ...context, suggest: false }) : null;
  const exists = page && 'path' in page;
  return {
    severity: 'warning',
    message: "links to `localhost`, which is each reader's own computer",
    fix: exists ? `write \`${page.path}\`` : 'write the published address, or put it in backticks to show it',
  };
}

/** Decode an address once; one that is no valid encoding stays as it is. */
function decode(address: string): string {
  return attempt(() => decodeURIComponent(address), address);
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

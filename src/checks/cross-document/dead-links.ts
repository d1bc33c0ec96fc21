import { posix } from 'node:path';
import { closestMatch, didYouMean } from '../../schemas/closest-match.ts';
import { escapeControlCharacters, type FieldDiagnostic } from '../../documents/diagnostic.ts';
import type { LinkTarget } from '../../lib/markdown/links.ts';
import { addressKey } from '../../lib/redirects.ts';
import type { Anchors } from './anchors.ts';
import { pageAddress } from './cross-document.ts';
import type { CheckedFile } from '../document.ts';
import { documentKey, type LinkIndex } from './link-index.ts';

/** Where a link leads, and what is wrong with it. */
export interface ResolvedLink {
  /** Undefined for an address that is published as written. */
  target?: LinkTarget | undefined;
  diagnostic?: Pick<FieldDiagnostic, 'severity' | 'message' | 'fix' | 'related'> | undefined;
}

/** A link to resolve. */
export interface LinkContext {
  /** The document that contains the link. */
  file: CheckedFile;
  index: LinkIndex;
  /** Whether to look for the closest match, which is slow. */
  suggest: boolean;
}

/** Report a link that leads nowhere. */
export function dead(message: string, fix: string): ResolvedLink {
  return { diagnostic: { severity: 'error', message, fix } };
}

const correct = 'correct the address, or delete the link';

/** Report a path from the root of the site that is neither a page nor a file. */
export function deadPath(path: string, { index, suggest }: Pick<LinkContext, 'index' | 'suggest'>): ResolvedLink {
  if (isPicturePath(path) && isFile(`src${path}`, 'src/assets/images', index)) return pictureLink;
  const { address } = index.options;
  const base = address === undefined ? '' : new URL(address).pathname.replace(/\/$/, '');
  if (base !== '' && path.startsWith(`${base}/`))
    return dead('links to a path with the base of the site, which is added to every path', `write \`${path.slice(base.length)}\``);
  if (!isFilePath(path)) return dead('links to a page that does not exist', didYouMean(suggest ? closestPage(path, index) : null, correct));
  return deadFile(path, index, { suggest, otherwise: `put the file at \`public${path}\`, or correct the address` });
}

function deadFile(path: string, index: LinkIndex, { suggest, otherwise }: { suggest: boolean; otherwise: string }): ResolvedLink {
  return dead('links to a file that does not exist', didYouMean(suggest ? closestFile(path, index) : null, otherwise));
}

/** Report a relative path that leads neither from the document nor from its page to anything. */
export function deadRelative(path: string, context: LinkContext): ResolvedLink {
  const { file, index, suggest } = context;
  if (/^[^/?#@\s]+@[^/?#@\s]+\.[a-z]+$/i.test(path)) return dead('links to an email address without `mailto:`', `write \`mailto:${path}\``);
  if (/^(?:www\.[^/]|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|dev|app|eu|uk|de|fr|es|at|ch)(?:\/|$))/i.test(path)) {
    return dead('links to an address without `https://`', `write \`https://${path}\``);
  }
  if (isFilePath(path)) {
    const otherwise = 'put the file in `public/`, and write its path from there with a slash first';
    return deadFile(`/${path.replace(/^(?:\.{1,2}\/)+/, '')}`, index, { suggest, otherwise });
  }
  const wanted = posix.basename(documentKey(path));
  const match = suggest ? closestMatch(wanted, new Set([...index.byPath.values()].map(({ name }) => name.slug))) : null;
  const found = [...index.byPath.values()].find(({ name }) => name.slug === match && name.lang === null);
  if (!isDocumentPath(path)) return dead('links to a page that does not exist', didYouMean(found && pageAddress(found), correct));
  const relative = found && posix.relative(posix.dirname(file.path), found.path).replace(/^(?!\.)/, './');
  return dead('links to a document that does not exist', didYouMean(relative, correct));
}

/** Report a wiki link to a slug that no document has. */
export function deadWikiLink(slug: string, { index, suggest }: LinkContext): ResolvedLink {
  const match = suggest ? closestMatch(slug, new Set([...index.byName.values()].map(({ name }) => name.slug))) : null;
  return dead('links to a document that does not exist', didYouMean(match && `[[${match}]]`, 'write its slug, or delete the link'));
}

/** Report the fragment of a link that is no id of its page. */
export function deadAnchor(
  name: string,
  { where, anchors, context }: { where: string; anchors: Anchors; context: LinkContext },
): ResolvedLink {
  const match = context.suggest ? closestMatch(name, anchors.ids.keys()) : null;
  return dead(`links to \`#${escapeControlCharacters(name)}\`, which is no heading of ${where}`, didYouMean(match && `#${match}`, correct));
}

const pictureLink: ResolvedLink = {
  target: { path: null },
  diagnostic: {
    severity: 'warning',
    message: 'links to a picture that has no address of its own; its words are shown without a link',
    fix: 'move the picture to `public/`, or delete the link',
  },
};

/** Report a link to a file beside the document. */
export function besideDocument(path: string): ResolvedLink {
  if (isPicturePath(path)) return pictureLink;
  return dead(
    'links to a file beside the document, which is not published',
    `move the file to \`public/\`, and write \`/${posix.basename(path)}\``,
  );
}

function isPicturePath(path: string): boolean {
  return /\.(?:jpe?g|png|webp|avif|gif|svg)$/i.test(path);
}

/** Report whether a path has the extension of a document. */
export function isDocumentPath(path: string): boolean {
  return /\.mdx?$/i.test(path);
}

/** Report whether a path names a file rather than a page or a document. */
function isFilePath(path: string): boolean {
  return /\.[a-z0-9]+$/i.test(path) && !/\.(?:mdx?|html?)$/i.test(path);
}

/** Report whether a path from the root of the site is a file in `public/`, byte for byte; a folder is served by its `index.html`. */
export function isPublicFile(path: string, index: LinkIndex): boolean {
  const exists = (file: string): boolean => isFile(`public/${file}`, 'public', index);
  if (!/[^/]/.test(path)) return false;
  if (path.endsWith('/')) return exists(`${path}index.html`);
  return exists(path) || (!posix.basename(path).includes('.') && exists(`${path}/index.html`));
}

/** Find the file in `public/` whose path differs in one name. */
function closestFile(path: string, index: LinkIndex): string | null {
  if (isFile(`public${path}`, 'public', index)) return path;
  const names = path.split('/').filter(Boolean);
  for (const [at] of names.entries()) {
    const found = index.options.files.find(['public', ...names.slice(0, at + 1)], ['public']);
    if (!('closest' in found)) continue;
    const corrected = `/${names.with(at, found.closest ?? '').join('/')}`;
    return found.closest !== null && isFile(`public${corrected}`, 'public', index) ? corrected : null;
  }
  return null;
}

function isFile(path: string, folder: string, { options: { files } }: LinkIndex): boolean {
  return 'file' in files.find(path.split('/').filter(Boolean), [folder]);
}

/** Find the page with the same last part of its address, or else with the closest address. */
function closestPage(path: string, { pages }: LinkIndex): string | null {
  const key = addressKey(path.replace(/\.(?:mdx?|html?)$/i, ''));
  const last = key.slice(key.lastIndexOf('/'));
  const paths = [...pages.values()].map((page) => page.path);
  const documents = [...pages.values()].flatMap(({ file, path: own }) => (file?.name.lang === null && own.endsWith('/') ? own : []));
  const bySlug = new Map(documents.toReversed().map((one) => [one.replace(/^.*(?=\/[^/]+\/$)|\/$/g, ''), one]));
  const slug = bySlug.has(last) ? last : closestMatch(last, bySlug.keys());
  return closestMatch(key, paths) ?? (slug === null ? null : (bySlug.get(slug) ?? null));
}

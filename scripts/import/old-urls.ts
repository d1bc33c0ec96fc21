import { addressKey } from '../../src/lib/redirects.ts';
import { decodeReferences } from './text/plain-text.ts';

/** What a built site serves at an old path. */
type UrlStatus =
  | { kind: 'page' }
  | { kind: 'file' }
  /** A redirect to an existing page. */
  | { kind: 'redirect'; to: string }
  /** A redirect to a missing page. */
  | { kind: 'broken'; to: string }
  | { kind: 'missing' };

interface BuiltSite {
  /** Get the text of a file by its path below `dist/`; null if there is none. */
  read: (path: string) => string | null;
  /** The text of `_redirects`. */
  redirects?: string;
  /** The base path of the new site, without a trailing slash. */
  base?: string;
}

/** Parse a sitemap (XML) or a list with one address on each line into distinct paths without host, query and `base`. */
export function parseUrlList(text: string, base = ''): string[] {
  const isSitemap = /<(?:urlset|sitemapindex)\b/.test(text);
  const urls = isSitemap
    ? [...text.matchAll(/<loc>\s*(?:<!\[CDATA\[)?\s*([^<\]]+?)\s*(?:\]\]>)?\s*<\/loc>/g)].map(([, url = '']) => decodeReferences(url))
    : text.split(/\r?\n/).map((line) => line.trim());
  const paths = urls.filter((url) => url !== '' && !url.startsWith('#')).map((url) => withoutBase(toPath(url), base));
  return [...new Map(paths.map((path) => [addressKey(path), path])).values()];
}

/** Find out what a built site serves at an old path. */
export function resolveUrl(path: string, { read, redirects = '', base = '' }: BuiltSite): UrlStatus {
  const file = findFile(path, read);
  const metaRefresh = file === null ? undefined : /http-equiv\s*=\s*["']?refresh["']?[^>]*\burl\s*=\s*([^"'>\s]+)/i.exec(file.text)?.[1];
  const to = metaRefresh ?? (file === null ? findRedirect(path, redirects) : undefined);
  if (to !== undefined) return findFile(withoutBase(toPath(to), base), read) === null ? { kind: 'broken', to } : { kind: 'redirect', to };
  if (file === null) return { kind: 'missing' };
  return { kind: file.isPage ? 'page' : 'file' };
}

function toPath(url: string): string {
  return URL.canParse(url, 'http://old.example/') ? new URL(url, 'http://old.example/').pathname : url;
}

function withoutBase(path: string, base: string): string {
  return base !== '' && (path === base || path.startsWith(`${base}/`)) ? path.slice(base.length) || '/' : path;
}

function findRedirect(path: string, redirects: string): string | undefined {
  const rules = redirects.split('\n').map((line) => line.trim().split(/\s+/));
  return rules.find(([from = '']) => from !== '' && addressKey(from) === addressKey(path))?.[1];
}

function findFile(path: string, read: BuiltSite['read']): { text: string; isPage: boolean } | null {
  const name = decodePath(path).replace(/^\/+/, '');
  const candidates =
    name === '' || name.endsWith('/')
      ? [`${name}index.html`, `${name.replace(/\/$/, '')}.html`]
      : [name, `${name}/index.html`, `${name}.html`];
  for (const candidate of candidates) {
    const text = candidate.split('/').includes('..') ? null : read(candidate);
    if (text !== null) return { text, isPage: candidate.endsWith('.html') };
  }
  return null;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

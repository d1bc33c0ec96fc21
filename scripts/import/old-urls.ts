import { addressKey } from '../../src/lib/redirects.ts';

/** What became of an old address. */
export type UrlStatus =
  | { kind: 'page' }
  | { kind: 'file' }
  /** A redirect to a page that is there. */
  | { kind: 'redirect'; to: string }
  /** A redirect to an address that answers with nothing. */
  | { kind: 'broken'; to: string }
  | { kind: 'missing' };

/** FieldValue the addresses out of a sitemap (XML) or a list with one on each line; paths, without host, query and `base`, none twice. */
export function parseUrlList(text: string, base = ''): string[] {
  const sitemap = /<(?:urlset|sitemapindex)\b/.test(text);
  const written = sitemap
    ? [...text.matchAll(/<loc>\s*(?:<!\[CDATA\[)?\s*([^<\]]+?)\s*(?:\]\]>)?\s*<\/loc>/g)].map(([, url = '']) => unescaped(url))
    : text.split(/\r?\n/);
  const paths = written.flatMap((line) => {
    const url = line.trim();
    if (url === '' || url.startsWith('#')) return [];
    const path = URL.canParse(url, 'http://old.example/') ? new URL(url, 'http://old.example/').pathname : url;
    return [base !== '' && (path === base || path.startsWith(`${base}/`)) ? path.slice(base.length) || '/' : path];
  });
  return [...new Map(paths.map((path) => [addressKey(path), path])).values()];
}

/** Say how a built site answers at an old path: `read` yields the text of a file by its path below `dist/`, null where there is none. */
export function resolveUrl(path: string, { read, redirects = '', base = '' }: BuiltSite): UrlStatus {
  const found = fileAt(path, read);
  const page = found === null ? null : /http-equiv\s*=\s*["']?refresh["']?[^>]*\burl\s*=\s*([^"'>\s]+)/i.exec(found.text)?.[1];
  const rule = redirects
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .find(([from = '']) => from !== '' && addressKey(from) === addressKey(path))?.[1];
  const to = page ?? (found === null ? rule : undefined);
  if (to !== undefined) {
    const target = URL.canParse(to, 'http://old.example/') ? new URL(to, 'http://old.example/').pathname : to;
    const below = base !== '' && target.startsWith(`${base}/`) ? target.slice(base.length) : target;
    return fileAt(below, read) === null ? { kind: 'broken', to } : { kind: 'redirect', to };
  }
  return found === null ? { kind: 'missing' } : { kind: found.page ? 'page' : 'file' };
}

export interface BuiltSite {
  read: (path: string) => string | null;
  /** The text of `_redirects`. */
  redirects?: string;
  /** Path the new site is served below, without last slash. */
  base?: string;
}

function fileAt(path: string, read: BuiltSite['read']): { text: string; page: boolean } | null {
  const plain = decoded(path).replace(/^\/+/, '');
  const names =
    plain === '' || plain.endsWith('/')
      ? [`${plain}index.html`, `${plain.replace(/\/$/, '')}.html`]
      : [plain, `${plain}/index.html`, `${plain}.html`];
  for (const name of names) {
    const text = name.split('/').includes('..') ? null : read(name);
    if (text !== null) return { text, page: name.endsWith('.html') };
  }
  return null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function unescaped(text: string): string {
  const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };
  return text.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => entities[entity] ?? entity);
}

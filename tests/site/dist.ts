import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import { Window } from 'happy-dom';
import site from '../fixtures/site/src/site.config.ts';
import { createUrls } from '../../src/lib/urls.ts';

export { site };

/** The project that is built for the tests: our code with the documents, pictures and options of `tests/fixtures/site/`. */
export const testSite = new URL('../../.cache/test-site/', import.meta.url);

/** Its output. */
export const dist = new URL('dist/', testSite);

/** The address builder of the site under test. */
export const urls = createUrls({ origin: site.url, base: site.base, trailingSlash: site.trailingSlash });

/** Every file of the build, by its path below it. */
export function files(): string[] {
  const root = fileURLToPath(dist);
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(posix.join(root, path)).isFile());
}

export function read(path: string): string {
  return bytes(path).toString('utf8');
}

export function bytes(path: string): Buffer {
  return readFileSync(new URL(path, dist));
}

/** The file an address is served from, or null: a page's `index.html`, or the file itself. Takes a path below the origin. */
export function fileAt(path: string): string | null {
  if (!path.startsWith(urls.page())) return null;
  const below = decodeURIComponent(path.slice(urls.page().length));
  const candidates = below === '' || below.endsWith('/') ? [`${below}index.html`] : [below, `${below}/index.html`];
  return candidates.find((file) => existsSync(new URL(file, dist)) && statSync(new URL(file, dist)).isFile()) ?? null;
}

/** Every address the sitemap lists, with the day it was last modified. */
export function sitemap(): { loc: string; lastmod?: string }[] {
  const index = xml.parse(read('sitemap-index.xml')) as { sitemapindex: { sitemap: { loc: string }[] } };
  return index.sitemapindex.sitemap.flatMap(({ loc }) => {
    const file = fileAt(new URL(loc).pathname);
    if (!file) throw new Error(`The sitemap index names ${loc}, which was not built.`);
    return (xml.parse(read(file)) as { urlset: { url: { loc: string; lastmod?: string }[] } }).urlset.url;
  });
}

/** Every page a reader can come to: those of the sitemap, so that new ones are covered unasked, and the 404. */
export function pages(): Page[] {
  return (known ??= [...sitemap().map(({ loc }) => page(loc)), page(urls.absolute(urls.file('404.html')))]);
}

/** Every file that answers at an old address and only leads on: by its path below the build, with its document. */
export function redirects(): { file: string; document: Document }[] {
  return files()
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ file, document: parseHtml(read(file)) }))
    .filter(({ document }) => document.querySelector('meta[http-equiv=refresh]'));
}

/** The page at a path below the site's base, such as `projects/x/`. */
export function pageAt(path: string): Page {
  const found = pages().find(({ url }) => url === urls.absolute(urls.file(path)));
  if (!found) throw new Error(`No page /${path} in the sitemap.`);
  return found;
}

/** What an element says, with blanks as a reader sees them. */
export function textOf(element: Element | null): string {
  const own = element?.cloneNode(true) as Element | undefined;
  for (const silent of own?.querySelectorAll('script, style') ?? []) silent.remove();
  return (own?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Parse a document without running or fetching anything. */
export function parseHtml(html: string): Document {
  return new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document;
}

export interface Page {
  /** The full address. */
  url: string;
  /** The address below the origin, as a name for tests. */
  path: string;
  file: string;
  html: string;
  document: Document;
  /** Language of a translation, by the first part of its address; undefined where that is no language. */
  lang: string | undefined;
  /** Whether this is the page for addresses that don't exist. */
  missing: boolean;
}

let known: Page[] | undefined;

const window = new Window();
const xml = new XMLParser({ isArray: (name) => ['sitemap', 'url'].includes(name), parseTagValue: false });

function page(url: string): Page {
  const path = new URL(url).pathname;
  const file = fileAt(path);
  if (!file) throw new Error(`The sitemap lists ${url}, which was not built.`);
  const html = read(file);
  const [, lang] = /^([a-z]{2,3}(?:-[a-z0-9]+)*)\/./.exec(file.replace(/index\.html$/, '')) ?? [];
  return { url, path, file, html, document: parseHtml(html), lang, missing: file === '404.html' };
}

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import { Window } from 'happy-dom';
import { languageOf } from '../../src/i18n/languages.ts';
import { createUrls } from '../../src/lib/urls.ts';
import site from '../../src/site.config.ts';

export { site };

/**
 * The project under test: the owner's own with `npm run verify`, else our code with the documents, pictures and options of
 * `tests/fixtures/site/`.
 */
export const testSite = new URL(process.env['VERIFY'] ? '../../' : '../../.cache/test-site/', import.meta.url);

/** Its output. */
export const dist = new URL('dist/', testSite);

/** Its address builder. */
export const urls = createUrls({ origin: site.url, base: site.base, trailingSlash: site.trailingSlash });

/** The folder of the owner's editor in the build, if it has one: it is no page of the site. */
const editor = site.editor?.path?.slice(1);

/** List the files of the site by their paths in the build. */
export function files(): string[] {
  const root = fileURLToPath(dist);
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => !(editor && path.startsWith(editor)) && statSync(posix.join(root, path)).isFile(),
  );
}

export function read(path: string): string {
  return bytes(path).toString('utf8');
}

export function bytes(path: string): Buffer {
  return readFileSync(new URL(path, dist));
}

/** Find the file that answers at a path below the origin: a page's `index.html`, or the file itself; null if there is none. */
export function fileAt(path: string): string | null {
  if (!path.startsWith(urls.page())) return null;
  const below = decodeURIComponent(path.slice(urls.page().length));
  const candidates = below === '' || below.endsWith('/') ? [`${below}index.html`] : [below, `${below}/index.html`];
  return candidates.find((file) => existsSync(new URL(file, dist)) && statSync(new URL(file, dist)).isFile()) ?? null;
}

/** List the addresses of the sitemap with the days they were last modified. */
export function sitemap(): { loc: string; lastmod?: string }[] {
  const index = xml.parse(read('sitemap-index.xml')) as { sitemapindex: { sitemap: { loc: string }[] } };
  return index.sitemapindex.sitemap.flatMap(({ loc }) => {
    const file = fileAt(new URL(loc).pathname);
    if (!file) throw new Error(`The sitemap index names ${loc}, which was not built.`);
    return (xml.parse(read(file)) as { urlset: { url: { loc: string; lastmod?: string }[] } }).urlset.url;
  });
}

/** List the pages of the sitemap, the 404 page, and the pages that only their addresses lead to. */
export function pages(): Page[] {
  const others = ['404.html', ...files().filter(isSecret)].map((file) => urls.absolute(urls.file(file.replace(/index\.html$/, ''))));
  return (known ??= [...sitemap().map(({ loc }) => loc), ...others].map(page));
}

/** List the pages that everybody can find. */
export function publicPages(): Page[] {
  return pages().filter(({ secret }) => !secret);
}

/** Whether a file of the output is a page that only its address leads to. */
export function isSecret(file: string): boolean {
  return /^shared\/[^/]+\/index\.html$/.test(file);
}

/** List the pages that redirect from a former address, by their paths in the build. */
export function redirects(): { file: string; document: Document }[] {
  return files()
    .filter((file) => file.endsWith('.html'))
    .map((file) => ({ file, document: parseHtml(read(file)) }))
    .filter(({ document }) => document.querySelector('meta[http-equiv=refresh]'));
}

/** Find the page at a path below the site's base, such as `projects/x/`. */
export function pageAt(path: string): Page {
  const found = pages().find(({ url }) => url === urls.absolute(urls.file(path)));
  if (!found) throw new Error(`No page /${path} in the sitemap.`);
  return found;
}

/** Read the text of an element, with whitespace as a browser shows it. */
export function textOf(element: Element | null): string {
  const own = element?.cloneNode(true) as Element | undefined;
  for (const silent of own?.querySelectorAll('script, style') ?? []) silent.remove();
  return (own?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Read the words of a text that its author wrote, without those that the templates add to a comparison and a card. */
export function writtenText(element: Element): string {
  const own = element.cloneNode(true) as Element;
  for (const added of own.querySelectorAll('.embed-opens')) added.remove();
  return element.matches('.compare-names') ? '' : textOf(own);
}

/** Parse a document; runs and fetches nothing. */
export function parseHtml(html: string): Document {
  return new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document;
}

export interface Page {
  /** Full address. */
  url: string;
  /** Path below the origin, as a name for tests. */
  path: string;
  file: string;
  html: string;
  document: Document;
  /** Language of a translation, from the first part of its path; undefined for originals. */
  lang: string | undefined;
  /** Whether this is the 404 page. */
  missing: boolean;
  /** Whether only its address leads to it. */
  secret: boolean;
}

let known: Page[] | undefined;

const window = new Window();
const xml = new XMLParser({ isArray: (name) => ['sitemap', 'url'].includes(name), parseTagValue: false });

function page(url: string): Page {
  const path = new URL(url).pathname;
  const file = fileAt(path);
  if (!file) throw new Error(`The sitemap lists ${url}, which was not built.`);
  const html = read(file);
  const [, tag] = /^([a-z]{2,3}(?:-[a-z0-9]+)*)\//i.exec(file) ?? [];
  // A page of the owner's may have a name as short as that of a language.
  const lang = tag !== undefined && languageOf(tag) !== null ? tag : undefined;
  return { url, path, file, html, document: parseHtml(html), lang, missing: file === '404.html', secret: isSecret(file) };
}

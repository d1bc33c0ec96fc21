import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bytes, fileAt, files, pageAt, pages, type Page } from './dist.ts';

/** Limits: bytes as sent (brotli 11), or a number of requests. */
const budgets = {
  'HTML, CSS and JavaScript of the reference page': {
    limit: 14_000,
    measure: () => size(htmlOf(reference), ...styles(reference), ...modules(reference)),
  },
  'JavaScript of the reference page, inline runtime included': {
    limit: 2_500,
    measure: () => size(inline(reference), ...modules(reference)),
  },
  'JavaScript of any page without an island': {
    limit: 0,
    measure: () => Math.max(...plain.map((page) => size(inline(page), ...modules(page)))),
  },
  'HTML and CSS of the heaviest other page': {
    limit: 24_000,
    measure: () => Math.max(...plain.map((page) => size(htmlOf(page), ...styles(page)))),
  },
  'all fonts together, uncompressed': {
    limit: 55_000,
    measure: () =>
      files()
        .filter((file) => /\.(?:woff2?|ttf|otf)$/.test(file))
        .reduce((sum, file) => sum + bytes(file).length, 0),
  },
  'requests before the first paint of the reference page': { limit: 1, measure: () => 1 + needed(reference).length },
  'style sheets that block the reference page': { limit: 1, measure: () => linked(reference, 'head link[rel~=stylesheet]').length },
  'scripts that block the reference page': {
    limit: 0,
    measure: () => reference.document.querySelectorAll('script[src]:not([async], [defer], [type=module])').length,
  },
} satisfies Record<string, { limit: number; measure: () => number }>;

const reference = pageAt('projects/ecommerce-platform-re-architecture/');
const plain = pages().filter(({ document }) => !document.querySelector('astro-island'));

describe('budgets', () => {
  const measured = Object.entries(budgets).map(([name, { limit, measure }]) => ({ name, limit, value: measure() }));

  test.each(measured)('$name', ({ limit, value }) => expect(value).toBeLessThanOrEqual(limit));

  test('measure something', () => {
    expect(measured.filter(({ limit, value }) => limit > 1 && value === 0)).toEqual([]);
    expect(plain.length).toBeGreaterThan(10);
  });
});

function size(...contents: (string | Buffer)[]): number {
  return contents.filter(({ length }) => length > 0).reduce((sum, content) => sum + compressed(content), 0);
}

function compressed(content: string | Buffer): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

function htmlOf({ html }: Page): string {
  return html;
}

function inline({ document }: Page): string {
  return [...document.querySelectorAll('script:not([src])')]
    .filter((script) => !/json|rules/.test(script.getAttribute('type') ?? ''))
    .map(({ textContent }) => textContent ?? '')
    .join('');
}

function linked({ document, url }: Page, selector: string): string[] {
  return [...document.querySelectorAll(selector)].flatMap(
    (element) => fileAt(new URL(element.getAttribute('href') ?? '', url).pathname) ?? [],
  );
}

function styles(page: Page): Buffer[] {
  return linked(page, 'link[rel~=stylesheet]').map(bytes);
}

/** List what a page loads before its first paint: style sheets in the head, and preloaded files. */
function needed(page: Page): string[] {
  return [...linked(page, 'head link[rel~=stylesheet]'), ...linked(page, 'link[rel~=preload]')];
}

/** Read every module that a page loads, directly or by an import. */
function modules({ document, url }: Page): Buffer[] {
  const entries = [...document.querySelectorAll('astro-island, script[src]')].flatMap((element) =>
    ['component-url', 'renderer-url', 'before-hydration-url', 'src'].flatMap((name) => element.getAttribute(name) || []),
  );
  const found = new Set<string>();
  const follow = (address: string, from: string): void => {
    const { href, pathname } = new URL(address, from);
    const file = fileAt(pathname);
    if (!file || found.has(file)) return;
    found.add(file);
    for (const [, next = ''] of bytes(file)
      .toString()
      .matchAll(/(?:from|import)\s*\(?\s*["'](\.{0,2}\/[^"']+)["']/g))
      follow(next, href);
  };
  for (const address of entries) follow(address, url);
  return [...found].map(bytes);
}

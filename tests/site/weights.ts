import { brotliCompressSync, constants } from 'node:zlib';
import { bytes, fileAt, type Page } from './dist.ts';

/** Add up contents as sent, each compressed by itself: bytes after brotli 11. */
export function size(...contents: (string | Buffer)[]): number {
  return contents.filter(({ length }) => length > 0).reduce((sum, content) => sum + compressed(content), 0);
}

function compressed(content: string | Buffer): number {
  return brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/** Join the scripts in a page, its data blocks excluded. */
export function inline({ document }: Page): string {
  return [...document.querySelectorAll('script:not([src])')]
    .filter((script) => !/json|rules/.test(script.getAttribute('type') ?? ''))
    .map(({ textContent }) => textContent ?? '')
    .join('');
}

/** List the files of the build that the elements of a selector link to. */
export function linked({ document, url }: Page, selector: string): string[] {
  return [...document.querySelectorAll(selector)].flatMap(
    (element) => fileAt(new URL(element.getAttribute('href') ?? '', url).pathname) ?? [],
  );
}

/** Read the style sheets that a page links. */
export function styles(page: Page): Buffer[] {
  return linked(page, 'link[rel~=stylesheet]').map(bytes);
}

/** List what a page loads before its first paint: style sheets in the head, and preloaded files. */
export function needed(page: Page): string[] {
  return [...linked(page, 'head link[rel~=stylesheet]'), ...linked(page, 'link[rel~=preload]')];
}

/** Read every module that a page loads, directly or by an import. */
export function modules({ document, url }: Page): Buffer[] {
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

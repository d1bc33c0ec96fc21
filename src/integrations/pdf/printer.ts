import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page, Route } from 'playwright-core';
import { contentTypeOf } from '../../lib/delivery/content-types.ts';
import type { Site } from '../../schemas/site.ts';
import { launch } from './chromium.ts';

/** Prints pages of a built site. */
export interface Printer {
  /** Print the page at a path below the origin; `html` replaces the content of its file. */
  print: (path: string, html?: string) => Promise<Buffer>;
  close: () => Promise<void>;
}

/**
 * Start a browser that serves itself the files of a folder under the site's own address, so that a PDF contains published links. It
 * reaches nothing else on the network and runs no scripts.
 */
export async function openPrinter(dir: URL, { url, base, pdf }: Pick<Site, 'url' | 'base' | 'pdf'>): Promise<Printer> {
  const browser = await launch();
  const context = await browser.newContext({
    javaScriptEnabled: false,
    reducedMotion: 'reduce',
    colorScheme: 'light',
    deviceScaleFactor: 2,
  });
  const replacements = new Map<string, string>();
  const root = base.replace(/\/$/, '');
  const answer = async (route: Route): Promise<void> => {
    const { origin, pathname } = new URL(route.request().url());
    const file = origin === url && pathname.startsWith(`${root}/`) ? fileAt(dir, decodeURIComponent(pathname.slice(root.length))) : null;
    const html = replacements.get(pathname) ?? (file?.endsWith('.html') ? readFileSync(file, 'utf8') : null);
    if (html !== null) return route.fulfill({ contentType: contentTypeOf('html'), body: withoutSources(html) });
    if (file === null) return route.abort();
    return route.fulfill({ path: file, contentType: contentTypeOf(extname(file).slice(1)) });
  };
  await context.route('**/*', answer);
  return {
    print: async (path, html) => {
      if (html !== undefined) replacements.set(path, html);
      const tab = await context.newPage();
      try {
        // Before loading, so that files for print only are waited for too.
        await tab.emulateMedia({ media: 'print' });
        await tab.goto(url + path, { waitUntil: 'load' });
        await settle(tab);
        return await tab.pdf({ format: pdf.paper, tagged: true, outline: true });
      } finally {
        await tab.close();
      }
    },
    close: () => browser.close(),
  };
}

/**
 * Wait until every font and picture of a page is loaded. A quiet network is not enough: a busy machine lays a page out late, and only then
 * asks for its fonts; text in another font would move to other pages. Throws when that takes more than a minute.
 */
async function settle(tab: Page): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await tab.evaluate(isSettled))) {
    if (Date.now() > end) throw new Error(`The fonts and pictures of ${tab.url()} do not load.`);
    await setTimeout(20);
  }
}

/** Runs in the page, which has no scripts and thus no callbacks: it asks for the fonts, and is called again. */
function isSettled(): boolean {
  for (const face of document.fonts) if (face.status === 'unloaded') void face.load();
  const fonts = [...document.fonts].every(({ status }) => status === 'loaded' || status === 'error');
  return fonts && [...document.images].every(({ complete }) => complete);
}

/** Remove picture sources, so that pages use the JPEG: a PDF embeds a JPEG as it is, but a WebP as pixels, at four times the size. */
function withoutSources(html: string): string {
  return html.replace(/<source\b[^>]*>/g, '');
}

function fileAt(dir: URL, path: string): string | null {
  const file = join(fileURLToPath(dir), path);
  return [file, join(file, 'index.html')].find((candidate) => existsSync(candidate) && statSync(candidate).isFile()) ?? null;
}

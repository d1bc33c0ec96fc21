import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Route } from 'playwright-core';
import { contentTypes } from '../../lib/delivery/content-types.ts';
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
    if (html !== null) return route.fulfill({ contentType: types.get('html'), body: withoutSources(html) });
    if (file === null) return route.abort();
    return route.fulfill({ path: file, contentType: types.get(extname(file).slice(1)) ?? 'application/octet-stream' });
  };
  await context.route('**/*', answer);
  return {
    print: async (path, html) => {
      if (html !== undefined) replacements.set(path, html);
      const tab = await context.newPage();
      try {
        // Before loading, so that files for print only are waited for too.
        await tab.emulateMedia({ media: 'print' });
        await tab.goto(url + path, { waitUntil: 'networkidle' });
        return await tab.pdf({ format: pdf.paper, tagged: true, outline: true });
      } finally {
        await tab.close();
      }
    },
    close: () => browser.close(),
  };
}

const types: ReadonlyMap<string, string> = new Map(
  Object.entries(contentTypes).map(([extension, type]) => [extension, type.startsWith('text/') ? `${type}; charset=utf-8` : type]),
);

/** Remove picture sources, so that pages use the JPEG: a PDF embeds a JPEG as it is, but a WebP as pixels, at four times the size. */
function withoutSources(html: string): string {
  return html.replace(/<source\b[^>]*>/g, '');
}

function fileAt(dir: URL, path: string): string | null {
  const file = join(fileURLToPath(dir), path);
  return [file, join(file, 'index.html')].find((candidate) => existsSync(candidate) && statSync(candidate).isFile()) ?? null;
}

import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Route } from 'playwright-core';
import { contentTypes } from '../../lib/delivery/content-types.ts';
import type { Site } from '../../schemas/site.ts';
import { launch } from './chromium.ts';

/** Prints pages of a built site. */
export interface Printer {
  /** The page at a path below the origin as PDF; `html` stands in for the file that is there. */
  print: (path: string, html?: string) => Promise<Buffer>;
  close: () => Promise<void>;
}

/**
 * Start a browser that sees the files of a folder at the site's own address, and nothing else of the network: what a page links
 * to is then spelt in its PDF as it is published. No script runs there.
 */
export async function openPrinter(dir: URL, { url, base, pdf }: Pick<Site, 'url' | 'base' | 'pdf'>): Promise<Printer> {
  const browser = await launch();
  const context = await browser.newContext({
    javaScriptEnabled: false,
    reducedMotion: 'reduce',
    colorScheme: 'light',
    deviceScaleFactor: 2,
  });
  const sheets = new Map<string, string>();
  const root = base.replace(/\/$/, '');
  const answer = async (route: Route): Promise<void> => {
    const { origin, pathname } = new URL(route.request().url());
    const file = origin === url && pathname.startsWith(`${root}/`) ? fileAt(dir, decodeURIComponent(pathname.slice(root.length))) : null;
    const html = sheets.get(pathname) ?? (file?.endsWith('.html') ? readFileSync(file, 'utf8') : null);
    if (html !== null) return route.fulfill({ contentType: types.get('html'), body: withoutSources(html) });
    if (file === null) return route.abort();
    return route.fulfill({ path: file, contentType: types.get(extname(file).slice(1)) ?? 'application/octet-stream' });
  };
  await context.route('**/*', answer);
  return {
    print: async (path, html) => {
      if (html !== undefined) sheets.set(path, html);
      const tab = await context.newPage();
      try {
        // What only paper asks for is then waited for like the rest.
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
  Object.entries(contentTypes).map(([ending, type]) => [ending, type.startsWith('text/') ? `${type}; charset=utf-8` : type]),
);

/** A PDF takes a JPEG as it is; of a WebP it keeps every pixel, at four times the size. */
function withoutSources(html: string): string {
  return html.replace(/<source\b[^>]*>/g, '');
}

function fileAt(dir: URL, path: string): string | null {
  const file = join(fileURLToPath(dir), path);
  return [file, join(file, 'index.html')].find((candidate) => existsSync(candidate) && statSync(candidate).isFile()) ?? null;
}

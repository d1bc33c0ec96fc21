import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import type { Browser, Page as Tab } from 'playwright-core';
import { dist, fileAt } from '../site/dist.ts';
import { launch } from '../../src/integrations/pdf/chromium.ts';

/** Serve the site under test as a plain file host would, and start a browser; `close` ends both. */
export async function openSite(): Promise<Site> {
  const browser = await launch();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = fileAt(pathname);
    void readFile(new URL(file ?? '404.html', dist)).then((content) => {
      response.writeHead(file ? 200 : 404, {
        'content-type': types[extname(file ?? '.html')] ?? 'application/octet-stream',
        'cache-control': file?.startsWith('_astro/') ? 'max-age=31536000, immutable' : 'no-cache',
      });
      response.end(content);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    browser,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      await browser.close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
}

/** Record the errors of a page: messages of the console, violations of its policy, exceptions, failed requests. */
export function recordErrors(tab: Tab): string[] {
  const errors: string[] = [];
  tab.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) errors.push(`${message.type()}: ${message.text()}`);
  });
  tab.on('pageerror', (error) => errors.push(`exception: ${error.message}`));
  tab.on('requestfailed', (request) => {
    // The browser aborts what it is still loading when it leaves a page.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') errors.push(`failed: ${request.url()}`);
  });
  tab.on('response', (response) => {
    if (response.status() >= 400) errors.push(`${response.status()}: ${response.url()}`);
  });
  return errors;
}

/** Record layout shifts from the first paint of the next page on; returns a function that lists those up to now. */
export async function recordShifts(tab: Tab): Promise<() => Promise<Shift[]>> {
  await tab.addInitScript(() => {
    const shifts: Shift[] = [];
    const record = (entries: PerformanceEntryList) => {
      for (const { value, sources } of entries as unknown as LayoutShift[])
        shifts.push({ value, of: sources.map(({ node }) => (node as Element | null)?.outerHTML?.slice(0, 80) ?? '') });
    };
    const observer = new PerformanceObserver((list) => record(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    (globalThis as unknown as Recorder).readShifts = () => {
      record(observer.takeRecords());
      return shifts;
    };
  });
  return async () => {
    await nextPaint(tab);
    return tab.evaluate(() => (globalThis as unknown as Recorder).readShifts());
  };
}

/** Wait until everything that has changed so far has been painted. */
export function nextPaint(tab: Tab): Promise<void> {
  return tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));
}

export interface Shift {
  /** Score of the shift, from 0. */
  value: number;
  /** Beginnings of the elements that moved. */
  of: string[];
}

interface Recorder {
  readShifts: () => Shift[];
}

interface LayoutShift {
  value: number;
  sources: { node: Node | null }[];
}

export interface Site {
  browser: Browser;
  /** Where it is served, without a slash at the end. */
  origin: string;
  close: () => Promise<void>;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.woff2': 'font/woff2',
};

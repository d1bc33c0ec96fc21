import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../../src/integrations/pdf/chromium.ts';
import { recordErrors } from '../browser/served.ts';
import { pages, urls } from '../site/dist.ts';
import { serve } from './serve.ts';

const withIsland = pages().find(({ document }) => document.querySelector('astro-island'))?.path ?? '';
const withVisibleLink = urls.page();
const withFileLink = urls.page('feeds');

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), serve('caddy')]);
}, 60_000);
afterAll(() => Promise.all([browser?.close(), server?.close()]));

test.each([withVisibleLink, withIsland])('a browser reports no error on %s with its headers', async (path) => {
  const tab = await browser.newPage();
  const complaints = recordErrors(tab);
  await tab.goto(server.origin + path, { waitUntil: 'networkidle' });
  for (const island of await tab.locator('astro-island').all()) await island.scrollIntoViewIfNeeded();
  await tab.waitForFunction(() => document.querySelectorAll('astro-island[ssr]').length === 0);
  expect(complaints).toEqual([]);
  await tab.close();
});

test('a page is prefetched while the pointer rests on its link, and a file is not', async () => {
  const tab = await browser.newPage();
  const prefetched: string[] = [];
  tab.on('request', (request) => {
    if (request.headers()['sec-purpose']?.startsWith('prefetch')) prefetched.push(new URL(request.url()).pathname);
  });
  await tab.goto(server.origin + withFileLink, { waitUntil: 'networkidle' });
  await tab
    .locator(`a[href="${urls.file('rss.xml')}"]:visible`)
    .first()
    .hover();
  const page = urls.page('projects');
  await tab.locator(`a[href="${page}"]:visible`).first().hover();
  await expect.poll(() => prefetched, { timeout: 5_000 }).toContain(page);
  expect(prefetched.filter((path) => path.includes('.'))).toEqual([]);
  await tab.close();
});

test('another site may not frame a page', async () => {
  const tab = await browser.newPage();
  const blocked = tab.waitForEvent('console', { predicate: (message) => /frame-ancestors|X-Frame-Options/i.test(message.text()) });
  await tab.setContent(`<iframe src="${server.origin}${urls.page()}"></iframe>`);
  expect((await blocked).type()).toBe('error');
  await tab.close();
});

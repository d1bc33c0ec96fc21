import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../../src/integrations/pdf/chromium.ts';
import { recordErrors } from '../browser/served.ts';
import { pages, urls } from '../site/dist.ts';
import { serve } from './serve.ts';

const withIsland = pages().find(({ document }) => document.querySelector('astro-island'))?.path ?? '';
const withVisibleLink = urls.page();

let browser: Browser;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), serve('caddy')]);
}, 60_000);
afterAll(() => Promise.all([browser?.close(), server?.close()]));

test.each([withVisibleLink, withIsland])('a browser has nothing against %s and its headers', async (path) => {
  const tab = await browser.newPage();
  const complaints = recordErrors(tab);
  await tab.goto(server.origin + path, { waitUntil: 'networkidle' });
  for (const island of await tab.locator('astro-island').all()) await island.scrollIntoViewIfNeeded();
  await tab.waitForFunction(() => document.querySelectorAll('astro-island[ssr]').length === 0);
  expect(complaints).toEqual([]);
  await tab.close();
});

test('a page is fetched while the pointer rests on its link, a file is not', async () => {
  const tab = await browser.newPage();
  const fetched: string[] = [];
  tab.on('request', (request) => {
    if (request.headers()['sec-purpose']?.startsWith('prefetch')) fetched.push(new URL(request.url()).pathname);
  });
  await tab.goto(server.origin + withVisibleLink, { waitUntil: 'networkidle' });
  await tab
    .locator(`a[href="${urls.file('rss.xml')}"]:visible`)
    .first()
    .hover();
  const page = urls.page('projects');
  await tab.locator(`a[href="${page}"]:visible`).first().hover();
  await expect.poll(() => fetched, { timeout: 5_000 }).toContain(page);
  expect(fetched.filter((path) => path.includes('.'))).toEqual([]);
  await tab.close();
});

test('another site may not frame a page', async () => {
  const tab = await browser.newPage();
  const refused = tab.waitForEvent('console', { predicate: (message) => /frame-ancestors|X-Frame-Options/i.test(message.text()) });
  await tab.setContent(`<iframe src="${server.origin}${urls.page()}"></iframe>`);
  expect((await refused).type()).toBe('error');
  await tab.close();
});

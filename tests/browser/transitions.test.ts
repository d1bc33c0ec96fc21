import type { Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { urls } from '../site/dist.ts';
import { openSite, type Site } from './served.ts';

const slug = 'ferry-timetable-single-source';
const list = urls.page('projects');
const page = urls.page('projects', slug);

let site: Site;

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Open the list in a tab that records the view transition to each page: the names of its groups, or null without one. */
async function openList(reducedMotion: 'reduce' | 'no-preference'): Promise<Tab> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion });
  const tab = await context.newPage();
  await tab.addInitScript(() =>
    addEventListener('pagereveal', (event) => {
      const { viewTransition } = event as unknown as { viewTransition: { ready: Promise<void> } | null };
      const pseudo = ({ effect }: Animation) => (effect as KeyframeEffect).pseudoElement ?? '';
      (globalThis as { moved?: unknown }).moved = viewTransition
        ? viewTransition.ready.then(() =>
            document
              .getAnimations()
              .map(pseudo)
              .filter((name) => name.includes('-group(')),
          )
        : null;
    }),
  );
  await tab.goto(site.origin + list);
  return tab;
}

const transitionTo = async (tab: Tab, path: string): Promise<string[] | null> => {
  await tab.waitForURL(site.origin + path);
  await tab.waitForFunction(() => 'moved' in globalThis);
  return tab.evaluate(() => (globalThis as unknown as { moved: Promise<string[]> | null }).moved);
};
const groups = ['picture', 'title'].map((what) => `::view-transition-group(${what}-${slug})`);

test('the picture and the title of a case move to its page, and back', async () => {
  const tab = await openList('no-preference');
  // The browser skips the transition to a page whose last style sheet is late; the next attempt finds it in the cache.
  await expect
    .poll(
      async () => {
        await tab.locator(`.case a[href="${page}"]`).click();
        const opened = await transitionTo(tab, page);
        await tab.goBack();
        return [opened, await transitionTo(tab, list)];
      },
      { timeout: 20_000 },
    )
    .toEqual([expect.arrayContaining(groups), expect.arrayContaining(groups)]);
  await tab.context().close();
});

test('nothing moves for readers who prefer reduced motion', async () => {
  const tab = await openList('reduce');
  await tab.locator(`.case a[href="${page}"]`).click();
  expect(await transitionTo(tab, page)).toBeNull();
  await tab.context().close();
});

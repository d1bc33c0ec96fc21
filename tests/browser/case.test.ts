import type { BrowserContextOptions, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageAt, textOf, urls } from '../site/dist.ts';
import { complaintsOf, openSite, type Site } from './served.ts';

const reference = urls.page('projects', 'ecommerce-platform-re-architecture');
const written = [...pageAt('projects/ecommerce-platform-re-architecture/').document.querySelectorAll('.strip .figure')].map(textOf);

let site: Site;

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Open the reference page under given circumstances, do something there, and leave; `faces` tells whether ours come. */
async function visit<T>({ faces = true, ...options }: Circumstances, act: (tab: Tab) => Promise<T>): Promise<T> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  if (!faces) await context.route('**/*.woff2', (route) => route.abort());
  const tab = await context.newPage();
  // Keeps every text the figures go through from the very first.
  await tab.addInitScript(() => {
    const seen: string[] = ((globalThis as unknown as { seen: string[] }).seen = []);
    new MutationObserver((records) => {
      for (const { target } of records)
        if (target.parentElement?.closest('.strip .figure') || (target as Element).closest?.('.strip .figure'))
          seen.push((target.textContent ?? '').replace(/\s+/g, ' ').trim());
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await tab.goto(site.origin + reference);
  const result = await act(tab);
  await context.close();
  return result;
}

const hydrated = (tab: Tab) => tab.waitForSelector('astro-island:not([ssr])');
const figures = async (tab: Tab) => (await tab.locator('.strip .figure').allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
const seen = (tab: Tab) => tab.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);

/** Wait until nothing has changed for longer than two frames. */
async function settled(tab: Tab): Promise<void> {
  await hydrated(tab);
  let before = -1;
  await expect
    .poll(
      async () => {
        const now = (await seen(tab)).length;
        const same = now === before;
        before = now;
        return same;
      },
      { interval: 300, timeout: 10_000 },
    )
    .toBe(true);
}

describe('the strip of figures', () => {
  test('counts up once it is seen, and ends on the very text that was served', async () => {
    await visit({}, async (tab) => {
      const complaints = complaintsOf(tab);
      await settled(tab);
      const frames = new Set(await seen(tab));
      expect(frames.size).toBeGreaterThan(5);
      expect(await figures(tab)).toEqual(written);
      expect(complaints).toEqual([]);
    });
  });

  test('stands still for those who want no motion', async () => {
    await visit({ reducedMotion: 'reduce' }, async (tab) => {
      await hydrated(tab);
      await tab.waitForTimeout(400);
      const changes = (await seen(tab)).filter((text) => !written.some((whole) => whole.includes(text.trim())));
      expect(changes).toEqual([]);
      expect(await tab.evaluate(() => document.getAnimations().length)).toBe(0);
      expect(await figures(tab)).toEqual(written);
    });
  });

  test('is no live region: nobody is read the figures in between', async () => {
    await visit({}, async (tab) =>
      expect(await tab.locator(':is([aria-live]:not([aria-live=off]), [role=status], output) .figure').count()).toBe(0),
    );
  });

  test('draws its bars to scale, from zero', async () => {
    await visit({ reducedMotion: 'reduce' }, async (tab) => {
      const bars = await tab.locator('.strip svg.scale').evaluateAll((drawings) =>
        drawings.map((drawing) => {
          const { left, width } = drawing.getBoundingClientRect();
          return [...drawing.querySelectorAll('rect')]
            .map((bar) => bar.getBoundingClientRect())
            .map((bar) => [(bar.left - left) / width, bar.width / width]);
        }),
      );
      const expected = [
        [1, 0.3],
        [1 / 1.25, 1],
        [1, 0.999],
        [1 / 1.15, 1],
      ];
      expect(bars.map((drawn) => drawn.map(([start = NaN]) => Math.abs(start) < 0.01))).toEqual(expected.map(() => [true, true]));
      const errors = bars.flatMap((drawn, cell) =>
        drawn.map(([, length = NaN], bar) => Math.abs(length / (expected[cell]?.[bar] ?? NaN) - 1)),
      );
      expect(errors.filter((error) => !(error < 0.01))).toEqual([]);
    });
  });
});

describe('without JavaScript', () => {
  test('the case study is complete', async () => {
    await visit({ javaScriptEnabled: false }, async (tab) => {
      expect(await figures(tab)).toEqual(written);
      for (const figure of await tab.locator('.strip .figure').all()) expect(await figure.isVisible()).toBe(true);
      expect(await tab.getByText('Decomposing a tightly coupled monolithic application').isVisible()).toBe(true);
    });
  });

  test('a screenshot opens in full size and closes again', async () => {
    await visit({ javaScriptEnabled: false }, async (tab) => {
      const dialog = tab.locator('dialog').first();
      expect(await dialog.isVisible()).toBe(false);
      const opener = tab.locator('button[command=show-modal]').first();
      const close = dialog.getByRole('button', { name: 'Close', exact: true });
      for (const leave of [() => tab.keyboard.press('Escape'), () => tab.keyboard.press('Enter'), () => close.click()]) {
        await opener.press('Enter');
        expect(await dialog.isVisible()).toBe(true);
        expect(await close.evaluate((button) => button === document.activeElement)).toBe(true);
        await leave();
        expect(await dialog.isVisible()).toBe(false);
        expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
      }
    });
  });
});

describe.each([
  ['wide', { width: 1280, height: 800 }],
  ['narrow', { width: 390, height: 844 }],
])('on a %s screen', (_name, viewport) => {
  // What faces move that come after the first paint is a subject of reading.test.ts.
  test('nothing moves while the page loads, is scrolled through and comes to life', async () => {
    await visit({ viewport, faces: false }, async (tab) => {
      await settled(tab);
      await tab.evaluate(async () => {
        for (let top = 0; top < document.body.scrollHeight; top += innerHeight / 2) {
          scrollTo({ top, behavior: 'instant' });
          await new Promise((resolve) => setTimeout(resolve, 60));
        }
      });
      const shifts = await tab.evaluate(
        () =>
          new Promise<{ value: number; of: string[] }[]>((resolve) => {
            const observer = new PerformanceObserver((list) =>
              resolve(
                list
                  .getEntries()
                  .map((entry) => entry as unknown as Shift)
                  .map(({ value, sources }) => ({
                    value,
                    of: sources.map(({ node }) => (node as Element | null)?.outerHTML?.slice(0, 80) ?? ''),
                  })),
              ),
            );
            observer.observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => resolve([]), 300);
          }),
      );
      expect(shifts).toEqual([]);
    });
  });

  test('the figures are seen early', async () => {
    await visit({ viewport }, async (tab) => {
      const { y = Infinity } = (await tab.locator('.strip').boundingBox()) ?? {};
      expect(y).toBeLessThan(viewport.width > 1000 ? 800 : viewport.height * 1.5);
    });
  });
});

interface Circumstances extends BrowserContextOptions {
  faces?: boolean;
}

interface Shift {
  value: number;
  sources: { node: Node | null }[];
}

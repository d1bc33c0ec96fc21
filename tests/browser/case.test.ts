import type { BrowserContextOptions, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageAt, textOf, urls } from '../site/dist.ts';
import { nextPaint, openSite, recordErrors, recordShifts, type Site } from './served.ts';

const reference = urls.page('projects', 'ecommerce-platform-re-architecture');
const served = [...pageAt('projects/ecommerce-platform-re-architecture/').document.querySelectorAll('.strip .figure')].map(textOf);

let site: Site;

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Open the reference page in a context of its own, act there, and close it. */
async function visit(options: BrowserContextOptions, act: (tab: Tab) => Promise<unknown>, prepare?: (tab: Tab) => Promise<unknown>) {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const tab = await context.newPage();
  // Records every text that a figure has, from the first.
  await tab.addInitScript(() => {
    const texts: string[] = ((globalThis as unknown as Recorder).texts = []);
    new MutationObserver((records) => {
      for (const { target } of records)
        if (target.parentElement?.closest('.strip .figure') || (target as Element).closest?.('.strip .figure'))
          texts.push((target.textContent ?? '').replace(/\s+/g, ' ').trim());
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  await prepare?.(tab);
  await tab.goto(site.origin + reference);
  await act(tab);
  await context.close();
}

const hydrated = (tab: Tab) => tab.waitForSelector('astro-island:not([ssr])');
const figures = async (tab: Tab) => (await tab.locator('.strip .figure').allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
const recorded = (tab: Tab) => tab.evaluate(() => (globalThis as unknown as Recorder).texts);

/** Wait until the figures have counted up and show what was served. */
async function countedUp(tab: Tab): Promise<void> {
  await tab.waitForFunction(() => (globalThis as unknown as Recorder).texts.length > 5);
  await expect.poll(() => figures(tab), { timeout: 10_000 }).toEqual(served);
}

describe('the strip of figures', () => {
  test('counts up once it is in view, and ends with the text that was served', async () => {
    let errors: string[] = [];
    await visit(
      {},
      async (tab) => {
        await countedUp(tab);
        expect(new Set(await recorded(tab)).size).toBeGreaterThan(5);
        expect(errors).toEqual([]);
      },
      async (tab) => (errors = recordErrors(tab)),
    );
  });

  test('does not move for readers who prefer reduced motion', async () => {
    await visit(
      { reducedMotion: 'reduce' },
      async (tab) => {
        await hydrated(tab);
        await tab.clock.runFor(2000);
        const changes = (await recorded(tab)).filter((text) => !served.some((whole) => whole.includes(text.trim())));
        expect(changes).toEqual([]);
        expect(await tab.evaluate(() => document.getAnimations().length)).toBe(0);
        expect(await figures(tab)).toEqual(served);
      },
      (tab) => tab.clock.install(),
    );
  });

  test('is no live region: a screen reader does not read the numbers in between', async () => {
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
      expect(await figures(tab)).toEqual(served);
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
  // Fonts do not load here: reading.test.ts has what moves when they replace their fallbacks.
  test('nothing moves while the page loads, hydrates and is scrolled', async () => {
    let readShifts: Awaited<ReturnType<typeof recordShifts>>;
    await visit(
      { viewport },
      async (tab) => {
        await countedUp(tab);
        const height = await tab.evaluate(() => document.body.scrollHeight);
        for (let top = 0; top < height; top += viewport.height / 2) {
          await tab.evaluate((to) => scrollTo({ top: to, behavior: 'instant' }), top);
          await nextPaint(tab);
        }
        expect(await readShifts()).toEqual([]);
      },
      async (tab) => {
        await tab.route('**/*.woff2', (route) => route.abort());
        readShifts = await recordShifts(tab);
      },
    );
  });

  test('the figures are near the top', async () => {
    await visit({ viewport }, async (tab) => {
      const { y = Infinity } = (await tab.locator('.strip').boundingBox()) ?? {};
      expect(y).toBeLessThan(viewport.width > 1000 ? 800 : viewport.height * 1.5);
    });
  });
});

interface Recorder {
  texts: string[];
}

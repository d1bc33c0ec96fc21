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
  // Records what changes in the strip after the parser has finished it.
  await tab.addInitScript(() => {
    const changes: string[] = ((globalThis as unknown as Recorder).changes = []);
    new MutationObserver((records) => {
      if (document.readyState === 'loading') return;
      for (const { target, type } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        if (element?.closest('.strip')) changes.push(`${type}: ${element.outerHTML.slice(0, 120)}`);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await prepare?.(tab);
  await tab.goto(site.origin + reference);
  await act(tab);
  await context.close();
}

const hydrated = (tab: Tab) => tab.waitForSelector('astro-island:not([ssr])');
const figures = async (tab: Tab) => (await tab.locator('.strip .figure').allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());

describe('the strip of figures', () => {
  test.each([
    ['a wide screen, where it is in view', { width: 1280, height: 800 }],
    ['a narrow one, where it is scrolled to', { width: 390, height: 400 }],
  ])('shows what was served from the first frame on, and no text or bar of it ever changes, on %s', async (_screen, viewport) => {
    let errors: string[] = [];
    await visit(
      { viewport },
      async (tab) => {
        await tab.locator('.strip').scrollIntoViewIfNeeded();
        await hydrated(tab);
        await tab.clock.runFor(3000);
        expect(await tab.evaluate(() => (globalThis as unknown as Recorder).changes)).toEqual([]);
        expect(await tab.evaluate(() => document.getAnimations().length)).toBe(0);
        expect(await figures(tab)).toEqual(served);
        expect(errors).toEqual([]);
      },
      async (tab) => {
        errors = recordErrors(tab);
        await tab.clock.install();
      },
    );
  });

  test('is no live region: a screen reader does not read the numbers in between', async () => {
    await visit({}, async (tab) =>
      expect(await tab.locator(':is([aria-live]:not([aria-live=off]), [role=status], output) .figure').count()).toBe(0),
    );
  });

  test.each(['ltr', 'rtl'])('draws its bars to scale, from zero, where text begins (%s)', async (direction) => {
    await visit({}, async (tab) => {
      await tab.evaluate((dir) => (document.documentElement.dir = dir), direction);
      const bars = await tab.locator('.strip .bars').evaluateAll((drawings) =>
        drawings.map((drawing) =>
          [...drawing.querySelectorAll('svg')].map((bar) => {
            const [room, box] = [(bar.parentElement as Element).getBoundingClientRect(), bar.getBoundingClientRect()];
            return {
              start: document.documentElement.dir === 'rtl' ? room.right - box.right : box.left - room.left,
              length: box.width / room.width,
            };
          }),
        ),
      );
      expect(bars.flat().filter(({ start }) => Math.abs(start) > 0.5)).toEqual([]);
      const lengths = bars.map((drawn) => drawn.map(({ length }) => Number(length.toFixed(2))));
      expect(lengths).toEqual([
        [1, 0.3],
        [0.8, 1],
        [0.87, 1],
      ]);
    });
  });

  test('draws the state before as an outline and the state after solid, in forced colours too', async () => {
    await visit({ forcedColors: 'active' }, async (tab) => {
      const [before, after] = await tab.locator('.strip .bars svg').evaluateAll((bars) =>
        bars.map((bar) => {
          const { borderTopWidth, borderBottomWidth, borderTopColor, height } = getComputedStyle(bar);
          return {
            ink: borderTopColor,
            paper: getComputedStyle(document.body).backgroundColor,
            filled: (parseFloat(borderTopWidth) + parseFloat(borderBottomWidth)) / parseFloat(height),
          };
        }),
      );
      expect(before?.filled).toBeLessThan(0.5);
      expect(after?.filled).toBe(1);
      for (const bar of [before, after]) expect(bar?.ink).not.toBe(bar?.paper);
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
      const picture = tab.locator('dialog').first();
      expect(await picture.isVisible()).toBe(false);
      const opener = tab.locator('button[popovertarget]').first();
      await opener.press('Enter');
      expect(await picture.isVisible()).toBe(true);
      await tab.keyboard.press('Escape');
      expect(await picture.isVisible()).toBe(false);
      expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
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
        await hydrated(tab);
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
  changes: string[];
}

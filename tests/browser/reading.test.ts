import type { Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { urls } from '../site/dist.ts';
import { openSite, recordShifts, type Site } from './served.ts';

const reference = urls.page('projects', 'ecommerce-platform-re-architecture');

let site: Site;
let tab: Tab;

beforeAll(async () => {
  site = await openSite();
  tab = await site.browser.newPage({ viewport: { width: 1280, height: 800 } });
});
afterAll(() => site.close());

const visit = (path: string) => tab.goto(site.origin + path);
const focused = () =>
  tab.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { top, left, right, bottom, height } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return {
      href: element.getAttribute('href'),
      onScreen: height > 0 && top >= 0 && left >= 0 && right <= innerWidth && bottom <= innerHeight,
      outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    };
  });

describe('by keyboard', () => {
  test('the first stop skips to the content, and shows itself only then', async () => {
    await visit(urls.page());
    const skip = tab.locator('.skip');
    const hidden = await skip.boundingBox();
    expect(!hidden || hidden.y + hidden.height <= 0 || hidden.width <= 1).toBe(true);
    await tab.keyboard.press('Tab');
    expect(await focused()).toMatchObject({ href: '#main', onScreen: true, outlined: true });
    await tab.keyboard.press('Enter');
    await tab.waitForURL('**/#main');
    await tab.keyboard.press('Tab');
    expect(await tab.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  test('every stop is visible', async () => {
    await visit(reference);
    const stops = await tab.locator(':is(a[href], button):visible').count();
    const unseen = [];
    for (let stop = 0; stop < stops; stop++) {
      await tab.keyboard.press('Tab');
      const { outlined, ...element } = await focused();
      if (!outlined) unseen.push(element);
    }
    expect(stops).toBeGreaterThan(15);
    expect(unseen).toEqual([]);
  });
});

describe('while the fonts load', () => {
  const titled = urls.page('projects', 'planning-permits-online');

  const paths = [urls.page(), urls.page('projects'), urls.page('results'), reference, titled];
  const screens = { phone: { width: 412, height: 823 }, desk: { width: 1280, height: 800 } };

  test.each(paths.flatMap((path) => Object.entries(screens).map(([screen, viewport]) => ({ path, screen, viewport }))))(
    '$path can be read on a $screen, and nothing moves when the fonts arrive',
    async ({ path, viewport }) => {
      const phone = await site.browser.newPage({ viewport });
      const readShifts = await recordShifts(phone);
      const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
      await phone.route('**/*.woff2', async (route) => {
        await released;
        await route.continue();
      });
      await phone.goto(site.origin + path, { waitUntil: 'domcontentloaded' });
      const fallbacks = await phone.evaluate(() => {
        const loading = [...document.fonts].filter(({ family }) => family.includes(' as ')).map((font) => font.load());
        return Promise.allSettled(loading).then((loads) => loads.filter(({ status }) => status === 'fulfilled').length);
      });
      const before = await readShifts();
      release(undefined);
      await phone.evaluate(() => document.fonts.ready.then(() => undefined));
      const moved = (await readShifts()).slice(before.length);
      await phone.close();
      // Both Times and Arial, or fonts with their widths.
      expect(fallbacks).toBeGreaterThanOrEqual(2);
      expect(moved.filter(({ value }) => value >= 0.001)).toEqual([]);
    },
  );
});

describe('in the dark theme', () => {
  test('the background is dark and the text light', async () => {
    await visit(reference);
    const brightness = async (colorScheme: 'light' | 'dark') => {
      await tab.emulateMedia({ colorScheme });
      return tab.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.body);
        const canvas = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D;
        return [backgroundColor, color].map((paint) => {
          canvas.fillStyle = paint;
          canvas.fillRect(0, 0, 1, 1);
          return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)].reduce((sum, part) => sum + part, 0) / (3 * 255);
        });
      });
    };
    const [lightPaper = 0, lightInk = 0] = await brightness('light');
    const [darkPaper = 0, darkInk = 0] = await brightness('dark');
    await tab.emulateMedia({ colorScheme: null });
    expect([lightPaper > 0.9, lightInk < 0.2, darkPaper < 0.15, darkInk > 0.8]).toEqual([true, true, true, true]);
  });
});

describe('results', () => {
  test('are drawn to scale, each from zero', async () => {
    await visit(urls.page('results'));
    const drawn = await tab.locator('.result-list li').evaluateAll((entries) =>
      entries.flatMap((entry) => {
        const drawing = entry.querySelector('.bars > p > :last-child');
        const [, percent, word] = /^([\d.]+)%\s(more|less|fewer)$/.exec(entry.querySelector('.figure')?.textContent?.trim() ?? '') ?? [];
        if (!drawing || !percent || entry.textContent?.includes('→')) return [];
        const { left, width } = drawing.getBoundingClientRect();
        const bars = [...entry.querySelectorAll('.bars svg')].map((bar) => bar.getBoundingClientRect());
        const [before = 0, now = 0] = bars.map((bar) => bar.width);
        return [
          {
            starts: bars.every((bar) => Math.abs(bar.left - left) < 1),
            fills: Math.max(before, now) / width,
            ratio: now / before,
            stated: 1 + ((word === 'more' ? 1 : -1) * Number(percent)) / 100,
          },
        ];
      }),
    );
    expect(drawn.length).toBeGreaterThan(3);
    expect(
      drawn.filter(({ starts, fills, ratio, stated }) => !starts || Math.abs(fills - 1) > 0.01 || Math.abs(ratio / stated - 1) > 0.01),
    ).toEqual([]);
  });
});

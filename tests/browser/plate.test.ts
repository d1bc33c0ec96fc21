import type { Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { urls } from '../site/dist.ts';
import { openSite, type Site } from './served.ts';

let site: Site;
let tab: Tab;

beforeAll(async () => {
  site = await openSite();
  tab = await site.browser.newPage();
});
afterAll(() => site.close());

describe.each([320, 390, 768, 1024, 1280, 1920])('at %i pixels, the plate', (width) => {
  beforeAll(async () => {
    await tab.setViewportSize({ width, height: 900 });
    await tab.goto(site.origin + urls.page('results'));
    await tab.evaluate(() => document.fonts.ready);
  });

  test('has labels of its scale that do not touch each other and are within the page', async () => {
    const labels = await tab.locator('.plate-scale text').evaluateAll((texts) =>
      texts
        .map((text) => text.getBoundingClientRect())
        .filter((box) => box.width > 0)
        .map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
    );
    expect(labels.length).toBeGreaterThan(2);
    for (const [index, label] of labels.entries()) {
      expect([label.left >= 0, label.right <= width]).toEqual([true, true]);
      const touching = labels
        .slice(index + 1)
        .filter(
          (other) => other.left < label.right + 4 && label.left < other.right + 4 && other.top < label.bottom && label.top < other.bottom,
        );
      expect(touching).toEqual([]);
    }
    expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

  test('has all lines on one scale', async () => {
    const [scale, ...lines] = await tab
      .locator('.plate svg')
      .evaluateAll((drawings) => drawings.map((svg) => svg.getBoundingClientRect()).map(({ left, width: span }) => ({ left, span })));
    for (const line of lines) {
      expect(line.left).toBeCloseTo(scale?.left ?? NaN, 0);
      expect(line.span).toBeCloseTo(scale?.span ?? NaN, 0);
    }
  });

  test('has no text that crosses a line, a value or a label', async () => {
    const rows = await tab.locator('.plate tbody tr').evaluateAll((elements) =>
      elements.map((row) =>
        ['th', 'svg', '.plate-change'].map((selector) => {
          const { left, right, top, bottom } = row.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
          return { left, right, top, bottom };
        }),
      ),
    );
    const cross = rows.filter((boxes) =>
      boxes.some((a, index) =>
        boxes.slice(index + 1).some((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1),
      ),
    );
    expect(cross).toEqual([]);
  });
});

test('a row is one link, as wide as the table', async () => {
  await tab.goto(site.origin + urls.page('results'));
  const row = tab.locator('.plate tbody tr').first();
  const href = await row.locator('a').getAttribute('href');
  const box = await row.boundingBox();
  await tab.mouse.click((box?.x ?? 0) + (box?.width ?? 0) - 8, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await tab.waitForURL(`**${href}`);
});

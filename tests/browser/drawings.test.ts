import { afterAll, beforeAll, expect, test } from 'vitest';
import { urls } from '../site/dist.ts';
import { contrast } from './contrast.ts';
import { openSite, type Site } from './served.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

// axe does not read the text within drawings.
test.each(['light', 'dark'] as const)('the labels of a diagram have a contrast of 7:1 in %s', async (colorScheme) => {
  const tab = await site.browser.newPage({ viewport: { width: 1280, height: 800 }, colorScheme });
  await tab.goto(site.origin + urls.page('projects', 'ferry-timetable-single-source'));
  const labels = await tab.evaluate(() =>
    [...document.querySelectorAll('.diagram [role] text')].map((label) => {
      label.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = label.getBoundingClientRect();
      const below = document.elementsFromPoint(left + width / 2, top + height / 2).filter((one) => one.closest('text') === null);
      const shape = below
        .map((one) => (one instanceof SVGGeometryElement ? getComputedStyle(one).fill : 'none'))
        .find((fill) => /^rgb\(/.test(fill));
      const ink = getComputedStyle(label.querySelector('tspan') ?? label).fill;
      return [label.textContent ?? '', ink, shape ?? getComputedStyle(document.body).backgroundColor] as const;
    }),
  );
  expect(labels.length).toBeGreaterThan(4);
  expect(labels.every(([, ...colors]) => colors.every((color) => /^rgb\(/.test(color)))).toBe(true);
  expect(labels.filter(([, ...colors]) => contrast(colors) < 7)).toEqual([]);
  await tab.close();
});

import type { Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { urls } from '../site/dist.ts';
import { openSite, type Site } from './served.ts';

let site: Site;

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const paths = ['projects', 'projects/ecommerce-platform-re-architecture', 'projects/grid-balance-desk'];

describe.each([320, 390, 768, 1024, 1280, 1920])('at %i px', (width) => {
  test.each(paths)('the pictures of /%s/ are about as wide as their sizes attribute says', async (path) => {
    const tab = await site.browser.newPage({ viewport: { width, height: 800 } });
    await tab.goto(site.origin + urls.page(...path.split('/')));
    const pictures = await measure(tab);
    await tab.close();
    expect(pictures.length).toBeGreaterThan(2);
    expect(pictures.filter(({ stated, actual }) => Math.abs(stated - actual) > 0.06 * actual)).toEqual([]);
  });
});

test('a placeholder colour fills the place of a picture until it has loaded', async () => {
  const tab = await site.browser.newPage();
  await tab.route(/\.(?:avif|webp|jpg)$/, (route) => route.abort());
  await tab.goto(site.origin + urls.page('projects'));
  const colors = await tab.$$eval('img', (images) => images.map((image) => [image.dataset['c'], getComputedStyle(image).backgroundColor]));
  await tab.close();
  expect(colors.length).toBeGreaterThan(5);
  for (const [color = '', seen] of colors) {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
    expect(seen).toBe(`rgb(${red}, ${green}, ${blue})`);
  }
});

/** Evaluate the `sizes` of every picture as a browser does, and measure the picture, both in CSS pixels. */
function measure(tab: Tab): Promise<{ src: string; stated: number; actual: number }[]> {
  return tab.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('div'));
    return [...document.querySelectorAll('picture')].map((picture) => {
      const sizes = picture
        .querySelector('source')
        ?.sizes.split(', ')
        .map((part) => /^(?:(\(.+\)) )?(\S+)$/.exec(part));
      const [, , length = ''] = sizes?.find((part) => !part?.[1] || matchMedia(part[1]).matches) ?? [];
      probe.style.inlineSize = length;
      const image = picture.querySelector('img');
      return { src: image?.src ?? '', stated: probe.clientWidth, actual: image?.clientWidth ?? 0 };
    });
  });
}

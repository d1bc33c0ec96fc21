import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContext, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pages } from '../site/dist.ts';
import { complaintsOf, openSite, type Site } from './served.ts';

/** How every page is looked at: both schemes and both ends of width, each scheme at one of them. */
const views = [
  { colorScheme: 'light', width: 1280, height: 800 },
  { colorScheme: 'dark', width: 320, height: 640 },
] as const;

/** How one page of each kind is looked at besides. */
const further = [
  { colorScheme: 'dark', width: 1280, height: 800 },
  { colorScheme: 'light', width: 320, height: 640 },
] as const;

const all = pages();
const kindOf = (path: string) => path.replace(/[^/]+\/$/, '');
const examples = all.filter(({ path }, index) => all.findIndex((other) => kindOf(other.path) === kindOf(path)) === index);

let site: Site;
let context: BrowserContext;

beforeAll(async () => {
  site = await openSite();
  context = await site.browser.newContext();
});
afterAll(() => site.close());

describe.concurrent.each(all)('$path', (page) => {
  const asked = examples.includes(page) ? [...views, ...further] : views;

  test('is without complaint, accessible, and never wider than the screen', async () => {
    const tab = await context.newPage();
    const complaints = complaintsOf(tab);
    await tab.goto(site.origin + page.path);
    const found = [];
    for (const { colorScheme, width, height } of asked) {
      await tab.emulateMedia({ colorScheme });
      await tab.setViewportSize({ width, height });
      found.push({ view: `${colorScheme} ${width}`, overflow: await overflow(tab), violations: await violations(tab) });
    }
    await tab.close();
    const faultless = asked.map(({ colorScheme, width }) => ({ view: `${colorScheme} ${width}`, overflow: [], violations: [] }));
    expect({ complaints, found }).toEqual({ complaints: [], found: faultless });
  });
});

/** All of axe's rules, best practice included; what fails, where. */
async function violations(tab: Tab): Promise<string[]> {
  const { violations: all } = await new AxeBuilder({ page: tab })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return all.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`));
}

/** What reaches over the right edge of the screen, where the page scrolls sideways. */
function overflow(tab: Tab): Promise<string[]> {
  return tab.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth);
    const innermost = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
    return [`${scrollWidth} px`, ...innermost.slice(0, 5).map(({ outerHTML }) => outerHTML.slice(0, 120))];
  });
}

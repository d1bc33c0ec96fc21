import axe from 'axe-core';
import type { BrowserContext, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pages } from '../../site/dist.ts';
import { findViolations } from '../../browser/axe.ts';
import { openSite, recordErrors, type Site } from '../../browser/served.ts';

/** How every page is tested: each colour scheme at one end of the widths. */
const views = [
  { colorScheme: 'light', width: 1280, height: 800 },
  { colorScheme: 'dark', width: 320, height: 640 },
] as const;

/** How one page of each kind is tested as well. */
const moreViews = [
  { colorScheme: 'dark', width: 1280, height: 800 },
  { colorScheme: 'light', width: 320, height: 640 },
] as const;

const whole = pages();
const kindOf = (path: string) => path.replace(/[^/]+\/$/, '');
const examples = whole.filter(({ path }, index) => whole.findIndex((other) => kindOf(other.path) === kindOf(path)) === index);

/** Of a large site, one page of each kind and every so many of the others: a browser needs about a second for a page. */
const step = Math.ceil(whole.length / 80);
const all = whole.filter((page, index) => index % step === 0 || examples.includes(page));

let site: Site;
let context: BrowserContext;

beforeAll(async () => {
  site = await openSite();
  context = await site.browser.newContext();
  // Each page that is opened has it then.
  await context.addInitScript({ content: axe.source });
});
afterAll(() => site.close());

describe.concurrent.each(all)('$path', (page) => {
  const tested = examples.includes(page) ? [...views, ...moreViews] : views;

  test('has no errors, is accessible, and is never wider than the screen', async () => {
    const { tab, errors } = free.pop() ?? (await openTab());
    await tab.goto(site.origin + page.path);
    const found = [];
    for (const { colorScheme, width, height } of tested) {
      await tab.emulateMedia({ colorScheme });
      await tab.setViewportSize({ width, height });
      found.push({ view: `${colorScheme} ${width}`, overflow: await overflow(tab), violations: await violations(tab) });
    }
    const expected = tested.map(({ colorScheme, width }) => ({ view: `${colorScheme} ${width}`, overflow: [], violations: [] }));
    expect({ errors, found }).toEqual({ errors: [], found: expected });
    free.push({ tab, errors });
  });
});

/** Tabs that no test uses; a test that fails does not give its tab back. */
const free: { tab: Tab; errors: string[] }[] = [];

async function openTab(): Promise<(typeof free)[number]> {
  const tab = await context.newPage();
  return { tab, errors: recordErrors(tab) };
}

/** Run all rules of axe, best practice and the size of targets included; returns what fails, and where. */
async function violations(tab: Tab): Promise<string[]> {
  const found = await findViolations(tab, {}, { rules: { 'target-size': { enabled: true } } });
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`));
}

/** List elements beyond the right edge of the screen if the page scrolls sideways. */
function overflow(tab: Tab): Promise<string[]> {
  return tab.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth);
    const innermost = wide.filter((element) => !wide.some((other) => other !== element && element.contains(other)));
    return [`${scrollWidth} px`, ...innermost.slice(0, 5).map(({ outerHTML }) => outerHTML.slice(0, 120))];
  });
}

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page as Tab } from 'playwright-core';
import { urls } from '../site/dist.ts';
import { openSite, type Site } from './served.ts';

let site: Site;
let tab: Tab;

beforeAll(async () => {
  site = await openSite();
  const context = await site.browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  tab = await context.newPage();
  await tab.goto(site.origin + urls.page('projects'));
  await tab.locator('.filter summary').click();
});
afterAll(() => site.close());

const shown = () => tab.locator('.case:visible').count();
const option = (name: string, index: number) => tab.locator(`#${name}-${index}`);
const countOf = async (name: string, index: number) => Number(await tab.locator(`label:has(#${name}-${index}) .text-muted`).textContent());

describe('the filter of the list, without JavaScript', () => {
  test.each(['technology', 'industry', 'year'])('a %s leaves as many cases as its label says', async (name) => {
    const all = await shown();
    await option(name, 1).check();
    expect(await shown()).toBe(await countOf(name, 1));
    expect(await shown()).toBeLessThan(all);
    await tab.locator(`input[name=${name}][value='']`).check();
    expect(await shown()).toBe(all);
  });

  test('options of different kinds combine, and a message says when no case is left', async () => {
    const years = await tab.locator('input[name=year]').count();
    await option('technology', 1).check();
    const counts: number[] = [];
    for (let year = 1; year < years; year++) {
      await option('year', year).check();
      counts.push(await shown());
    }
    expect(counts.reduce((sum, count) => sum + count)).toBe(await countOf('technology', 1));
    expect(counts).toContain(0);
    expect(await tab.locator('.filter-count').isVisible()).toBe(true);
  });

  test('works by keyboard: an arrow key chooses the next option', async () => {
    await tab.locator("input[name=year][value='']").check();
    await tab.locator("input[name=technology][value='']").check();
    await tab.locator("input[name=technology][value='']").focus();
    await tab.keyboard.press('ArrowRight');
    expect(await option('technology', 1).isChecked()).toBe(true);
    expect(await shown()).toBe(await countOf('technology', 1));
  });

  test('keeps its state when the reader comes back, and is reset by the link to all', async () => {
    const all = await tab.locator('.case').count();
    await option('technology', 1).check();
    await option('year', 2).check();
    const narrowed = await shown();
    expect(narrowed).toBeLessThan(all);
    await tab.goto(site.origin + urls.page('about'));
    await tab.goBack();
    expect(await option('technology', 1).isChecked()).toBe(true);
    expect(await option('year', 2).isChecked()).toBe(true);
    expect(await shown()).toBe(narrowed);
    await tab.locator('.filter-count a').click();
    await tab.locator('.filter-count').waitFor({ state: 'hidden' });
    expect(await shown()).toBe(all);
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CDPSession, Page as Tab } from 'playwright-core';
import { textOf, pageAt, urls } from '../site/dist.ts';
import { openSite, type Site } from './served.ts';

let site: Site;
let tab: Tab;
let devtools: CDPSession;

beforeAll(async () => {
  site = await openSite();
  const context = await site.browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  tab = await context.newPage();
  devtools = await context.newCDPSession(tab);
});
beforeEach(async () => {
  await tab.goto('about:blank');
  await tab.goto(site.origin + urls.page('projects'));
});
afterAll(() => site.close());

const shown = () => tab.locator('.case:visible').count();
const choice = (name: string) => tab.locator(`select[name=${name}]`);
const choose = (name: string, index: number) => choice(name).selectOption({ index });
const options = (name: string) => [...pageAt('projects/').document.querySelectorAll(`select[name=${name}] option`)].map(textOf);
const countOf = (name: string, index: number) => Number(/\((\d+)\)$/.exec(options(name)[index] ?? '')?.[1]);
const all = pageAt('projects/').document.querySelectorAll('.case').length;

/** Read what assistive technology is offered: the role and name of each object of some roles. */
async function announced(...roles: string[]): Promise<string[]> {
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  return nodes.filter(({ ignored, role }) => !ignored && roles.includes(String(role?.value))).map(({ name }) => String(name?.value).trim());
}

/** Choose a technology and a year that no case study shares. */
async function chooseNothing(): Promise<void> {
  await choose('technology', 1);
  for (let year = 1; year < options('year').length; year++) {
    await choose('year', year);
    if ((await shown()) === 0) return;
  }
  throw new Error('Every year has a case study with the first technology.');
}

describe('the filter of the list, without JavaScript', () => {
  test.each(['technology', 'industry', 'year'])('a %s leaves as many cases as its option says', async (name) => {
    for (const index of [1, options(name).length - 1]) {
      await choose(name, index);
      expect(await shown()).toBe(countOf(name, index));
      expect(await tab.locator('.filter-count').isVisible()).toBe(true);
      expect(await tab.locator('.no-match').isVisible()).toBe(false);
    }
    await choose(name, 0);
    expect(await shown()).toBe(all);
    expect(await tab.locator('.filter-count').isVisible()).toBe(false);
  });

  test('options of different kinds combine', async () => {
    await choose('technology', 1);
    let sum = 0;
    for (let year = 1; year < options('year').length; year++) {
      await choose('year', year);
      const left = await shown();
      sum += left;
      expect(await tab.locator('.no-match').isVisible()).toBe(left === 0);
    }
    expect(sum).toBe(countOf('technology', 1));
  });

  test('an empty result says so aloud, and offers all', async () => {
    await chooseNothing();
    expect(await announced('StaticText')).toContain('No case study matches.');
    expect(await tab.locator('[role=status]').textContent()).toBe('No case study matches.');
    expect(await tab.locator('.filter-count').isVisible()).toBe(false);
    await tab.getByRole('link', { name: `Show all ${all}` }).click();
    await tab.locator('.no-match').waitFor({ state: 'hidden' });
    expect(await shown()).toBe(all);
  });

  test('a screen reader finds the count in the option and as the size of the list', async () => {
    await choose('technology', 1);
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    const items = nodes.filter(({ ignored, role, childIds }) => !ignored && role?.value === 'list' && childIds);
    expect(items.map(({ childIds }) => childIds?.length)).toContain(countOf('technology', 1));
    const chosen = nodes.find(({ role, name }) => role?.value === 'combobox' && name?.value === 'Technology');
    expect(chosen?.value?.value).toBe(options('technology')[1]);
    // The counted number would be missing from this sentence.
    expect((await announced('StaticText')).filter((text) => text.startsWith('of '))).toEqual([]);
  });

  test('works by keyboard: an arrow key chooses the next option', async () => {
    await choice('technology').focus();
    await tab.keyboard.press('ArrowDown');
    expect(await choice('technology').inputValue()).not.toBe('');
    expect(await shown()).toBe(countOf('technology', 1));
  });

  test('shows its state when the reader comes back', async () => {
    await choose('technology', 1);
    await choose('year', 2);
    const state = await Promise.all([choice('technology').inputValue(), choice('year').inputValue(), shown()]);
    await tab.goto(site.origin + urls.page('about'));
    await tab.goBack();
    expect(await Promise.all([choice('technology').inputValue(), choice('year').inputValue(), shown()])).toEqual(state);
    expect(await choice('technology').isVisible()).toBe(true);
  });
});

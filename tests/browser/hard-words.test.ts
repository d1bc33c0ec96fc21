import type { Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { urls } from '../site/dist.ts';
import { openSite, type Site } from './served.ts';

const widths = [320, 390, 768, 1280];

let site: Site;
let tab: Tab;

beforeAll(async () => {
  site = await openSite();
  tab = await site.browser.newPage();
});
afterAll(() => site.close());

describe.each(['', 'projects', 'projects/ecommerce-platform-re-architecture', 'results', 'technologies'])('/%s', (path) => {
  test('is never wider than the screen, though every text is one word of sixty letters', async () => {
    await tab.goto(site.origin + urls.page(...path.split('/').filter(Boolean)));
    expect(await replaceTexts()).toBeGreaterThan(20);
    for (const width of widths) {
      await tab.setViewportSize({ width, height: 800 });
      expect(await measure()).toEqual({ ltr: width, rtl: width });
    }
  });
});

/** Put one long word in place of every text; returns the number of texts. Figures, and words of the templates, are known and short. */
function replaceTexts(): Promise<number> {
  return tab.evaluate(() => {
    const texts = document.createTreeWalker(document.querySelector('main') ?? document, NodeFilter.SHOW_TEXT);
    let replaced = 0;
    while (texts.nextNode()) {
      const { currentNode: text } = texts;
      if (!text.textContent?.trim() || text.parentElement?.closest('script, option, .figure, .bars, .shrink-0, th[scope=col]')) continue;
      text.textContent = 'Donaudampfer'.repeat(5);
      replaced++;
    }
    return replaced;
  });
}

/** Measure how wide the page is in both directions of writing, in CSS pixels. */
function measure(): Promise<Record<'ltr' | 'rtl', number>> {
  return tab.evaluate(() => {
    const widthIn = (direction: 'ltr' | 'rtl') => {
      document.documentElement.dir = direction;
      return document.documentElement.scrollWidth;
    };
    return { ltr: widthIn('ltr'), rtl: widthIn('rtl') };
  });
}

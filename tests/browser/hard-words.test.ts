import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { urls } from '../site/dist.ts';
import { openSite, type Site } from './served.ts';

let site: Site;

beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

describe.each(['', 'projects', 'projects/ecommerce-platform-re-architecture', 'results', 'technologies'])('/%s', (path) => {
  // Figures, and words of the templates, are known and short.
  test.each([320, 390, 768, 1280])('is never wider than %i px, though every text is one word of sixty letters', async (width) => {
    const tab = await site.browser.newPage({ viewport: { width, height: 800 } });
    await tab.goto(site.origin + urls.page(...path.split('/').filter(Boolean)));
    const widths = await tab.evaluate(() => {
      const texts = document.createTreeWalker(document.querySelector('main') ?? document, NodeFilter.SHOW_TEXT);
      let replaced = 0;
      while (texts.nextNode()) {
        if (
          !texts.currentNode.textContent?.trim() ||
          texts.currentNode.parentElement?.closest('script, option, .figure, .shrink-0, th[scope=col]')
        )
          continue;
        texts.currentNode.textContent = 'Donaudampfer'.repeat(5);
        replaced++;
      }
      const { scrollWidth } = document.documentElement;
      document.documentElement.dir = 'rtl';
      return { replaced, leftToRight: scrollWidth, rightToLeft: document.documentElement.scrollWidth };
    });
    await tab.close();
    expect(widths.replaced).toBeGreaterThan(20);
    expect(widths).toMatchObject({ leftToRight: width, rightToLeft: width });
  });
});

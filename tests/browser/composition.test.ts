import { fileURLToPath } from 'node:url';
import type { Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pages, urls } from '../site/dist.ts';
import { openSite, type Site } from './served.ts';

const list = urls.page('projects');
const cases = pages().filter(({ path }) => path.startsWith(list) && path !== list);
const address = (slug: string) => urls.page('projects', slug);

let site: Site;
let tab: Tab;

beforeAll(async () => {
  site = await openSite();
  tab = await site.browser.newPage({ reducedMotion: 'reduce', bypassCSP: true });
});
afterAll(() => site.close());

async function open(path: string, width = 1280, height = 800): Promise<void> {
  await tab.setViewportSize({ width, height });
  await tab.goto(site.origin + path);
  await tab.evaluate(() => document.fonts.ready.then(() => undefined));
}

describe('text', () => {
  const widths = [1280, 1440, 1920];
  const measured: ({ path: string; width: number; lines: number[] } & Awaited<ReturnType<typeof columns>>)[] = [];

  beforeAll(async () => {
    for (const { path } of cases) {
      await open(path);
      for (const width of widths) {
        await tab.setViewportSize({ width, height: 800 });
        measured.push({ path, width, lines: await fullLines(), ...(await columns()) });
      }
    }
  });

  test.each(widths)('has lines of 62 to 68 characters on average at %i pixels', (width) => {
    const lines = measured.flatMap((one) => (one.width === width ? one.lines : []));
    expect(lines.length).toBeGreaterThan(100);
    const average = lines.reduce((sum, length) => sum + length, 0) / lines.length;
    expect(average).toBeGreaterThan(62);
    expect(average).toBeLessThan(68);
  });

  test.each(widths)('is beside its headings, and reaches into the right third, at %i pixels', (width) => {
    for (const { path, start, size, texts, headings } of measured.filter((one) => one.width === width)) {
      const lefts = new Set(texts.map(({ left }) => left));
      expect([path, lefts.size]).toEqual([path, 1]);
      expect([path, headings.filter(({ left }) => left !== start)]).toEqual([path, []]);
      for (const { left, right } of texts) {
        expect(Math.max(...headings.map((heading) => heading.right), start)).toBeLessThan(left);
        expect(right - start).toBeGreaterThan((2 / 3) * size);
      }
    }
  });

  test('uses a large screen: the page is wider and the text larger', async () => {
    const measure = async (width: number) => {
      await open(address('planning-permits-online'), width);
      return tab.evaluate(() => ({
        page: document.querySelector('.strip')?.clientWidth ?? 0,
        text: parseFloat(getComputedStyle(document.querySelector('article .prose p') as Element).fontSize),
      }));
    };
    const [desk, large] = [await measure(1280), await measure(1920)];
    expect(large.page / desk.page).toBeGreaterThan(1.2);
    expect(large.text / desk.text).toBeGreaterThan(1.1);
  });
});

describe('the contents', () => {
  test('stay on the screen beside a long text, and hide none of it', async () => {
    await open(address('planning-permits-online'));
    const contents = tab.locator('.parts > nav');
    await tab.locator('#section-details').evaluate((heading) => heading.scrollIntoView({ behavior: 'instant', block: 'center' }));
    expect(await contents.boundingBox()).toMatchObject({ y: 32 });
    const { x = 0 } = (await contents.boundingBox()) ?? {};
    const rights = await tab.locator('.parts:has(> nav) .prose').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
    expect(Math.max(...rights)).toBeLessThan(x);
  });

  test('are not on a phone', async () => {
    await open(address('planning-permits-online'), 390);
    expect(await tab.locator('.parts > nav').isVisible()).toBe(false);
  });
});

describe('the facts', () => {
  test('have a term and its fact on one line on a phone', async () => {
    await open(address('planning-permits-online'), 390);
    const rows = await tab.locator('.facts > div').evaluateAll((facts) =>
      facts.map((fact) => {
        const [term, value] = [...fact.children].map((part) => part.getBoundingClientRect());
        return term !== undefined && value !== undefined && term.right < value.left && Math.abs(term.top - value.top) < 6;
      }),
    );
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.filter((row) => !row)).toEqual([]);
  });

  test('are a band of four columns on a desk', async () => {
    await open(address('planning-permits-online'));
    const tops = await tab.locator('.facts > div').evaluateAll((facts) => facts.map((fact) => fact.getBoundingClientRect().top));
    expect(new Set(tops.slice(0, 4)).size).toBe(1);
    expect(new Set(tops).size).toBe(2);
  });
});

const words =
  'Planners see the reason beside every delay and the night shift inherits a plan that it may change before the first ship docks';

test.each([
  [20, ''],
  [60, 'title-long'],
  [120, 'title-longest'],
])('a title of %i characters leaves the figures on the first screen', async (length, className) => {
  await open(address('planning-permits-online'));
  const bottom = await tab.evaluate(
    ([title, name]) => {
      const heading = document.querySelector('h1') as HTMLElement;
      heading.textContent = title;
      heading.className = `max-w-[44rem] text-h1 ${name}`;
      return document.querySelector('.strip')?.getBoundingClientRect().bottom;
    },
    [words.slice(0, length).trim(), className] as const,
  );
  expect(bottom).toBeLessThan(800);
});

test.each([390, 1280])('code scrolls sideways by keyboard, and breaks no line, at %i pixels', async (width) => {
  await open(address('gates-on-the-floor'), width);
  const code = tab.locator('.prose pre').first();
  await code.evaluate((pre) => (pre.textContent = 'gate '.repeat(60)));
  const { height, lineHeight, padding } = await code.evaluate((pre) => {
    const { lineHeight, paddingTop } = getComputedStyle(pre);
    return { height: pre.clientHeight, lineHeight: parseFloat(lineHeight), padding: parseFloat(paddingTop) };
  });
  expect(Math.abs(height - 2 * padding - lineHeight)).toBeLessThan(20);
  expect(await tab.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  await code.focus();
  // A key that comes before the next frame does not know yet how wide the code is.
  const scrolled = async (): Promise<number> => {
    await tab.keyboard.press('ArrowRight');
    return code.evaluate((pre) => pre.scrollLeft);
  };
  await expect.poll(scrolled).toBeGreaterThan(0);
});

describe('a text from right to left in a site from left to right', () => {
  const openMirrored = async (slug: string, width?: number) => {
    await open(address(slug), width);
    await tab.evaluate(() => document.querySelector('article')?.setAttribute('dir', 'rtl'));
    await tab.addStyleTag({ path: fileURLToPath(new URL('../../src/styles/rtl.css', import.meta.url)) });
  };

  test('begins at the right, in whatever script, and keeps the way back in the direction of the site', async () => {
    await openMirrored('grid-balance-desk');
    const { home, work } = await tab.evaluate(() => {
      const [home, work] = [...document.querySelectorAll('main nav ol a')].map((link) => link.getBoundingClientRect().left);
      return { home, work };
    });
    expect(home).toBeLessThan(work ?? 0);
    const ragged = await tab.evaluate(() => {
      const range = document.createRange();
      const edge = document.querySelector('article')?.getBoundingClientRect().right ?? 0;
      const right = (element: Element) => {
        range.selectNodeContents(element);
        return Math.max(...[...range.getClientRects()].map((line) => line.right));
      };
      const column = document.querySelector('.part .prose')?.getBoundingClientRect().right ?? 0;
      return [
        ...[...document.querySelectorAll('h1, .part h2, .document > h2')].map((heading) => edge - right(heading)),
        ...[...document.querySelectorAll('article .prose > p')].map((paragraph) => column - right(paragraph)),
      ].filter((gap) => Math.abs(gap) > 2);
    });
    expect(ragged).toEqual([]);
  });

  test('has columns of figures that end at the left, below their headings', async () => {
    await openMirrored('grid-balance-desk');
    const edges = await tab
      .locator('.prose table')
      .first()
      .evaluate((table) => {
        const range = document.createRange();
        return [...table.querySelectorAll('[data-align=right]')].map((cell) => {
          range.selectNodeContents(cell);
          const column = (cell as HTMLTableCellElement).cellIndex;
          return { column, edge: Math.round(range.getBoundingClientRect().left - cell.getBoundingClientRect().left) };
        });
      });
    expect(edges.length).toBeGreaterThan(3);
    // The last column has no space after it.
    expect(new Set(edges.map(({ column, edge }) => `${column} ${edge}`)).size).toBe(new Set(edges.map(({ column }) => column)).size);
  });

  test('writes code from the left', async () => {
    await openMirrored('gates-on-the-floor');
    const code = tab.locator('.prose pre').first();
    expect(await code.evaluate((pre) => [getComputedStyle(pre).direction, getComputedStyle(pre).textAlign])).toEqual(['ltr', 'left']);
  });
});

/** Count the characters of every line of the paragraphs, except the last line of each. */
function fullLines(): Promise<number[]> {
  return tab.evaluate(() => {
    const range = document.createRange();
    return [...document.querySelectorAll('article .prose > p')].flatMap((paragraph) => {
      const counts = new Map<number, number>();
      const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      while (texts.nextNode())
        for (let at = 0; at < (texts.currentNode.textContent ?? '').length; at++) {
          range.setStart(texts.currentNode, at);
          range.setEnd(texts.currentNode, at + 1);
          const { bottom, height } = range.getBoundingClientRect();
          // Letters of another size share the line.
          const line = Math.round(bottom / 12);
          if (height > 0) counts.set(line, (counts.get(line) ?? 0) + 1);
        }
      return [...counts]
        .toSorted(([a], [b]) => a - b)
        .slice(0, -1)
        .map(([, count]) => count);
    });
  });
}

/** Measure the article, and the edges of its texts and of their headings in the margin, in whole pixels. */
function columns(): Promise<{ start: number; size: number; texts: Edges[]; headings: Edges[] }> {
  return tab.evaluate(() => {
    const edges = (selector: string) =>
      [...document.querySelectorAll(`article ${selector}`)].map((element) => {
        const { left, right } = element.getBoundingClientRect();
        return { left: Math.round(left), right: Math.round(right) };
      });
    const { left, width } = (document.querySelector('article') as HTMLElement).getBoundingClientRect();
    return {
      start: Math.round(left),
      size: width,
      texts: edges(':is(.part > .prose, .document) > p'),
      headings: edges(':is(.part > :first-child, .document) > h2'),
    };
  });
}

interface Edges {
  left: number;
  right: number;
}

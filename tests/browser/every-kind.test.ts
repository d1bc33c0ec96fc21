import { fileURLToPath } from 'node:url';
import type { Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { urls } from '../site/dist.ts';
import { contrast } from './contrast.ts';
import { openSite, type Site } from './served.ts';

/** The height of the text on A4, in CSS pixels. */
const a4 = (267 / 25.4) * 96;

let site: Site;
let tab: Tab;
beforeAll(async () => {
  site = await openSite();
  tab = await site.browser.newPage({ viewport: { width: 390, height: 844 }, bypassCSP: true });
  await tab.goto(site.origin + urls.page('projects', 'every-kind'));
  await tab.evaluate(() => document.fonts.ready.then(() => undefined));
});
afterAll(() => site.close());

// axe does not read the text within drawings.
test.each([
  ['diagram', 'light', 6],
  ['diagram', 'dark', 6],
  ['chart', 'light', 60],
  ['chart', 'dark', 60],
] as const)('the words of a %s have a contrast of 7:1 in %s', async (kind, colorScheme, fewest) => {
  await tab.emulateMedia({ colorScheme });
  const words = await tab.evaluate(
    (selector) =>
      [...document.querySelectorAll(selector)].map((one) => {
        one.scrollIntoView({ block: 'center', inline: 'center' });
        const { left, top, width, height } = one.getBoundingClientRect();
        const below = document.elementsFromPoint(left + width / 2, top + height / 2).filter((other) => other.closest('text') === null);
        const shape = below
          .map((other) => (other instanceof SVGGeometryElement ? getComputedStyle(other).fill : 'none'))
          .find((fill) => /^rgb\(/.test(fill));
        const ink = getComputedStyle(one.querySelector('tspan') ?? one).fill;
        return [one.textContent ?? '', ink, shape ?? getComputedStyle(document.body).backgroundColor] as const;
      }),
    `.${kind} [role] text`,
  );
  await tab.emulateMedia({ colorScheme: null });
  expect(words.length).toBeGreaterThanOrEqual(fewest);
  expect(words.filter(([, ...colors]) => !colors.every((color) => /^rgb\(/.test(color)))).toEqual([]);
  expect(words.filter(([, ...colors]) => contrast(colors) < 7)).toEqual([]);
});

test('the bars of a chart are in proportion, and their figures stand beside them', async () => {
  const bars = await tab.locator('.chart', { hasText: 'Delay known' }).evaluate((chart) =>
    [...chart.querySelectorAll('rect + text')].map((figure) => {
      const bar = figure.previousElementSibling?.getBoundingClientRect();
      const { left, right } = figure.getBoundingClientRect();
      return { figure: parseFloat(figure.textContent ?? ''), width: bar?.width ?? 0, gap: left - (bar?.right ?? 0), right };
    }),
  );
  expect(bars.map(({ figure }) => figure)).toEqual([13, 4, 14.5, 0.9]);
  const [scale = 0] = bars.map(({ figure, width }) => width / figure);
  for (const { figure, width, gap, right } of bars) {
    expect(Math.abs(width - figure * scale)).toBeLessThan(1);
    expect(gap).toBeGreaterThan(3);
    expect(gap).toBeLessThan(9);
    expect(right).toBeLessThanOrEqual(390);
  }
});

describe('by keyboard', () => {
  test.each(['.listing', '.compare-view'])('%s scrolls sideways', async (selector) => {
    const scroller = tab.locator(selector).first();
    const at = () => scroller.evaluate((element) => element.scrollLeft);
    await scroller.focus();
    const before = await at();
    // The comparison begins in the middle, so both ways are open.
    await tab.keyboard.press('ArrowRight');
    await expect.poll(at).toBeGreaterThan(before);
  });

  test('a film has controls and loads nothing by itself', async () => {
    const film = await tab.locator('.film video').evaluate((video: HTMLVideoElement) => ({
      ...{ controls: video.controls, autoplay: video.autoplay, ready: video.readyState, name: video.getAttribute('aria-label') },
      ...{ width: video.getBoundingClientRect().width, address: video.querySelector('source')?.getAttribute('src') ?? '' },
    }));
    expect(film).toMatchObject({ controls: true, autoplay: false, ready: 0, name: 'A board after a storm' });
    expect(film.width).toBeGreaterThan(300);
    expect(await tab.locator('.film figcaption a').getAttribute('href')).toBe(film.address);
  });
});

test('an alert says its kind in words', async () => {
  expect(await tab.locator('.alert-title').allTextContents()).toEqual(['Note', 'Warning: Before you compare']);
});

test('both pictures of a comparison have one place, and the edge is where the reader put it', async () => {
  const view = tab.locator('.compare-view');
  await view.scrollIntoViewIfNeeded();
  const { ends, width } = await view.evaluate((element) => {
    const most = element.scrollWidth - element.clientWidth;
    const ends = [0, most].map((scroll) => {
      element.scrollLeft = scroll;
      const { left } = element.getBoundingClientRect();
      const edge = element.querySelector('.compare-edge')?.getBoundingClientRect().right ?? 0;
      return { edge: edge - left, pictures: [...element.querySelectorAll('img')].map((one) => one.getBoundingClientRect().left - left) };
    });
    return { ends, width: element.clientWidth };
  });
  expect(ends.flatMap(({ pictures }) => pictures).map(Math.round)).toEqual([0, 0, 0, 0]);
  expect(Math.abs((ends[0]?.edge ?? 0) - width)).toBeLessThan(4);
  expect(Math.abs(ends[1]?.edge ?? 9)).toBeLessThan(4);
});

test('words in tables of a phone are whole', async () => {
  const broken = await tab.locator('.prose :is(th, td)').evaluateAll((cells) =>
    cells.flatMap((cell) => {
      const range = document.createRange();
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let text = texts.nextNode(); text; text = texts.nextNode())
        for (const { index, 0: word } of (text.textContent ?? '').matchAll(/\S+/g)) {
          range.setStart(text, index);
          range.setEnd(text, index + word.length);
          if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(word);
        }
      return found;
    }),
  );
  expect(broken).toEqual([]);
});

test('a high chart fits a page of paper', async () => {
  await tab.emulateMedia({ media: 'print' });
  const heights = await tab
    .locator('.chart svg[role]')
    .evaluateAll((charts) => charts.map((chart) => chart.getBoundingClientRect().height));
  await tab.emulateMedia({ media: null });
  // The tallest has twelve labels and three series; its title and its key are on the same page.
  expect(Math.max(...heights)).toBeGreaterThan(600);
  expect(Math.max(...heights)).toBeLessThan(a4 - 120);
});

test('paper shows what is folded away, once and without its arrow', async () => {
  await tab.emulateMedia({ media: 'print' });
  const shown = await tab.evaluate(() => {
    const details = [...document.querySelectorAll('.prose details')];
    return details.map((one) => {
      const last = one.lastElementChild?.getBoundingClientRect();
      const summary = one.querySelector('summary') as HTMLElement;
      return { open: (last?.height ?? 0) > 5, marker: getComputedStyle(summary).listStyleType, hidden: summary.offsetHeight === 0 };
    });
  });
  await tab.emulateMedia({ media: null });
  expect(shown.length).toBe(4);
  expect(shown.filter(({ open }) => !open)).toEqual([]);
  expect(shown.filter(({ marker, hidden }) => !hidden && marker !== 'none')).toEqual([]);
});

test('from right to left a comparison keeps its names below its pictures, and a chart begins at the right', async () => {
  await tab.evaluate(() => (document.documentElement.dir = 'rtl'));
  await tab.addStyleTag({ path: fileURLToPath(new URL('../../src/styles/rtl.css', import.meta.url)) });
  const places = await tab.evaluate(() => {
    const middle = (element: Element | null | undefined) => {
      const range = document.createRange();
      range.selectNodeContents(element as Element);
      const { left, right } = range.getBoundingClientRect();
      return (left + right) / 2;
    };
    const view = document.querySelector('.compare-view') as Element;
    const { left, right, width } = view.getBoundingClientRect();
    // The first picture is the right half of the view.
    view.scrollLeft = -(view.scrollWidth - view.clientWidth) / 2;
    const names = document.querySelector('.compare-names');
    const edge = view.querySelector('.compare-edge')?.getBoundingClientRect();
    const bar = document.querySelector('.chart svg[role] rect')?.getBoundingClientRect();
    const figure = document.querySelector('.chart svg[role] rect + text')?.getBoundingClientRect();
    return {
      before: right - middle(names?.firstElementChild),
      after: middle(names?.lastElementChild) - left,
      isEdgeInTheMiddle: Math.abs((edge?.left ?? 0) - left - width / 2) < 4 && (edge?.right ?? 0) >= right,
      figureIsLeft: (figure?.right ?? 0) < (bar?.left ?? 0),
      barEndsRight: Math.abs((bar?.right ?? 0) - (document.querySelector('.chart svg[role]')?.getBoundingClientRect().right ?? 9)) < 2,
      diagram: getComputedStyle(document.querySelector('.diagram svg') as Element).direction,
    };
  });
  expect(places.before).toBeLessThan(80);
  expect(places.after).toBeLessThan(80);
  expect(places).toMatchObject({ isEdgeInTheMiddle: true, figureIsLeft: true, barEndsRight: true, diagram: 'ltr' });
});

test.each([
  ['lists', '<ul><li>', '</li></ul>'],
  ['quotations', '<blockquote>', '</blockquote>'],
])('%s of as many levels as the check allows fit the narrowest phone', async (_kind, open, close) => {
  await tab.setViewportSize({ width: 320, height: 800 });
  const width = await tab.evaluate(
    (html) => {
      const prose = document.querySelector('.prose') as Element;
      prose.insertAdjacentHTML('beforeend', html);
      const { scrollWidth } = document.documentElement;
      prose.lastElementChild?.remove();
      return scrollWidth;
    },
    `${open.repeat(31)}deep${close.repeat(31)}`,
  );
  expect(width).toBe(320);
});

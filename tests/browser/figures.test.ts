import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { launch } from '../../src/integrations/pdf/chromium.ts';
import { copyProject, type Copy } from '../site/copy.ts';

const widths = [320, 390, 600, 768, 1024, 1280];

/** Outcomes that are hard to set: long amounts, units, bounds, ranges, words, and all of them together. */
const metrics = [
  { label: 'Donaudampfschifffahrtsgesellschaftskostenrechnung', before: '€1,234,567,890', after: '€987,654,321', period: 'the year 2024' },
  { label: 'Requests answered by the front door', before: '12,500 requests per minute', after: '1,250,000 requests per minute' },
  {
    label: 'Time that the whole back office spends on letters '.repeat(3),
    before: '1,240 hours a month',
    after: 'at most 312.5 hours a month',
  },
  'Between 30 and 50% less unplanned downtime of the Rechtsschutzversicherungsgesellschaften',
  {
    label: 'Availability',
    value: 99.999_25,
    unit: 'percent',
    method: 'log',
    source: 'https://log.example/a/very/long/address/of/a/report',
  },
  { label: 'Wait', before: '3–5 weeks', after: '2–3 days', period: 'Week 12 of 2023 to week 13 of 2024', method: 'Median of 1,198 files' },
  'Error rate down 99.98% across all 14 markets',
  { label: 'Systems', before: 5, after: 1 },
  { label: 'Letters', before: '1,250,000 a month', after: '3 a month' },
];

const pages = Array.from({ length: metrics.length }, (_, index) => `projects/of-${index + 1}/index.html`);
const types: Record<string, string> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };

const rtl = readFileSync(new URL('../../src/styles/rtl.css', import.meta.url), 'utf8');

let copy: Copy;
let browser: Browser;
let tab: Tab;

beforeAll(async () => {
  // The first has one outcome, the last has nine; each begins with another one.
  const documents = metrics.map((_, index) => {
    const some = [...metrics.slice(index), ...metrics.slice(0, index)].slice(0, index + 1);
    return [`of-${index + 1}.md`, `---\n${stringify({ title: `A case of ${index + 1}`, metrics: some })}---\n\nIt was slow.\n`] as const;
  });
  copy = copyProject({ projects: Object.fromEntries(documents) });
  const [{ code, output }, started] = await Promise.all([copy.start().ended, launch()]);
  browser = started;
  expect(code, output).toBe(0);
  const dist = copy.dist();
  tab = await browser.newPage({ javaScriptEnabled: false });
  await tab.route('**/*', (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    const body = dist[file];
    if (body === undefined) return route.abort();
    return route.fulfill({ body: Buffer.from(body, 'latin1'), contentType: types[posix.extname(file)] ?? 'application/octet-stream' });
  });
});
afterAll(async () => {
  await browser.close();
  copy.remove();
});

describe.each([...pages, 'results/index.html'])('/%s', (page) => {
  beforeAll(() => tab.goto(`https://figures.example/${page}`));

  test.each(['ltr', 'rtl'])('keeps figures in one line and cells apart, however long they are (%s)', async (direction) => {
    await tab.evaluate(
      ([dir = '', css = '']) => {
        document.documentElement.dir = dir;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      },
      // A page in such a language brings this sheet along.
      [direction, direction === 'rtl' ? rtl : ''],
    );
    expect(await tab.locator('.figure').count()).toBeGreaterThan(0);
    for (const width of widths) {
      await tab.setViewportSize({ width, height: 800 });
      expect(await tab.evaluate(measure), `at ${width} px`).toEqual({ width, broken: [], outside: [], overlapping: [] });
    }
  });
});

test('the test finds what is broken, outside and overlapping', async () => {
  await tab.goto(`https://figures.example/${pages[2]}`);
  await tab.setViewportSize({ width: 390, height: 800 });
  await tab.evaluate(() => {
    // The policy of the page refuses inline styles.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.sized > .figure, .bars b { font-size: 60px } .cell { margin: -50px } dt { white-space: nowrap }');
    document.adoptedStyleSheets = [sheet];
  });
  const { width, broken, outside, overlapping } = await tab.evaluate(measure);
  expect([width > 390, ...[broken, outside, overlapping].map(({ length }) => length > 0)]).toEqual([true, true, true, true]);
});

/** Measure a page: its width, figures and labels in several lines, texts and bars outside their cell, cells that overlap. */
function measure(): Measured {
  const text = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
  const boxes = (element: Element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const found: DOMRect[] = [];
    while (texts.nextNode()) {
      if (texts.currentNode.parentElement?.closest('.visually-hidden')) continue;
      range.selectNodeContents(texts.currentNode);
      found.push(...range.getClientRects());
    }
    return found.filter(({ width, height }) => width > 1 && height > 1);
  };
  // Parts of one line have different sizes, but all of them overlap the first in height.
  const lines = (element: Element) => {
    const [first, ...others] = boxes(element);
    return first && others.some(({ top, bottom }) => top >= first.bottom || bottom <= first.top) ? [text(element)] : [];
  };
  // A label may be broken at a space, but not within an amount.
  const brokenWords = (element: Element) => {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    const found: string[] = [];
    while (texts.nextNode()) {
      for (const { 0: word, index } of (texts.currentNode.textContent ?? '').matchAll(/[^ \n]+/g)) {
        range.setStart(texts.currentNode, index);
        range.setEnd(texts.currentNode, index + word.length);
        if (range.getClientRects().length > 1) found.push(word);
      }
    }
    return found;
  };
  const isVisible = (element: Element) => element.getBoundingClientRect().width > 1;
  const all = (selector: string) => [...document.querySelectorAll(selector)].filter(isVisible);
  const cells = all('.cell, .results tbody :is(th, td), .result-list > li > *');
  const outside = cells.flatMap((cell) => {
    const { left, right } = cell.getBoundingClientRect();
    const parts = [...boxes(cell), ...[...cell.querySelectorAll('svg')].map((bar) => bar.getBoundingClientRect())];
    return parts.some((box) => box.left < left - 1 || box.right > right + 1) ? [text(cell)] : [];
  });
  const overlapping = cells.flatMap((cell, index) => {
    const box = cell.getBoundingClientRect();
    return cells.slice(index + 1).flatMap((other) => {
      const { left, right, top, bottom } = other.getBoundingClientRect();
      const overlaps = left < box.right - 1 && right > box.left + 1 && top < box.bottom - 1 && bottom > box.top + 1;
      return overlaps ? [`${text(cell)} | ${text(other)}`] : [];
    });
  });
  return {
    width: document.documentElement.scrollWidth,
    broken: [
      ...all('.sized > .figure, .figure-unit, .figure-sign, .figure > .whitespace-nowrap').flatMap(lines),
      ...all('.bars > p').flatMap(brokenWords),
    ],
    outside,
    overlapping,
  };
}

interface Measured {
  width: number;
  broken: string[];
  outside: string[];
  overlapping: string[];
}

import { readFileSync } from 'node:fs';
import type { BrowserContext, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageAt, pages, site as options, textOf, urls } from '../site/dist.ts';
import { readPrintedPdf, type PrintedPdf } from './printed.ts';
import { openSite, type Site } from './served.ts';

/** Width and height of the paper in CSS pixels. */
const paper = { A4: { width: 794, height: 1123 }, Letter: { width: 816, height: 1056 } } as const;

const cases = pages().filter(({ path }) => path.startsWith(urls.page('projects')) && path !== urls.page('projects'));
const others = [urls.page(), urls.page('projects'), urls.page('results'), urls.page('about'), urls.page('contact')];

let site: Site;
let context: BrowserContext;

beforeAll(async () => {
  site = await openSite();
  context = await site.browser.newContext({ javaScriptEnabled: false });
});
afterAll(() => site.close());

/** Print a page without JavaScript, once for all tests. */
function print(path: string, format: Format = 'A4'): Promise<PrintedPdf> {
  const printed = prints.get(format + path) ?? printPage(path, format);
  prints.set(format + path, printed);
  return printed;
}

async function printPage(path: string, format: Format): Promise<PrintedPdf> {
  const tab = await context.newPage();
  await tab.goto(site.origin + path);
  const pdf = await readPrintedPdf(await tab.pdf({ format, tagged: true, outline: true }));
  await tab.close();
  return pdf;
}

const prints = new Map<string, Promise<PrintedPdf>>();

/** Each case study on one paper: Letter is wider and shorter, but the text is the same. */
const papers = cases.map((page, index) => ({ page, path: page.path, format: index % 3 === 1 ? ('Letter' as const) : ('A4' as const) }));

describe('a case study', () => {
  test.concurrent.each(papers)(
    '$path on $format has two to four pages, or one if it is short, a title, a language and tags, in reading order',
    async ({ page, format }) => {
      const pdf = await print(page.path, format);
      const short = textOf(page.document.querySelector('article')).split(' ').length < 250;
      expect(pdf.pages.length).toBeGreaterThanOrEqual(short ? 1 : 2);
      // A high chart fills most of a page, and its table another half.
      expect(pdf.pages.length).toBeLessThanOrEqual(page.document.querySelector('.chart .tall') ? 6 : 4);
      expect(pdf).toMatchObject({ title: page.document.title, lang: page.document.documentElement.lang, tagged: true });
      const order = ['h1', '.strip dt', 'aside dd', 'h2', '.results tbody th', 'blockquote .quote']
        .map((selector) => words(textOf(page.document.querySelector(`article ${selector}`))))
        .filter((text) => text !== '');
      const text = words(pdf.readingOrder);
      const misplaced = order.filter((part, index) => {
        const from = text.indexOf(order[index - 1] ?? '');
        return text.indexOf(part, from) < 0;
      });
      expect(order.length).toBeGreaterThan(short ? 0 : 3);
      expect(misplaced).toEqual([]);
      const story = [...page.document.querySelectorAll('article .story > p')].map((paragraph) => words(textOf(paragraph)));
      expect(story.filter((paragraph) => !text.includes(paragraph))).toEqual([]);
    },
  );

  test.concurrent.each(papers)('$path shows the author, its own address and the addresses of its links', async ({ page, format }) => {
    const text = words((await print(page.path, format)).pages.join(' '));
    const linked = [...page.document.querySelectorAll('main a[href^=http]')].map((link) => link.getAttribute('href') ?? '');
    expect([options.author.name, page.url, ...linked].filter((expected) => !text.includes(words(expected)))).toEqual([]);
  });
});

test.concurrent.each(others)('%s prints without its navigation', async (path) => {
  const pdf = await print(path);
  const text = words(pdf.readingOrder);
  const { document } = pageAt(path.slice(urls.page().length));
  expect(pdf.tagged && pdf.pages.length < 8).toBe(true);
  expect(text).toContain(words(textOf(document.querySelector('h1'))));
  for (const part of ['header nav', 'footer']) expect(text).not.toContain(words(textOf(document.querySelector(`body > ${part}`))));
});

describe('a case with many pictures on paper', () => {
  const onPaper = async <T>(read: (tab: Tab) => Promise<T>): Promise<T> => {
    const tab = await site.browser.newPage({ javaScriptEnabled: false, viewport: paper.A4, colorScheme: 'dark' });
    await tab.emulateMedia({ media: 'print' });
    await tab.goto(site.origin + urls.page('projects', 'planning-permits-online'));
    const result = await read(tab);
    await tab.close();
    return result;
  };

  test('has black text in dark mode too, and neither navigation nor a second copy of a picture', async () => {
    const { unwanted, ink } = await onPaper(async (tab) => ({
      unwanted: await tab.locator(':is(nav, body > header, body > footer, dialog, .no-print):visible').count(),
      ink: await tab.evaluate(() => getComputedStyle(document.body).color),
    }));
    expect(unwanted).toBe(0);
    expect(ink).toBe('rgb(0, 0, 0)');
  });

  test('shows complete, undistorted pictures, each on one page', async () => {
    const pictures = await onPaper((tab) =>
      tab.locator('main img:visible').evaluateAll((all) =>
        (all as HTMLImageElement[]).map((picture) => {
          const { width, height } = picture.getBoundingClientRect();
          return {
            loaded: picture.naturalWidth > 0,
            distortion: width / height / (picture.naturalWidth / picture.naturalHeight) - 1,
            width,
            height,
          };
        }),
      ),
    );
    expect(pictures.length).toBeGreaterThan(4);
    expect(
      pictures.filter(({ loaded, distortion, width, height }) => !loaded || Math.abs(distortion) > 0.01 || width > 794 || height > 1000),
    ).toEqual([]);
  });

  test('keeps the shape of a telephone in running text', async () => {
    const tab = await site.browser.newPage({ javaScriptEnabled: false, viewport: paper.A4 });
    await tab.emulateMedia({ media: 'print' });
    await tab.goto(site.origin + urls.page('projects', 'irrigation-by-soil'));
    const box = await tab.getByAltText('The same list on a telephone').boundingBox();
    await tab.close();
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(640 / 1385, 2);
    expect(box?.height).toBeLessThan(paper.A4.height / 2);
  });

  test('keeps each figure, table row, quotation and cell on one page', async () => {
    const breaks = await onPaper((tab) =>
      tab.evaluate(() => {
        const inside = ['figure', 'tbody tr', 'blockquote', '.cell'].flatMap((selector) =>
          [...document.querySelectorAll(`article ${selector}`)].map((element) => getComputedStyle(element).breakInside),
        );
        return [...new Set(inside)];
      }),
    );
    expect(breaks).toEqual(['avoid']);
  });
});

/** Remove whitespace and compose letters: line ends and font changes do not separate words. */
function words(text: string): string {
  return text.normalize('NFKC').replace(/[\s“”]+/g, '');
}

type Format = keyof typeof paper;

test('a table of thirteen columns fits on the paper, with every number in one line', async () => {
  const tab = await site.browser.newPage({ bypassCSP: true, viewport: { width: 658, height: 900 } });
  await tab.emulateMedia({ media: 'print' });
  await tab.goto(site.origin + (cases[0]?.path ?? ''));
  await tab.addStyleTag({
    content: readFileSync(new URL('../../src/styles/prose-tables.css', import.meta.url), 'utf8').replace(
      /@reference[^;]*;|:root \{[^}]*\}/g,
      '',
    ),
  });
  const measured = await tab.evaluate(() => {
    const cells = Array.from({ length: 12 }, (_, month) => `<td class="num">${1_830_000 + month}</td>`).join('');
    const prose = document.querySelector('.part .prose, .prose');
    if (prose) prose.innerHTML = `<p>So:</p><div class="wide"><table><tbody><tr><th>Readings</th>${cells}</tr></tbody></table></div>`;
    const boxes = [...document.querySelectorAll('.prose td')].map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return { lines: range.getClientRects().length, right: cell.getBoundingClientRect().right };
    });
    return { lines: boxes.map(({ lines }) => lines), right: boxes.at(-1)?.right ?? Infinity };
  });
  await tab.context().close();
  expect(measured.lines).toEqual(Array<number>(12).fill(1));
  expect(measured.right).toBeLessThanOrEqual(658);
});

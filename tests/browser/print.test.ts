import type { BrowserContext, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPdf, type PdfFacts } from '../../src/lib/pdf/read.ts';
import { pageAt, pages, site as options, textOf, urls } from '../site/dist.ts';
import { openSite, type Site } from './served.ts';

/** The width and height of a sheet in CSS pixels. */
const sheets = { A4: { width: 794, height: 1123 }, Letter: { width: 816, height: 1056 } } as const;

const cases = pages().filter(({ path }) => path.startsWith(urls.page('projects')) && path !== urls.page('projects'));
const others = [urls.page(), urls.page('projects'), urls.page('results'), urls.page('about'), urls.page('contact')];

let site: Site;
let context: BrowserContext;

beforeAll(async () => {
  site = await openSite();
  context = await site.browser.newContext({ javaScriptEnabled: false });
});
afterAll(() => site.close());

/** Print a page as a reader without JavaScript would, once for all tests. */
function print(path: string, format: Format = 'A4'): Promise<PdfFacts> {
  const printed = prints.get(format + path) ?? draw(path, format);
  prints.set(format + path, printed);
  return printed;
}

async function draw(path: string, format: Format): Promise<PdfFacts> {
  const tab = await context.newPage();
  await tab.goto(site.origin + path);
  const facts = readPdf(await tab.pdf({ format, tagged: true, outline: true }));
  await tab.close();
  return facts;
}

const prints = new Map<string, Promise<PdfFacts>>();

/** What is read out, in order: the structure without the names of its elements. */
const said = ({ structure }: PdfFacts): string => words(structure.map((part) => part.replace(/^\w* /, '')).join(' '));

describe.each([
  { format: 'A4', some: cases },
  // The sheet is wider and shorter, the text the same: some will tell.
  { format: 'Letter', some: cases.filter((_, index) => index % 3 === 1) },
] as const)('on $format', ({ format, some }) => {
  test.concurrent.each(some)('$path is two to four pages, tagged and named, in the order it is meant to be read', async (page) => {
    const facts = await print(page.path, format);
    expect(facts.pages.length).toBeGreaterThanOrEqual(2);
    expect(facts.pages.length).toBeLessThanOrEqual(4);
    expect(facts).toMatchObject({ title: page.document.title, lang: page.document.documentElement.lang, tagged: true });
    const order = ['h1', '.strip dt', 'aside dd', 'h2', '.results tbody th', 'blockquote .quote']
      .map((selector) => words(textOf(page.document.querySelector(`article ${selector}`))))
      .filter((text) => text !== '');
    const text = said(facts);
    const lost = order.filter((part, index) => {
      const from = text.indexOf(order[index - 1] ?? '');
      return text.indexOf(part, from) < 0;
    });
    expect(order.length).toBeGreaterThan(3);
    expect(lost).toEqual([]);
  });
});

test.concurrent.each(cases)('$path carries whose it is, where it stands and the addresses it links to', async ({ path, url, document }) => {
  const all = words((await print(path)).painted.join(' '));
  const linked = [...document.querySelectorAll('main a[href^=http]')].map((link) => link.getAttribute('href') ?? '');
  expect([options.author.name, url, ...linked].filter((text) => !all.includes(words(text)))).toEqual([]);
});

test.concurrent.each(others)('%s prints without its navigation', async (path) => {
  const facts = await print(path);
  const { document } = pageAt(path.slice(urls.page().length));
  expect(facts.tagged && facts.pages.length < 8).toBe(true);
  expect(said(facts)).toContain(words(textOf(document.querySelector('h1'))));
  for (const part of ['header nav', 'footer']) expect(said(facts)).not.toContain(words(textOf(document.querySelector(`body > ${part}`))));
});

describe('a case with many pictures on paper', () => {
  const onPaper = async <T>(read: (tab: Tab) => Promise<T>): Promise<T> => {
    const tab = await site.browser.newPage({ javaScriptEnabled: false, viewport: sheets.A4, colorScheme: 'dark' });
    await tab.emulateMedia({ media: 'print' });
    await tab.goto(site.origin + urls.page('projects', 'planning-permits-online'));
    const result = await read(tab);
    await tab.close();
    return result;
  };

  test('has dark ink in the dark too, and neither navigation nor a second copy of a picture', async () => {
    const { shown, ink } = await onPaper(async (tab) => ({
      shown: await tab.locator(':is(nav, body > header, body > footer, dialog, .no-print):visible').count(),
      ink: await tab.evaluate(() => getComputedStyle(document.body).color),
    }));
    expect(shown).toBe(0);
    expect(ink).toBe('rgb(0, 0, 0)');
  });

  test('shows its pictures whole, each within a page', async () => {
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

  test('breaks no picture, table row or heading from what it belongs to', async () => {
    const kept = await onPaper((tab) =>
      tab.evaluate(() => {
        const inside = ['figure', 'tbody tr', 'blockquote', '.cell'].flatMap((selector) =>
          [...document.querySelectorAll(`article ${selector}`)].map((element) => getComputedStyle(element).breakInside),
        );
        return [...new Set(inside)];
      }),
    );
    expect(kept).toEqual(['avoid']);
  });
});

/** Without blanks and in composed letters: where a line or a face ends says nothing about words. */
function words(text: string): string {
  return text.normalize('NFKC').replace(/[\s“”]+/g, '');
}

type Format = keyof typeof sheets;

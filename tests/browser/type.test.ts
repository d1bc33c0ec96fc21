import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/i18n/languages.ts';
import { stringsFor } from '../../src/i18n/strings.ts';
import { headerSheet } from '../../src/lib/theme/header-sheet.ts';
import { pageFonts, typePairs } from '../../src/lib/theme/type-pairs.ts';
import { typeSheet } from '../../src/lib/theme/type-sheet.ts';
import { read, urls, fileAt } from '../site/dist.ts';
import { openSite, recordShifts, type Site } from './served.ts';

const paths = [urls.page(), urls.page('projects'), urls.page('projects', 'ecommerce-platform-re-architecture')];
const widths = [390, 768, 1280];

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Open the site under test with the typefaces of another pair; its fonts wait for `released`. */
async function openWith(pair: keyof typeof typePairs, released: Promise<unknown>): Promise<BrowserContext> {
  const type = typePairs[pair];
  const sheet = typeSheet(type, (role) => `/type/${role}.woff2`);
  // The policy of the page names the digest of its own styles.
  const context = await site.browser.newContext({ bypassCSP: true });
  await context.route(
    (url) => url.pathname.endsWith('/'),
    (route) => {
      const html = read(fileAt(new URL(route.request().url()).pathname) ?? '');
      return route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: html.replace(/@font-face\{font-family:"Brygada 1918".*?(?=<\/style>)/s, () => sheet),
      });
    },
  );
  for (const { role, face } of pageFonts(type)) {
    await context.route(`**/type/${role}.woff2`, async (route) => {
      await released;
      await route.fulfill({ path: fileURLToPath(import.meta.resolve(face.file('latin'))), contentType: 'font/woff2' });
    });
  }
  return context;
}

describe.each([
  ['studio', 0],
  ['almanac', 1],
  ['works', 2],
] as const)('in %s', (pair, turn) => {
  // Together the pairs have each page at each width; theme.test.ts has each pair, page and extreme.
  const screens = paths.map((path, index) => [path, widths[(index + turn) % widths.length] ?? 0] as const);
  test.concurrent.each(screens)('%s hardly moves when the fonts arrive, %i pixels wide', async (path, width) => {
    const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
    const context = await openWith(pair, released);
    const tab = await context.newPage();
    await tab.setViewportSize({ width, height: width < 600 ? 844 : 800 });
    const readShifts = await recordShifts(tab);
    await tab.goto(site.origin + path, { waitUntil: 'domcontentloaded' });
    await tab.evaluate(() =>
      Promise.allSettled([...document.fonts].filter(({ family }) => family.includes(' as ')).map((font) => font.load())),
    );
    const before = await readShifts();
    release(undefined);
    const loaded = await tab.evaluate(() =>
      document.fonts.ready.then(
        (fonts) => [...fonts].filter(({ family, status }) => !family.includes(' as ') && status === 'loaded').length,
      ),
    );
    const moved = (await readShifts()).slice(before.length).reduce((sum, { value }) => sum + value, 0);
    await context.close();
    expect(loaded).toBe(2);
    expect(moved).toBeLessThanOrEqual(0.01);
  });

  test('the invitation at the end of a page has the weight of its title', async () => {
    const context = await openWith(pair, Promise.resolve());
    const tab = await context.newPage();
    await tab.goto(site.origin + urls.page('projects'));
    const weights = await tab.evaluate(() =>
      ['h1', 'main > aside > .font-display'].map((one) => getComputedStyle(document.querySelector(one) as Element).fontWeight),
    );
    expect(weights).toEqual([String(typePairs[pair].weight), String(typePairs[pair].weight)]);
    await context.close();
  });

  test('no word of the name of a section is wider than its margin on paper', async () => {
    const context = await openWith(pair, Promise.resolve());
    const tab = await context.newPage();
    await tab.goto(site.origin + (paths[2] ?? ''));
    await tab.emulateMedia({ media: 'print' });
    const names = languages.flatMap((language) => Object.values(stringsFor(language).section).map(({ heading }) => heading));
    const broken = await tab.evaluate(
      (words) => {
        const heading = document.querySelector('.part h2') as HTMLElement;
        const margin = heading.offsetWidth;
        heading.style.inlineSize = 'min-content';
        heading.style.overflowWrap = 'normal';
        heading.style.hyphens = 'none';
        return words.filter((word) => {
          heading.textContent = word;
          return heading.offsetWidth > margin;
        });
      },
      names.flatMap((name) => name.split(' ')),
    );
    expect(broken).toEqual([]);
    await context.close();
  });

  test('no text asks for a weight that its face lacks', async () => {
    const context = await openWith(pair, Promise.resolve());
    const tab = await context.newPage();
    for (const path of paths) {
      await tab.goto(site.origin + path);
      const lacking = await tab.evaluate(() => {
        const ranges = new Map(
          [...document.fonts].map(({ family, weight }) => [family.replaceAll('"', ''), weight.split(' ').map(Number)]),
        );
        return [...document.querySelectorAll('body *')].flatMap((element) => {
          const { fontFamily, fontWeight } = getComputedStyle(element);
          const [lightest = NaN, boldest = lightest] = ranges.get((fontFamily.split(',')[0] ?? '').replaceAll('"', '')) ?? [];
          const fits = Number(fontWeight) >= lightest && Number(fontWeight) <= boldest;
          return fits || /mono/.test(fontFamily) ? [] : [`${element.tagName} ${fontFamily.slice(0, 30)} ${fontWeight}`];
        });
      });
      expect(lacking).toEqual([]);
    }
    await context.close();
  });
});

describe.each(['report', 'studio', 'almanac', 'works'] as const)('the header in %s', (pair) => {
  const labels = (['en', 'de', 'fr', 'es'] as const).map((language) => {
    const { work, results, index, about, contact, accessibility, facets } = stringsFor(language);
    return [work, results, index, facets.technology.all, facets.industry.all, about, contact, accessibility];
  });
  // Each menu has three to eight entries, so that some end close to the edge of some screen.
  const menus = labels.flatMap((all) =>
    all.flatMap((_, from) => [3, 4, 5, 6, 8].map((length) => [...all, ...all].slice(from, from + length))),
  );
  const names = ['Holm', 'Tern & Tide', 'Anna-Katharina Hoffmann', 'Nordlicht Softwarearchitektur GmbH'];
  // Every seventh: they have all names, languages and lengths.
  const headers = names
    .flatMap((name) => menus.map((menu) => ({ name, menu })))
    .filter((_, index) => index % 7 === 0)
    .map((one) => ({ ...one, sheet: headerSheet({ ...one, before: 0, scale: 'regular' }) }));

  test('has as many lines before the fonts arrive as after, in columns where its menu has more than one', async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<undefined>();
    const context = await openWith(pair, released);
    const tab = await context.newPage();
    await tab.goto(site.origin + urls.page(), { waitUntil: 'domcontentloaded' });
    const measure = async () => {
      const measured: string[] = [];
      for (const width of [320, 390, 428, 600, 820, 1280]) {
        await tab.setViewportSize({ width, height: 844 });
        measured.push(...(await tab.evaluate(measureHeaders, headers)));
      }
      return measured;
    };
    await tab.evaluate(() =>
      Promise.allSettled([...document.fonts].filter(({ family }) => family.includes(' as ')).map((font) => font.load())),
    );
    const before = await measure();
    release(undefined);
    await tab.evaluate(() => Promise.allSettled([...document.fonts].map((font) => font.load())));
    const after = await measure();
    await context.close();
    expect(new Set(after).size).toBeGreaterThan(3);
    // Without the styles of the header, about one in a hundred moves.
    expect(after.filter((header, index) => header !== before[index])).toEqual([]);
    expect(after.filter((header) => header.endsWith('ragged'))).toEqual([]);
  });
});

/** Give the header of a page one name, menu and sheet after the other: its height, and whether the lines of its menu are ragged. */
function measureHeaders(headers: readonly { name: string; menu: readonly string[]; sheet: string }[]): string[] {
  const header = document.querySelector('body > header') as HTMLElement;
  const name = header.querySelector('a') as HTMLElement;
  const list = header.querySelector('ul') as HTMLElement;
  const [entry] = list.children as unknown as [HTMLElement];
  const style = document.head.appendChild(document.createElement('style'));
  const measured = headers.map((one) => {
    style.textContent = one.sheet;
    name.lastChild?.replaceWith(one.name);
    list.replaceChildren(
      ...one.menu.map((text) => {
        const copy = entry.cloneNode(true) as HTMLElement;
        copy.querySelector('a')?.replaceChildren(text);
        return copy;
      }),
    );
    const boxes = [...list.children].map((item) => item.getBoundingClientRect());
    const columns = boxes.filter(({ y }) => y === boxes[0]?.y).length;
    const even = columns === boxes.length || columns <= Math.ceil(boxes.length / 2);
    const ragged = !even || boxes.some(({ x }, index) => x !== boxes[index % columns]?.x);
    return `${header.offsetHeight} pixels${ragged ? ', ragged' : ''}`;
  });
  style.remove();
  return measured;
}

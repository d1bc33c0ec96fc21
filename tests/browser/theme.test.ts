import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import type { Page as Tab } from 'playwright-core';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { themeSheet } from '../../src/lib/theme/theme.ts';
import { pageFonts, typePairs } from '../../src/lib/theme/type-pairs.ts';
import { typeSheet } from '../../src/lib/theme/type-sheet.ts';
import { themeSchema } from '../../src/schemas/theme.ts';
import { copyProject, type Copy } from '../site/copy.ts';
import { pages, urls } from '../site/dist.ts';
import { nextPaint, openSite, recordShifts, type Site } from './served.ts';

/** What fits at both ends of the scales and densities fits between them. */
const ends = (['small', 'large'] as const).flatMap((scale) => (['compact', 'airy'] as const).map((density) => ({ scale, density })));
const themes = [...ends, { scale: 'regular', density: 'regular' }] as const;
const widest = ends.length - 1;
/** That of the site under test. */
const usual = ends.length;
const mains = ['global', 'case'] as const;

let copy: Copy;
let site: Site;
let tab: Tab;
/** The main style sheets of each theme, in the order of `mains`. */
let sheets: string[][];

beforeAll(async () => {
  copy = copyProject();
  sheets = [];
  for (const theme of themes) sheets.push(await compile(theme));
  site = await openSite();
  tab = await site.browser.newPage({ reducedMotion: 'reduce', bypassCSP: true });
  // Pictures have their place without their files.
  await tab.route(/\.(?:avif|webp|jpg|png)$/, (route) => route.abort());
});
afterAll(async () => {
  await site.close();
  copy.remove();
});

/** Compile the main style sheets as the build of the site does. */
async function compile(theme: object): Promise<string[]> {
  copy.write('.astro/theme.css', themeSheet(themeSchema.parse(theme)));
  const { output } = (await build({
    root: copy.root,
    configFile: false,
    logLevel: 'silent',
    plugins: [tailwindcss()],
    build: {
      ...{ write: false, ssr: true, target: 'esnext', cssMinify: true },
      rollupOptions: { input: Object.fromEntries(mains.map((name) => [name, copy.path(`src/styles/${name}.css?inline`)])) },
    },
  })) as Rollup.RollupOutput;
  return Promise.all(
    mains.map(async (main) => {
      const chunk = output.find((one) => one.type === 'chunk' && one.name.startsWith(main)) as Rollup.OutputChunk;
      return ((await import(`data:text/javascript,${encodeURIComponent(chunk.code)}`)) as { default: string }).default;
    }),
  );
}

/** Show the open page in a theme, and list what makes it scroll sideways; `text` is its size in percent, `type` its typefaces. */
function widerThanScreen(index: number, text = 100, type = ''): Promise<string[]> {
  return tab.evaluate(
    ({ from, to, text, type }) => {
      const root = document.documentElement;
      const styles = [...document.querySelectorAll<HTMLStyleElement>('head > style')];
      const style = styles.find(({ dataset, textContent }) => 'main' in dataset || from.some((sheet) => textContent.startsWith(sheet)));
      if (!style) return ['The page has another style sheet than the test compiles.'];
      const main = Number((style.dataset['main'] ??= String(from.findIndex((sheet) => style.textContent.startsWith(sheet)))));
      const rest = (style.dataset['rest'] ??= style.textContent.slice(from[main]?.length));
      style.textContent = `${to[main]}${type ? rest.replace(/@font-face.*/s, type) : rest}`;
      root.style.fontSize = `${text}%`;
      if (root.scrollWidth <= root.clientWidth) return [];
      const beyond = [...document.querySelectorAll('body *')].filter(
        (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
      );
      return [`${root.scrollWidth} px`, ...beyond.slice(-2).map(({ outerHTML }) => outerHTML.slice(0, 90))];
    },
    { from: sheets[usual] ?? [], to: sheets[index] ?? [], text, type },
  );
}

test('no page scrolls sideways on a phone, in any scale and density', { timeout: 120_000 }, async () => {
  const wide: unknown[] = [];
  const seen = new Set<string>();
  for (const { path } of pages()) {
    await tab.goto(site.origin + path, { waitUntil: 'domcontentloaded' });
    // Pages of a kind that is tested already get the widest theme on the smaller phone alone.
    const kind = path.replace(/(?<=[^/]\/)[^/]+\/$/, '');
    const first = !seen.has(kind) || path.includes('every-kind');
    seen.add(kind);
    for (const width of first ? [320, 390] : [320]) {
      await tab.setViewportSize({ width, height: 800 });
      for (const index of first ? ends.keys() : [widest]) {
        const found = await widerThanScreen(index);
        if (found.length > 0) wide.push({ path, width, ...themes[index], found });
      }
      const enlarged = await widerThanScreen(widest, 200);
      if (enlarged.length > 0) wide.push({ path, width, text: '200 %', found: enlarged });
    }
  }
  expect(seen.size).toBeGreaterThan(15);
  expect(wide).toEqual([]);
});

test('each scale has titles of its own size, and each density rows of its own height', async () => {
  await tab.setViewportSize({ width: 1280, height: 800 });
  await tab.goto(site.origin, { waitUntil: 'domcontentloaded' });
  const measured: string[] = [];
  for (const [index, { scale, density }] of themes.entries()) {
    await widerThanScreen(index);
    const [title, space] = await tab.evaluate(() => [
      getComputedStyle(document.querySelector('h1') as Element).fontSize,
      getComputedStyle(document.querySelector('.case') as Element).paddingBlockStart,
    ]);
    measured.push(`${scale} ${title}, ${density} ${space}`);
  }
  expect(new Set(measured.flatMap((one) => one.split(', '))).size).toBe(6);
});

describe('when the fonts arrive', () => {
  const kinds = [urls.page(), urls.page('projects'), urls.page('projects', 'ecommerce-platform-re-architecture')];
  const screens = [
    { width: 390, height: 844 },
    { width: 1280, height: 800 },
  ];
  const extremes = [0, widest];

  beforeAll(async () => {
    await site.browser.contexts()[0]?.route(/\/type\/.*\.woff2$/, (route) => {
      const [, pair, role] = /type\/(\w+)\/(\w+)\./.exec(route.request().url()) ?? [];
      const font = pageFonts(typePairs[pair as keyof typeof typePairs]).find((one) => one.role === role);
      return route.fulfill({
        path: fileURLToPath(import.meta.resolve(font?.face.file('latin') ?? '')),
        ...{ contentType: 'font/woff2', headers: { 'cache-control': 'max-age=600' } },
      });
    });
  });

  const pairs = (Object.keys(typePairs) as (keyof typeof typePairs)[]).map((pair, turn) => ({ pair, turn }));
  test.each(pairs)('no page in $pair moves far, in any scale and density', async ({ pair, turn }) => {
    const sheet = typeSheet(typePairs[pair], (role) => `/type/${pair}/${role}.woff2`);
    const faces = sheet.match(/@font-face\{[^}]*url\([^}]*\}/g) ?? [];
    const standIns = faces.reduce((rest, face) => rest.replace(face, ''), sheet);
    const readShifts = await recordShifts(tab);
    const moved: { shift: number; path: string; width: number; theme: unknown }[] = [];
    for (const [at, path] of kinds.entries()) {
      await tab.goto(site.origin + path, { waitUntil: 'domcontentloaded' });
      for (const [nth, screen] of screens.entries()) {
        await tab.setViewportSize(screen);
        // Small and large in turn: two pairs have each page in both on each screen.
        const index = extremes[(turn + at + nth) % extremes.length] ?? widest;
        await widerThanScreen(index, 100, standIns);
        await loadFonts('');
        const before = (await readShifts()).length;
        expect(await loadFonts(faces.join(''))).toBeGreaterThanOrEqual(faces.length);
        const shift = (await readShifts()).slice(before).reduce((sum, { value }) => sum + value, 0);
        moved.push({ shift, path, width: screen.width, theme: themes[index] });
      }
    }
    const [worst] = moved.toSorted((a, b) => b.shift - a.shift);
    expect(moved).toHaveLength(kinds.length * screens.length);
    expect(worst?.shift, JSON.stringify(worst)).toBeLessThan(0.01);
  });
});

/** Replace the fonts of the open page beside those of its style sheet, and count what has loaded. */
async function loadFonts(faces: string): Promise<number> {
  const loaded = await tab.evaluate(async (css) => {
    const own = document.getElementById('faces') ?? document.head.appendChild(document.createElement('style'));
    own.id = 'faces';
    own.textContent = css;
    await Promise.allSettled([...document.fonts].map((font) => font.load()));
    return [...document.fonts].filter(({ status }) => status === 'loaded').length;
  }, faces);
  await nextPaint(tab);
  return loaded;
}

import type { Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { urls } from '../site/dist.ts';
import { openSite, type Site } from './served.ts';

let site: Site;
let tab: Tab;
/** A tab without JavaScript. */
let plain: Tab;

beforeAll(async () => {
  site = await openSite();
  tab = await site.browser.newPage();
  plain = await site.browser.newPage({ javaScriptEnabled: false, reducedMotion: 'reduce' });
});
afterAll(() => site.close());

const paths = ['projects', 'projects/ecommerce-platform-re-architecture', 'projects/grid-balance-desk'];
/** A case study with five screenshots of all shapes, and pictures in its text. */
const mixed = 'projects/irrigation-by-soil';

test.each(paths)('the pictures of /%s/ are about as wide as their sizes attribute says', async (path) => {
  await tab.goto(site.origin + urls.page(...path.split('/')));
  for (const width of [320, 390, 768, 1024, 1280, 1920]) {
    await tab.setViewportSize({ width, height: 800 });
    const pictures = await measure(tab);
    expect(pictures.length).toBeGreaterThan(1);
    expect(
      pictures.filter(({ stated, actual }) => Math.abs(stated - actual) > 0.06 * actual),
      `at ${width} px`,
    ).toEqual([]);
  }
});

test('a placeholder colour fills the place of a picture until it has loaded', async () => {
  await tab.route(/\.(?:avif|webp|jpg)$/, (route) => route.abort());
  await tab.goto(site.origin + urls.page('projects'));
  const colors = await tab.$$eval('img', (images) => images.map((image) => [image.dataset['c'], getComputedStyle(image).backgroundColor]));
  await tab.unroute(/\.(?:avif|webp|jpg)$/);
  expect(colors.length).toBeGreaterThan(5);
  for (const [color = '', seen] of colors) {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
    expect(seen).toBe(`rgb(${red}, ${green}, ${blue})`);
  }
});

describe.each([390, 800, 1280])('a gallery at %i px', (width) => {
  test('has rows of one height and of the whole width', async () => {
    const tab = await openMixed(width);
    const { page, boxes } = await tab.locator('.gallery').evaluate((gallery) => ({
      page: gallery.getBoundingClientRect().toJSON() as DOMRect,
      boxes: [...gallery.querySelectorAll('picture > img')].map((image) => image.getBoundingClientRect().toJSON() as DOMRect),
    }));
    const rows = [...Map.groupBy(boxes, ({ top }) => Math.round(top)).values()];
    expect(boxes).toHaveLength(5);
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      const heights = row.map(({ height }) => height);
      expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(1.5);
      // A phone alone on a phone is a little narrower.
      expect(page.right - Math.max(...row.map(({ right }) => right))).toBeLessThan(0.1 * width);
    }
  });

  test('states the widths of its pictures', async () => {
    const tab = await openMixed(width);
    const pictures = (await measure(tab)).filter(({ inGallery }) => inGallery);
    // The fifth is so small that it has one file.
    expect(pictures).toHaveLength(4);
    expect(pictures.filter(({ stated, actual }) => Math.abs(stated - actual) > 0.06 * actual)).toEqual([]);
  });

  test('shows no picture smaller when it is enlarged', async () => {
    const tab = await openMixed(width);
    const widths = await tab.locator('.gallery > li').evaluateAll((figures) =>
      figures.map((figure) => {
        const before = figure.querySelector('img')?.clientWidth ?? 0;
        const dialog = figure.querySelector('dialog');
        dialog?.showPopover();
        const after = dialog?.querySelector('img')?.clientWidth ?? 0;
        dialog?.hidePopover();
        return { before, after };
      }),
    );
    expect(widths.filter(({ before, after }) => before === 0 || after < before)).toEqual([]);
  });
});

describe('enlarged pictures, without JavaScript', () => {
  const state = (tab: Tab) =>
    tab.evaluate(() => ({
      open: [...document.querySelectorAll(':popover-open')].map(({ id }) => id).join(),
      focus: document.activeElement?.id,
    }));

  test('are reached by keyboard, and so are their neighbours; Escape leads back to the button of the last one', async () => {
    const tab = await openMixed(1280);
    await tab.locator('#screens-2-open').focus();
    await tab.keyboard.press('Enter');
    expect(await state(tab)).toEqual({ open: 'screens-2', focus: 'screens-2' });
    await tab.keyboard.press('Tab');
    expect(await nameOfFocus(tab)).toBe('Next The profile of the valley from the dam to the mill');
    await tab.keyboard.press('Enter');
    expect(await state(tab)).toEqual({ open: 'screens-3', focus: 'screens-3' });
    await tab.keyboard.press('Shift+Tab');
    expect(await nameOfFocus(tab)).toBe('Close The profile of the valley from the dam to the mill');
    await tab.keyboard.press('Shift+Tab');
    expect(await nameOfFocus(tab)).toBe('Previous The list of open valves on a telephone');
    await tab.keyboard.press('Enter');
    expect(await state(tab)).toEqual({ open: 'screens-2', focus: 'screens-2' });
    await tab.keyboard.press('Escape');
    expect(await state(tab)).toEqual({ open: '', focus: 'screens-2-open' });
    expect(await nameOfFocus(tab)).toBe('Enlarge The list of open valves on a telephone');
  });

  test('open with a click on the picture; their buttons and the space around them work', async () => {
    const tab = await openMixed(1280);
    await tab.locator('.gallery li:nth-child(2) picture img').click({ force: true });
    expect((await state(tab)).open).toBe('screens-2');
    await tab.getByRole('button', { name: 'Next' }).click();
    await tab.getByRole('button', { name: 'Next' }).click();
    expect((await state(tab)).open).toBe('screens-4');
    await tab.getByRole('button', { name: 'Previous' }).click();
    expect((await state(tab)).open).toBe('screens-3');
    await tab.getByRole('button', { name: 'Close' }).click();
    expect((await state(tab)).open).toBe('');
    await tab.locator('#screens-2-open').click();
    await tab.mouse.click(8, 400);
    expect((await state(tab)).open).toBe('');
  });

  test.each([
    ['first', 1, ['Close', 'Next']],
    ['last', 5, ['Previous', 'Close']],
  ])('have the screen to themselves; the %s has one neighbour', async (_name, number, expected) => {
    const tab = await openMixed(1280);
    await tab.locator(`#screens-${number}-open`).click();
    const seen = await tab.getByRole('button').allInnerTexts();
    const links = await tab.getByRole('link').count();
    const before = await tab.evaluate(() => scrollY);
    await tab.mouse.move(8, 400);
    await tab.mouse.wheel(0, 400);
    // The picture of the screen is drawn after the wheel has turned.
    for (let frames = 0; frames < 2; frames++) await tab.screenshot();
    expect(await tab.evaluate(() => scrollY)).toBe(before);
    await tab.keyboard.press('Escape');
    await tab.mouse.wheel(0, 400);
    await expect.poll(() => tab.evaluate(() => scrollY)).toBeGreaterThan(before);
    expect([links, seen.map((text) => text.trim())]).toEqual([0, expected]);
  });

  const nameOfFocus = async (tab: Tab) => {
    const session = await tab.context().newCDPSession(tab);
    const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' });
    const { nodes } = await session.send('Accessibility.getPartialAXTree', { objectId: result.objectId ?? '', fetchRelatives: false });
    return nodes[0]?.name?.value as unknown;
  };
});

async function openMixed(width: number): Promise<Tab> {
  await plain.setViewportSize({ width, height: 800 });
  await plain.goto(site.origin + urls.page(...mixed.split('/')));
  return plain;
}

/** Evaluate the `sizes` of every picture of several files as a browser does, and measure the picture, both in CSS pixels. */
function measure(tab: Tab): Promise<{ src: string; inGallery: boolean; stated: number; actual: number }[]> {
  return tab.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('div'));
    const measured = [...document.querySelectorAll('picture:has(> source[sizes])')].map((picture) => {
      const sizes = picture
        .querySelector('source')
        ?.sizes.split(', ')
        .map((part) => /^(?:(\(.+\)) )?(\S+)$/.exec(part));
      const [, , length = ''] = sizes?.find((part) => !part?.[1] || matchMedia(part[1]).matches) ?? [];
      probe.style.inlineSize = length;
      const image = picture.querySelector('img');
      return {
        src: image?.src ?? '',
        inGallery: picture.closest('.gallery') !== null,
        stated: probe.clientWidth,
        actual: image?.clientWidth ?? 0,
      };
    });
    probe.remove();
    return measured;
  });
}

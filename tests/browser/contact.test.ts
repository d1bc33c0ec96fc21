import { existsSync, readFileSync } from 'node:fs';
import type { Browser, Page as Tab } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../../src/integrations/pdf/chromium.ts';
import { copyProject } from '../site/copy.ts';
import { findViolations } from './axe.ts';
import { contrast } from './contrast.ts';

const origin = 'https://fixtures.example';
const copy = copyProject({ only: ['gift-ledger.md'], pictures: true });
const options = `
  contact: { form: 'https://forms.example/f/abc', booking: 'https://cal.example/tern' },
  portrait: { image: '/assets/images/me.png', alt: 'A tern' },
  social: ['https://github.com/tern'],
`;
let browser: Browser;

beforeAll(async () => {
  const image = sharp({ create: { width: 800, height: 1000, channels: 3, background: '#456' } });
  copy.write('src/assets/images/me.png', await image.png().toBuffer());
  const config = readFileSync(copy.path('src/site.config.ts'), 'utf8');
  copy.write('src/site.config.ts', config.replace(/^ *contact: .*\n/m, options));
  const { code, output } = await copy.start().ended;
  expect(code, output).toBe(0);
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  copy.remove();
});

const sent: string[] = [];

/** Open a page of the built site; what a form sends elsewhere is recorded. */
async function open(path: string, settings: Parameters<Browser['newContext']>[0] = {}): Promise<Tab> {
  const context = await browser.newContext(settings);
  await context.route('**/*', (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== origin) {
      sent.push(`${url.href} ${route.request().postData() ?? ''}`);
      return route.fulfill({ body: 'Thank you.' });
    }
    const file = copy.path(`dist${url.pathname}${url.pathname.endsWith('/') ? 'index.html' : ''}`);
    return existsSync(file) ? route.fulfill({ path: file }) : route.fulfill({ status: 404 });
  });
  const tab = await context.newPage();
  await tab.goto(origin + path);
  return tab;
}

const fill = async (tab: Tab): Promise<void> => {
  await tab.getByLabel('Your name').fill('Ann');
  await tab.getByLabel('Your email address').fill('ann@example.com');
  await tab.getByLabel('Your message').fill('Late ferries.');
};

describe('the contact form', () => {
  test('sends what a reader writes, without JavaScript', async () => {
    const tab = await open('/contact/', { javaScriptEnabled: false });
    await fill(tab);
    await tab.getByRole('button', { name: 'Send message' }).click();
    await tab.waitForURL('https://forms.example/**');
    expect(sent).toEqual(['https://forms.example/f/abc name=Ann&email=ann%40example.com&message=Late+ferries.&_gotcha=']);
    await tab.context().close();
  });

  test('cannot be sent to an address that somebody has put into the page', async () => {
    const tab = await open('/contact/');
    const before = sent.length;
    await fill(tab);
    // The policy's violation is an event; a click would wait for the page that never comes.
    const blocked = await tab.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
          const form = document.querySelector('form');
          form?.setAttribute('action', 'https://elsewhere.example/');
          form?.requestSubmit();
        }),
    );
    expect(blocked).toBe('form-action');
    expect([tab.url(), sent.slice(before)]).toEqual([`${origin}/contact/`, []]);
    await tab.context().close();
  });

  test('has fields with borders of 3:1 and text of 7:1 in both themes', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const tab = await open('/contact/', { colorScheme });
      const colors = await tab.evaluate(() => {
        const style = (selector: string) => getComputedStyle(document.querySelector(selector) as Element);
        const { backgroundColor: paper } = style('body');
        const { borderTopColor: border, color: text } = style('form textarea');
        const { color: label, backgroundColor: button } = style('form button');
        return { border: [border, paper], text: [text, paper], note: [style('form p').color, paper], button: [label, button] };
      });
      const ratios = Object.entries(colors).map(([name, pair]) => [name, contrast(pair)] as const);
      expect(ratios.filter(([name, ratio]) => ratio < (name === 'border' ? 3 : 7))).toEqual([]);
      await tab.context().close();
    }
  });

  test('is not printed', async () => {
    const tab = await open('/contact/');
    await tab.emulateMedia({ media: 'print' });
    expect(await tab.locator('form').isVisible()).toBe(false);
    await tab.context().close();
  });

  test('keeps its borders in forced colours', async () => {
    const tab = await open('/contact/', { forcedColors: 'active' });
    const borders = await tab
      .locator('form :is(input[required], textarea, button)')
      .evaluateAll((all) => all.map((one) => `${getComputedStyle(one).borderTopStyle} ${getComputedStyle(one).borderTopWidth}`));
    expect(borders).toEqual(Array(4).fill('solid 1px'));
    await tab.context().close();
  });
});

test.each(['/', '/about/', '/contact/', '/projects/gift-ledger/'])('%s is accessible with all of it', async (path) => {
  const tab = await open(path, { bypassCSP: true });
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 320],
  ] as const) {
    await tab.emulateMedia({ colorScheme });
    await tab.setViewportSize({ width, height: 800 });
    const violations = await findViolations(tab, {}, { rules: { 'target-size': { enabled: true } } });
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  await tab.context().close();
});

import type { Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { urls } from '../site/dist.ts';
import { openSite, recordErrors, type Site } from './served.ts';

let site: Site;
let tab: Tab;
let errors: string[];
const requests: string[] = [];

beforeAll(async () => {
  site = await openSite();
  // Without smooth scrolling, which would move the page between two measurements.
  tab = await site.browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  errors = recordErrors(tab);
  await tab.clock.install();
  await tab.goto(site.origin + urls.page('projects', 'ecommerce-platform-re-architecture'));
  await tab.waitForSelector('astro-island:not([ssr])');
  await tab.locator('.own summary').focus();
  await tab.keyboard.press('Enter');
  tab.on('request', (request) => requests.push(request.url()));
});
afterAll(() => site.close());

const row = (label: string) => tab.locator('.own-row', { hasText: label });
const answer = async (label: string) =>
  (await row(label).locator('output').textContent())
    ?.replace(/\u00a0/g, ' ')
    .replace(/hours?/g, 'h')
    .replace(/mins/g, 'min');
const error = (label: string) => row(label).locator('.own-error').textContent();
const type = (label: string, text: string) => row(label).locator('input').fill(text);

test('opens by keyboard and begins with the answer that the server computed', async () => {
  expect(await tab.locator('.own').getAttribute('open')).not.toBeNull();
  expect(await answer('Page load times')).toBe('30');
  expect(await answer('Uptime')).toBe('43 min 50 s of downtime a month, 8 h 46 min a year');
});

test.each([
  ['Page load times', '4.0', '1.2'],
  ['Page load times', '0,5', '0.15'],
  ['Page load times', '12,000', '3,600'],
  ['Page load times', '0', '0'],
  ['Page load times', '٤', '1.2'],
  ['Conversion rate', '2.0', '2.5%'],
  ['Uptime', '99.99', '4 min 23 s of downtime a month, 52 min 36 s a year'],
  ['Uptime', '100', '0 s of downtime a month, 0 s a year'],
])('%s: %s gives %s', async (label, text, result) => {
  await type(label, text);
  expect(await answer(label)).toBe(result);
  expect(await row(label).locator('input').getAttribute('aria-invalid')).toBe('false');
});

test.each(['', '-3', '1e309', 'four', '9'.repeat(400), '1.2.3'])('%j is refused in words and marked invalid', async (text) => {
  await type('Page load times', text);
  expect(await answer('Page load times')).toBe('');
  expect(await error('Page load times')).toBe('Enter a number, 0 or above');
  const input = row('Page load times').locator('input');
  expect(await input.getAttribute('aria-invalid')).toBe('true');
  const described = await input.getAttribute('aria-errormessage');
  expect(described).toBe(await row('Page load times').locator('.own-error').getAttribute('id'));
  expect((await input.getAttribute('aria-describedby'))?.split(' ')).toContain(described);
});

test('an error stands under its field, without an arrow, and goes with the next number', async () => {
  await type('Uptime', '101');
  expect(await error('Uptime')).toBe('Enter a number from 0 to 100');
  const [field, message] = [row('Uptime').locator('input'), row('Uptime').locator('.own-error')];
  const [above, below] = [await field.boundingBox(), await message.boundingBox()];
  expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
  expect(below?.x).toBeCloseTo(above?.x ?? 0, 0);
  expect(
    await row('Uptime')
      .locator('output')
      .evaluate((output) => getComputedStyle(output, '::before').content),
  ).toBe('none');
  await type('Uptime', '99.9');
  expect([await error('Uptime'), await answer('Uptime')]).toEqual(['', '43 min 50 s of downtime a month, 8 h 46 min a year']);
});

test('labels, inputs and answers stand on one grid, at any width', async () => {
  for (const width of [1280, 390, 320]) {
    await tab.setViewportSize({ width, height: 800 });
    const edges = (selector: string) =>
      tab
        .locator(`.own-row ${selector}`)
        .evaluateAll((all) => [...new Set(all.map((one) => Math.round(one.getBoundingClientRect().left)))]);
    expect([(await edges('label')).length, (await edges('input')).length, (await edges('output')).length], `${width}`).toEqual([1, 1, 1]);
    expect(await tab.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
  await tab.setViewportSize({ width: 1280, height: 800 });
});

test('without JavaScript there is no panel', async () => {
  const bare = await site.browser.newPage({ javaScriptEnabled: false });
  await bare.goto(site.origin + urls.page('projects', 'ecommerce-platform-re-architecture'));
  expect(await bare.locator('.own').isVisible()).toBe(false);
  await bare.close();
});

test('every input has a name, and the result is spoken once, after a pause', async () => {
  expect(await row('Page load times').getByRole('textbox', { name: 'Page load times' }).count()).toBe(1);
  await tab.clock.runFor(2000);
  await tab.evaluate(() => {
    const spoken: string[] = ((globalThis as unknown as Recorder).spoken = []);
    const status = document.querySelector('.own [role=status]') as Element;
    new MutationObserver(() => spoken.push(status.textContent)).observe(status, { childList: true });
  });
  for (const text of ['1', '12', '120']) {
    await type('Page load times', text);
    await tab.clock.runFor(100);
  }
  await tab.clock.runFor(2000);
  expect(await tab.evaluate(() => (globalThis as unknown as Recorder).spoken)).toEqual(['Page load times: 36']);
});

test('nothing leaves the page and nothing is stored', async () => {
  await type('Page load times', '31337');
  await tab.clock.runFor(2000);
  expect(requests.filter((url) => url.includes('31337'))).toEqual([]);
  expect(await tab.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie, location.search])).toEqual([0, 0, '', '']);
  expect(errors).toEqual([]);
});

interface Recorder {
  spoken: string[];
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page as Tab } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { launch } from '../../src/integrations/pdf/chromium.ts';
import { copyProject, type Build, type Copy } from '../site/copy.ts';
import { findViolations } from './axe.ts';
import { recordErrors } from './served.ts';

const reference = 'src/content/projects/ecommerce-platform-re-architecture.md';

/** For one step on a busy machine, in milliseconds. */
const timeout = 30_000;

let copy: Copy;
let server: Build;
let origin: string;
let browser: Browser;
/** One for all tests: it keeps the modules of the page. */
let context: BrowserContext;
let tab: Tab;
let errors: string[];
let written: string;

beforeAll(async () => {
  // Each save reads all documents again.
  copy = copyProject({
    only: [
      ...['ecommerce-platform-re-architecture.md', 'editorial-desk.md', 'editorial-desk.de.md', 'gift-ledger.md', 'museum-timed-entry.md'],
    ],
  });
  copy.write('src/content/selections/harbour-board.md', '---\ntitle: Bookings\nprojects: [gift-ledger]\n---\n');
  server = copy.run([process.execPath, 'scripts/run.mjs', 'studio']);
  await vi.waitUntil(() => /localhost:\d+\/_studio/.test(server.output()), { timeout: 2 * timeout });
  origin = `http://${/localhost:\d+/.exec(server.output())?.[0]}`;
  browser = await launch();
  context = await browser.newContext({ reducedMotion: 'reduce' });
}, 3 * timeout);
afterAll(async () => {
  await browser.close();
  server.process.kill();
  await server.ended;
  copy.remove();
});
beforeEach(async () => {
  written = text();
  await openTab();
});
afterEach(async () => {
  await tab.close();
  writeFileSync(copy.path(reference), written);
});

const text = (): string => readFileSync(copy.path(reference), 'utf8');
const field = (name: string) => tab.locator(`[data-field="${name}"]`);
const notes = (name: string) => tab.locator('.field', { has: field(name) }).locator('.note');
const state = () => tab.locator('.save-state');
const save = () => tab.keyboard.press('ControlOrMeta+s');

/** What went wrong. The copy links its packages, whose fonts Vite does not serve from there. */
const faults = (): string[] => errors.filter((error) => !/\.woff2$|status of 403/.test(error));

async function openTab(): Promise<void> {
  tab = await context.newPage();
  await tab.setViewportSize({ width: 1280, height: 844 });
  tab.setDefaultTimeout(timeout);
  errors = recordErrors(tab);
}

/** Show the studio without a document. */
async function start(): Promise<void> {
  await tab.goto(`${origin}/_studio/`);
  await tab.locator('.documents a').first().waitFor();
}

async function open(path = reference): Promise<void> {
  await tab.goto(`${origin}/_studio/?path=${path}`);
  await tab.locator('.section').first().waitFor();
}

async function saved(): Promise<void> {
  await vi.waitUntil(async () => (await state().textContent()) === 'Saved', { timeout, interval: 50 });
}

/** Lines of a text that another one does not have, in both directions. */
function difference(before: string, after: string): { removed: string[]; added: string[] } {
  const [left, right] = [before.split('\n'), after.split('\n')];
  return { removed: left.filter((line) => !right.includes(line)), added: right.filter((line) => !left.includes(line)) };
}

describe('the studio', { timeout: 3 * timeout }, () => {
  test('lists the documents by collection, translations below their original, with what hides them', async () => {
    await start();
    const nav = tab.getByRole('navigation', { name: 'Documents' });
    expect(await nav.getByRole('heading').allTextContents()).toEqual(['Case studies', 'Pages', 'Selections']);
    const editorial = nav.locator('.documents > li', { hasText: 'One Desk for Eleven Magazines' });
    expect(await editorial.locator('ul .lang').allTextContents()).toEqual(['de']);
    expect(await nav.locator('a', { hasText: 'Timed Entry' }).locator('.facts').textContent()).toContain('Draft');
    await nav.getByRole('searchbox').fill('magazines desk');
    expect(await nav.locator('.documents > li').count()).toBe(1);
  });

  test('changes exactly the line of the field that one has edited, and shows it on the page', async () => {
    await open();
    await field('tagline').fill('A shop that stays open on the busiest day.');
    expect(await state().textContent()).toBe('Unsaved changes');
    await save();
    await saved();
    expect(difference(written, text())).toEqual({
      removed: ['tagline: Modernizing a legacy PrestaShop platform for scalability and performance.'],
      added: ['tagline: A shop that stays open on the busiest day.'],
    });
    expect(text().split('\n').length).toBe(written.split('\n').length);
    await tab.frameLocator('iframe').getByText('A shop that stays open').first().waitFor();
    expect(faults()).toEqual([]);
  });

  /** Hold the next saves until the function that this returns is called. */
  async function holdSaves(): Promise<() => void> {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await tab.route('**/api/document', async (route) => {
      if (route.request().method() === 'PUT') await held;
      await route.continue();
    });
    return release;
  }

  async function saveAndWaitForIt(): Promise<void> {
    const sent = tab.waitForRequest((request) => request.method() === 'PUT');
    await save();
    await sent;
  }

  test('saves what is typed while a save runs, when one saves again', async () => {
    await open();
    const release = await holdSaves();
    await field('title').fill('First');
    await saveAndWaitForIt();
    await field('title').fill('Second');
    await save();
    release();
    await expect.poll(() => /^title: (.*)$/m.exec(text())?.[1], { timeout }).toBe('Second');
    await saved();
    expect(faults()).toEqual([]);
  });

  test('asks once for two saves where the file has changed, and keeps the answer', async () => {
    await open();
    const release = await holdSaves();
    await field('title').fill('Mine');
    await saveAndWaitForIt();
    await save();
    writeFileSync(copy.path(reference), written.replace(/^title: .*$/m, 'title: Theirs'));
    release();
    await tab.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(() => /^title: (.*)$/m.exec(text())?.[1], { timeout }).toBe('Mine');
    await saved();
    expect(await tab.locator('dialog[open]').count()).toBe(0);
  });

  test('saves nothing where nothing has changed', async () => {
    await open();
    await field('title').fill('Another');
    await field('title').fill('E-commerce Platform Re-architecture');
    expect(await state().textContent()).toBe('Saved');
    await save();
    await saved();
    expect(text()).toBe(written);
  });

  test('shows what it makes of an outcome as one types, and what is wrong under the field', async () => {
    await open();
    const sentence = field('metrics[0].sentence');
    const row = tab.locator('.entries > li', { has: sentence });
    await sentence.fill('Page loads fell from 3.5 s to 0.8 s');
    await row.getByText('We understood: Page loads: from 3.5 s to 0.8 s').waitFor();
    await sentence.fill('70');
    await notes('metrics[0].sentence').waitFor();
    expect(await notes('metrics[0].sentence').textContent()).toContain('write a sentence such as "70% less waiting time"');
    expect(await sentence.getAttribute('aria-invalid')).toBe('true');
    expect(await sentence.getAttribute('aria-describedby')).toContain(await notes('metrics[0].sentence').locator('..').getAttribute('id'));
    await save();
    const refused = tab.locator('.refused');
    await refused.waitFor();
    expect(await refused.textContent()).toContain('Not saved.');
    expect(text()).toBe(written);
    await refused.getByRole('button').click();
    expect(await sentence.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('draws an outcome as its page does', async () => {
    await open();
    const drawn = (root: { locator: Tab['locator'] }) =>
      root.locator('.bars').evaluateAll((all) => all.map(({ outerHTML }) => outerHTML).toSorted());
    const page = tab.frameLocator('iframe').locator('.strip');
    await page.waitFor();
    const ours = await drawn(tab.locator('.entries'));
    expect(ours.length).toBeGreaterThan(1);
    // The page may be loaded once more meanwhile.
    await expect.poll(() => drawn(page).catch(() => []), { timeout }).toEqual(ours);
    const row = tab.locator('.entries > li', { has: field('metrics[0].sentence') });
    await field('metrics[0].sentence').fill('Page loads fell from 3.5 s to 0.8 s');
    await row.locator('.bars', { hasText: /was 3\.5\ss\s*now 0\.8\ss/ }).waitFor();
    expect(await row.locator('svg').evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width > 5))).toContain(true);
    await field('metrics[0].sentence').fill('Nothing counted');
    await row.locator('.bars').waitFor({ state: 'detached' });
    expect(faults()).toEqual([]);
  });

  test('takes back and repeats, in one step what was typed in one go', async () => {
    await open();
    await field('title').fill('First');
    await field('tagline').fill('Second');
    await tab.getByRole('button', { name: 'Undo' }).click();
    expect([await field('title').inputValue(), await field('tagline').inputValue()]).toEqual([
      'First',
      'Modernizing a legacy PrestaShop platform for scalability and performance.',
    ]);
    await tab.keyboard.press('ControlOrMeta+z');
    expect(await field('title').inputValue()).toBe('E-commerce Platform Re-architecture');
    expect(await state().textContent()).toBe('Saved');
    await tab.keyboard.press('ControlOrMeta+Shift+z');
    expect(await field('title').inputValue()).toBe('First');
  });

  test('adds, moves and removes entries by keyboard, with the focus where one goes on', async () => {
    await open();
    const focused = () =>
      tab.evaluate(() => document.activeElement?.getAttribute('data-field') ?? document.activeElement?.getAttribute('aria-label'));
    const list = tab.locator('fieldset[data-field="technologies"]');
    await tab.getByText('Facts', { exact: true }).click();
    await field('technologies[0]').press('Enter');
    expect(await focused()).toBe('technologies[1]');
    await tab.keyboard.type('Redis');
    await list.getByRole('button', { name: 'Move Technology 2 down' }).press('Enter');
    expect(await focused()).toBe('Move Technology 3 down');
    await list.getByRole('button', { name: 'Remove Technology 1' }).press('Enter');
    expect(await focused()).toBe('Remove Technology 1');
    await save();
    await saved();
    expect(difference(written, text()).added).toEqual([
      'technologies: ["Symfony", "Redis", "PrestaShop", "MySQL", "AWS", "Docker", "Vue.js"]',
    ]);
  });

  test('asks which version stays when the file has changed meanwhile', async () => {
    await open();
    await field('tagline').fill('Mine.');
    const theirs = written.replace('Global Retailer Inc.', 'Another Retailer');
    writeFileSync(copy.path(reference), theirs);
    await save();
    const dialog = tab.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.locator('.removed').allTextContents()).toContain('client: Another Retailer');
    expect(await dialog.locator('.added').allTextContents()).toContain('tagline: Mine.');
    expect(await seriousViolations()).toEqual([]);
    expect(text()).toBe(theirs);
    await dialog.getByRole('button', { name: 'Take the version on disk' }).click();
    await saved();
    expect(await field('client.name').inputValue()).toBe('Another Retailer');
    await tab.getByRole('button', { name: 'Undo' }).click();
    expect(await field('tagline').inputValue()).toBe('Mine.');
    await save();
    await saved();
    expect(text()).toBe(written.replace(/^tagline:.*/m, 'tagline: Mine.'));
  });

  test('puts case studies in order, deletes one and brings it back', async () => {
    await start();
    const titles = () => tab.locator('section', { hasText: 'Case studies' }).locator('.documents > li > a .title').allTextContents();
    const before = await titles();
    await tab.getByRole('button', { name: 'Reorder' }).click();
    await tab.getByRole('button', { name: `Move ${before[1]} up` }).press('Enter');
    expect(await tab.evaluate(() => document.activeElement?.ariaLabel)).toBe(`Move ${before[1]} down`);
    await tab.getByRole('button', { name: 'Save order' }).click();
    const wanted = [before[1], before[0], ...before.slice(2)];
    await vi.waitUntil(async () => (await titles()).join() === wanted.join(), { timeout });
    await open('src/content/projects/gift-ledger.md');
    const ledger = readFileSync(copy.path('src/content/projects/gift-ledger.md'), 'utf8');
    await tab.getByRole('button', { name: 'Delete' }).click();
    const back = tab.getByRole('button', { name: 'Bring it back' });
    await back.waitFor();
    expect(existsSync(copy.path('src/content/projects/gift-ledger.md'))).toBe(false);
    expect(await back.evaluate((element) => element === document.activeElement)).toBe(true);
    await tab.keyboard.press('Enter');
    await tab.getByRole('heading', { level: 1, name: 'A Gift Ledger' }).waitFor();
    expect(readFileSync(copy.path('src/content/projects/gift-ledger.md'), 'utf8')).toBe(ledger);
    expect(faults()).toEqual([]);
  });

  test('asks before one leaves changes that are not saved', async () => {
    await open();
    await field('tagline').fill('Not yet saved.');
    await tab.getByRole('link', { name: 'A Gift Ledger' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    expect(await field('tagline').inputValue()).toBe('Not yet saved.');
    await tab.getByRole('link', { name: 'A Gift Ledger' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: 'Discard them' }).click();
    await tab.getByRole('heading', { level: 1, name: 'A Gift Ledger' }).waitFor();
    expect(text()).toBe(written);
  });
});

describe('what one can do besides typing', { timeout: 3 * timeout }, () => {
  test('Back and then Cancel keeps the address of the document that stays open', async () => {
    await start();
    await tab.getByRole('link', { name: 'A Gift Ledger' }).click();
    await tab.getByRole('heading', { level: 1, name: 'A Gift Ledger' }).waitFor();
    await tab.getByRole('link', { name: 'E-commerce' }).click();
    await tab.getByRole('heading', { level: 1, name: 'E-commerce' }).waitFor();
    await field('tagline').fill('Not yet saved.');
    await tab.goBack();
    const dialog = tab.getByRole('dialog');
    await dialog.waitFor();
    expect(await seriousViolations()).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await vi.waitUntil(() => tab.url().includes('ecommerce'), { timeout });
    expect(await field('tagline').inputValue()).toBe('Not yet saved.');
    await tab.goBack();
    await dialog.getByRole('button', { name: 'Discard them' }).click();
    await tab.getByRole('heading', { level: 1, name: 'A Gift Ledger' }).waitFor();
    expect(tab.url()).toContain('gift-ledger');
  });

  test('a draft with errors is saved with a mark; what is public is not', async () => {
    await open();
    await field('metrics[0].sentence').fill('70');
    await tab.getByText('Who sees it, and where').click();
    await field('draft').check();
    await save();
    await vi.waitUntil(async () => (await state().textContent()) === 'Saved, with 1 error', { timeout });
    await tab.getByText('This draft is saved with errors').waitFor();
    expect(text()).toMatch(/^draft: true$/m);
    await field('draft').uncheck();
    await save();
    await tab.getByText('1 error to correct first, or make it a draft.').waitFor();
    expect(text()).toMatch(/^draft: true$/m);
  });

  test('what the check of the whole site has found stays while one types elsewhere', async () => {
    writeFileSync(copy.path(reference), written.replace(/^date:/m, 'aliases: [/about/]\ndate:'));
    const found = tab.locator('.note', { hasText: 'is an address of src/content/pages/about.md' });
    await vi.waitUntil(
      async () => {
        await open();
        return (await found.count()) > 0;
      },
      { timeout },
    );
    const checked = tab.waitForResponse(/api\/check$/);
    await field('tagline').fill('Something else.');
    await checked;
    await tab.getByText('This is as of the last save.').waitFor({ state: 'attached' });
    expect(await found.count()).toBe(1);
    await tab.getByText('Addresses and language').click();
    await field('aliases[0]').fill('/elsewhere/');
    await found.waitFor({ state: 'detached' });
  });

  test('writes with the tools, and shows what becomes of it', async () => {
    await open();
    const body = tab.locator('.field', { has: field('body') });
    await field('body').fill('The quay');
    await field('body').selectText();
    await body.getByRole('button', { name: 'Bold' }).click();
    await field('body').press('End');
    await body.getByRole('button', { name: 'Heading' }).click();
    await tab.keyboard.type('Tides');
    expect(await field('body').inputValue()).toBe('**The quay**\n\n## Tides');
    await body.getByRole('button', { name: 'Preview' }).click();
    const preview = body.getByRole('region', { name: 'Preview' });
    await preview.getByRole('heading', { name: 'Tides' }).waitFor();
    expect(await preview.locator('strong').textContent()).toBe('The quay');
    await save();
    await saved();
    expect(text()).toMatch(/\n---\n\n\*\*The quay\*\*\n\n## Tides\n?$/);
  });

  test('takes pictures that are dropped or pasted', async () => {
    await open();
    await tab.getByText('Pictures', { exact: true }).first().click();
    const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#246' } })
      .png()
      .toBuffer();
    const give = (name: string, type: 'drop' | 'paste', file: string) =>
      tab
        .locator(name)
        .first()
        .evaluate(
          (element, [kind, called, data]) => {
            const transfer = new DataTransfer();
            transfer.items.add(new File([new Uint8Array(data)], called, { type: 'image/png' }));
            const options = { bubbles: true, cancelable: true };
            element.dispatchEvent(
              kind === 'drop'
                ? new DragEvent('drop', { ...options, dataTransfer: transfer })
                : new ClipboardEvent('paste', { ...options, clipboardData: transfer }),
            );
          },
          [type, file, [...bytes]] as const,
        );
    const count = await tab.locator('fieldset[data-field="screenshots"] > .entries > li').count();
    await give('fieldset[data-field="screenshots"]', 'drop', 'dropped.png');
    await field(`screenshots[${count}].alt`).waitFor();
    expect(await field(`screenshots[${count}].image`).inputValue()).toMatch(/dropped\.png$/);
    await give('[data-field="body"]', 'paste', 'pasted.png');
    // The same picture is stored once.
    await vi.waitUntil(async () => /!\[What the picture shows\]\(.*dropped\.png\)/.test(await field('body').inputValue()), { timeout });
  });

  test('duplicates and translates, both as drafts', async () => {
    await open('src/content/projects/gift-ledger.md');
    await tab.getByRole('button', { name: 'Duplicate' }).click();
    await tab.getByRole('dialog').getByLabel('Title').fill('A Second Ledger');
    await tab.keyboard.press('Enter');
    await tab.getByRole('heading', { level: 1, name: 'A Second Ledger' }).waitFor();
    await tab.getByRole('button', { name: 'Translate' }).click();
    const dialog = tab.getByRole('dialog');
    expect(await seriousViolations()).toEqual([]);
    await dialog.getByLabel('Language').selectOption('French');
    await dialog.getByRole('button', { name: 'Create the translation' }).click();
    await tab.locator('.path', { hasText: 'second-ledger.fr.md' }).waitFor();
    for (const name of ['a-second-ledger.md', 'a-second-ledger.fr.md'])
      expect(readFileSync(copy.path(`src/content/projects/${name}`), 'utf8')).toMatch(/^draft: true$/m);
    await tab.getByRole('button', { name: 'New' }).click();
    await tab.getByRole('dialog', { name: 'New document' }).waitFor();
    expect(await seriousViolations()).toEqual([]);
    expect(faults()).toEqual([]);
  });

  test('loses nothing when the studio is started anew, under another token', async () => {
    await open();
    await field('tagline').fill('Written before the restart.');
    const port = new URL(origin).port;
    server.process.kill();
    await server.ended;
    await save();
    await tab.getByText('The studio’s server does not answer.').waitFor();
    expect(await field('tagline').inputValue()).toBe('Written before the restart.');
    server = copy.run([process.execPath, 'scripts/run.mjs', 'studio', '--port', port]);
    await vi.waitUntil(() => /localhost:\d+\/_studio/.test(server.output()), { timeout: 2 * timeout });
    await save();
    await saved();
    expect(text()).toMatch(/^tagline: Written before the restart\.$/m);
  });
});

/** Serious faults that axe finds in the studio itself; the page beside it is tested elsewhere. */
async function seriousViolations(within = 'html'): Promise<string[]> {
  const violations = await findViolations(tab, { include: within, exclude: 'iframe' });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test('a new case study is written by keyboard alone', { timeout: 3 * timeout }, async () => {
  const picture = copy.path('quay at low tide.png');
  await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#789' } })
    .png()
    .toFile(picture);
  const press = async (key: string, times = 1): Promise<void> => {
    for (let time = 0; time < times; time++) await tab.keyboard.press(key);
  };
  /** Go on by Tab until the focus is on what has this name. */
  const tabTo = async (name: string): Promise<void> => {
    for (let steps = 0; steps < 200; steps++) {
      const found = await tab.evaluate(() => {
        const element = document.activeElement as HTMLInputElement | null;
        return element?.dataset['field'] ?? element?.labels?.[0]?.textContent ?? element?.ariaLabel ?? element?.textContent ?? '';
      });
      if (found.startsWith(name)) return;
      await press('Tab');
    }
    throw new Error(`Tab does not reach ${name}.`);
  };
  await start();
  await tabTo('New');
  await press('Enter');
  await tab.getByRole('dialog').waitFor();
  expect(await tab.evaluate(() => (document.activeElement as HTMLInputElement).labels?.[0]?.textContent)).toBe('Title');
  await tab.keyboard.type('Ferries on Time');
  await press('Enter');
  await tab.getByRole('heading', { level: 1, name: 'Ferries on Time' }).waitFor();
  await tabTo('tagline');
  await tab.keyboard.type('One timetable for two ferries.');
  await tabTo('client.name');
  await tab.keyboard.type('Halden Ferry Lines');
  await tabTo('date');
  await tab.keyboard.type('2025-04');
  await tabTo('body');
  await tab.keyboard.type('The timetable was on paper.');
  await tabTo('Add an outcome');
  await press('Enter');
  await tab.keyboard.type('Late departures fell from 12% to 3%');
  await tabTo('Add an outcome');
  await press('Enter');
  await tab.keyboard.type('70% less time spent on changes');
  await tabTo('Pictures');
  await press('Enter');
  // Chromium reports a chooser only once it has been asked to, which takes a moment.
  const chooser = tab.waitForEvent('filechooser');
  await tabTo('Choose pictures');
  await press('Enter');
  await (await chooser).setFiles(picture);
  await vi.waitUntil(() => tab.evaluate(() => (document.activeElement as HTMLElement).dataset['field'] === 'screenshots[0].alt'), {
    timeout,
  });
  await tab.keyboard.type('The timetable on a phone: two ferries');
  await save();
  await saved();
  const path = 'src/content/projects/ferries-on-time/index.md';
  const text = readFileSync(copy.path(path), 'utf8');
  expect(text).toContain('tagline: One timetable for two ferries.\n');
  expect(text).toContain('client: Halden Ferry Lines\n');
  expect(text).toContain('date: 2025-04\n');
  expect(text).toMatch(/\nmetrics:\n {2}- Late departures fell from 12% to 3%\n {2}- 70% less time spent on changes\n/);
  const image = /\n {2}- image: (.*)\n {4}alt: (.*)\n/.exec(text);
  expect(image?.[2]).toMatch(/^(['"])The timetable on a phone: two ferries\1$/);
  expect(existsSync(copy.path(`src/content/projects/ferries-on-time/${image?.[1]}`))).toBe(true);
  expect(text).toMatch(/\n---\n+The timetable was on paper\.\n?$/);
  expect(faults()).toEqual([]);
});

describe.each([
  [1280, false],
  [1280, true],
  [390, false],
  [390, true],
])('%i pixels wide, dark: %s', (width, dark) => {
  test('has no serious fault for those who use aids, and nothing scrolls sideways', { timeout: 3 * timeout }, async () => {
    await tab.setViewportSize({ width, height: 844 });
    await tab.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    await start();
    const overflow = () => tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await seriousViolations()).toEqual([]);
    await tab.getByRole('link', { name: 'E-commerce' }).click();
    await tab.locator('.bars').first().waitFor();
    await tab.locator('.section').evaluateAll((sections) => sections.forEach((section) => section.setAttribute('open', '')));
    await field('metrics[0].sentence').fill('70');
    await notes('metrics[0].sentence').waitFor();
    expect(await seriousViolations()).toEqual([]);
    expect(await overflow()).toBe(0);
    // The panes scroll, the window does not.
    expect(await tab.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
    await tab.getByRole('button', { name: 'Changes' }).click();
    await tab.getByRole('dialog').waitFor();
    expect(await seriousViolations('dialog')).toEqual([]);
    expect(await overflow()).toBe(0);
    expect(faults()).toEqual([]);
  });
});

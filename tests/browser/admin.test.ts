import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser, Page as Tab } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { writeEditor } from '../../src/integrations/editor/write-editor.ts';
import { launch } from '../../src/integrations/pdf/chromium.ts';
import { editorPolicy } from '../../src/lib/editor/policy.ts';
import type { EditorOptions } from '../../src/schemas/editor.ts';
import { giveEditor, whyWithoutEditor } from '../fixtures/editor.ts';
import site from '../fixtures/site/src/site.config.ts';
import { copyProject, type Copy } from '../site/copy.ts';
import { parseHtml } from '../site/dist.ts';
import { findViolations } from './axe.ts';
import { editorForm, keysOf, type EditorForm } from './editor-form.ts';
import { stubGitHub, type Commit, type Repository } from './github.ts';

const editor: EditorOptions = { host: 'github', repository: 'ann/site', branch: 'main', path: '/admin/', review: false };
const reason = whyWithoutEditor();
if (reason) console.warn(`Tests of the editor are skipped: ${reason}.`);

const projects = 'src/content/projects';
const reference = `${projects}/ecommerce-platform-re-architecture.md`;

let copy: Copy;
let browser: Browser;
let origin: string;
let close: () => Promise<void>;
/** One for all tests: the editor is 2.5 MB of code. */
let tab: Tab;
let form: EditorForm;
let repository: Repository;
const violations = new Set<string>();
const warnings: string[] = [];

describe.skipIf(reason !== null)('the editor', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    copy = copyProject();
    giveEditor(copy);
    await writeEditor(copy.root, { ...site, editor }, { folder: copy.path('out/admin'), dist: copy.path('dist'), address: '/admin/' });
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const file = join(copy.path('out'), pathname.endsWith('/') ? `${pathname}index.html` : pathname);
      response.writeHead(existsSync(file) ? 200 : 404, {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': `${editorPolicy(editor)}; frame-ancestors 'none'`,
        'x-frame-options': 'DENY',
      });
      response.end(existsSync(file) ? readFileSync(file) : '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await launch();
    close = async () => {
      await browser.close();
      server.close();
      copy.remove();
    };
    await openTab();
    await tab.goto(`${origin}/admin/`);
    await tab.getByRole('button', { name: 'Sign In Using Access Token' }).click();
    await tab.getByLabel('Personal Access Token').fill('github_pat_example');
    await tab.getByRole('button', { name: 'Sign In', exact: true }).click();
    await form.button('New').waitFor();
  }, 180_000);
  afterAll(() => close?.());

  afterEach(() => {
    expect(repository.strangers).toEqual([]);
    expect([...violations].filter((one) => !knownViolations.includes(one))).toEqual([]);
  });

  test('changes one line of the reference document for a new tagline, in one commit', async () => {
    const before = readFileSync(copy.path(reference), 'utf8');
    await open('projects-md-files', 'ecommerce-platform-re-architecture');
    await form.fill('tagline', 'A shop that answers in half a second');
    const [commit] = await save();
    expect(commit).toMatchObject({ expected: 'c0', deletions: [] });
    expect(commit?.additions.map(({ path }) => path)).toEqual([reference]);
    expect(commit?.additions[0]?.content.toString()).toBe(
      `${before.replace(/^tagline: .*$/m, 'tagline: A shop that answers in half a second').trimEnd()}\n`,
    );
  });

  test(
    'writes a new case study, its picture and its translation by keys alone, which pass the check and are on the site',
    { timeout: 180_000 },
    async () => {
      const { reach, press, write } = keysOf(tab);
      await go('collections/projects');
      await reach('[data-label="New"]');
      await press('Enter');
      await write('title', 'Night Ferry Ünïcode');
      await reach('[role=checkbox]', 'client');
      await press(' ');
      await write('client.name', 'Halden Ferry Lines');
      await write('date', '2025-04');
      await reach('[role=checkbox]', 'thumbnail');
      await press(' ');
      await reach('[data-label="Browse"]', 'thumbnail.image');
      await press('Enter');
      // Chromium reports a chooser only once it has been asked to, which takes a moment.
      const chooser = tab.waitForEvent('filechooser');
      await reach('[data-label="Upload"]');
      await press('Enter');
      const buffer = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#357' } })
        .jpeg()
        .toBuffer();
      await (await chooser).setFiles({ name: 'Night Bus Ünïcode.jpg', mimeType: 'image/jpeg', buffer });
      await tab.locator('[data-label="Insert"]:enabled').waitFor();
      await reach('[data-label="Insert"]');
      await press('Enter');
      await tab.getByRole('dialog').waitFor({ state: 'detached' });
      await write('thumbnail.alt', 'The timetable: two ferries');
      await write('business_context', 'Why it mattered: "quite" a lot.\n\n- one\n- two: three');
      await reach('[data-label^="Add"]', 'metrics');
      await press('Enter');
      await write('metrics.0.category', 'speed');
      await write('metrics.0.sentence', 'Page loads fell from 3.5 s to 0.8 s');
      await write('body', 'The story.');
      const [commit] = await committed(() => press('ControlOrMeta+s'));
      const folder = `${projects}/night-ferry-uenicode`;
      const [text, webp] = commit?.additions.toSorted((a, b) => a.path.localeCompare(b.path)) ?? [];
      expect(commit?.additions).toHaveLength(2);
      expect([text?.path, webp?.path]).toEqual([`${folder}/index.md`, `${folder}/night-bus-uenicode.webp`]);
      expect(text?.content.toString()).toBe(newCase);

      await reach('[role=row]');
      while (!(await tab.evaluate(() => document.activeElement?.textContent))?.includes('Night Ferry')) await press('ArrowDown');
      await press('Enter');
      await reach('[role=radio]');
      await press('ArrowRight');
      await reach('[data-label^="Enable"]');
      await press('Enter');
      await write('title', 'Nachtfähre');
      await write('business_context', 'Die Geschichte.');
      const [translated] = await committed(() => press('ControlOrMeta+s'));
      const files = new Map(translated?.additions.map(({ path, content }) => [path, content.toString()]));
      expect(files.get(`${folder}/index.de.md`)).toBe('---\ntitle: Nachtfähre\nbusiness_context: Die Geschichte.\n---\n');
      expect(files.get(`${folder}/index.md`) ?? newCase).toBe(newCase);

      const small = copyProject({ only: [] });
      for (const { path, content } of [commit, translated].flatMap((one) => one?.additions ?? [])) small.write(path, content);
      const check = await small.run([process.execPath, 'scripts/run.mjs', 'check']).ended;
      const build = await small.start().ended;
      const built = small.dist();
      small.remove();
      expect([check.code, check.output]).toEqual([0, expect.stringMatching(/ 0 errors/)]);
      expect(build.code, build.output).toBe(0);
      const [page, german] = ['projects', 'de/projects'].map((top) =>
        parseHtml(Buffer.from(built[`${top}/night-ferry-uenicode/index.html`] ?? '', 'latin1').toString()),
      ) as [Document, Document];
      expect(german.querySelector('h1')?.textContent).toBe('Nachtfähre');
      expect(page.querySelector('h1')?.textContent).toBe('Night Ferry Ünïcode');
      expect(page.querySelector('.strip')?.textContent).toMatch(/Page loads.*0\.8\ss.*was 3\.5\ss.*now 0\.8\ss/);
      const picture = page.querySelector('main img[alt="The timetable: two ferries"]')?.getAttribute('src') ?? '';
      expect(built[picture.slice(1)]?.length, picture).toBeGreaterThan(100);
    },
  );

  test('shows what the schema says of `70`, and saves it in a draft only', async () => {
    await go('collections/projects/new');
    const before = repository.commits.length;
    await form.fill('title', 'Gaps');
    await (await form.reach('metrics')).getByRole('button', { name: /Add/ }).click();
    await form.fill('metrics.0.sentence', '70');
    await expect
      .poll(() => tab.locator('.findings').innerText())
      .toContain('has no label; write a sentence such as "70% less waiting time"');
    await form.button('Save').click();
    await tab.getByText('One field has an error').waitFor();
    expect(repository.commits.length).toBe(before);
    await form.fill('metrics.0.sentence', '');
    await form.button('Save').click();
    await expect.poll(() => tab.locator('.findings').innerText()).toContain('the page has nothing to read');
    expect(repository.commits.length).toBe(before);
    await (await form.reach('draft')).getByRole('switch').click();
    const [commit] = await save();
    expect(commit?.additions[0]?.content.toString()).toBe('---\ntitle: Gaps\ndraft: true\n---\n');
  });

  test.each([
    ['the original', '', `${projects}/editorial-desk.md`, 'from 2 d to 6 min'],
    ['the translation', 'German', `${projects}/editorial-desk.de.md`, 'Bis eine Korrektur erscheint: from 2 d to 6 min'],
  ])('checks and saves %s and leaves its pair as it is', async (_, language, path, outcome) => {
    await open('projects-md-files', 'editorial-desk');
    if (language) await tab.getByRole('radio', { name: language }).first().click();
    await expect.poll(() => tab.locator('.readings').innerText()).toContain(outcome);
    await form.fill('tagline', 'One sentence');
    const files = new Map(repository.files);
    const [commit] = await save();
    // Sveltia writes both files of a pair; one of them with the bytes that it has.
    const changed = commit?.additions.filter((one) => !files.get(one.path)?.equals(one.content)) ?? [];
    expect(changed.map((one) => one.path)).toEqual([path]);
    const before = files.get(path)?.toString() ?? '';
    expect(changed[0]?.content.toString().trimEnd()).toBe(before.replace(/^tagline: .*$/m, 'tagline: One sentence').trimEnd());
  });

  test('warns of a change that somebody else has made meanwhile', async () => {
    await open('projects-md-files', 'gift-ledger');
    await form.fill('tagline', 'Mine');
    const path = `${projects}/gift-ledger.md`;
    const before = repository.commits.length;
    repository.change(path, readFileSync(copy.path(path), 'utf8').replace(/^tagline: .*$/m, 'tagline: Theirs'));
    await form.button('Save').click();
    await tab.getByText(/has been changed in the repository after you opened it/).waitFor();
    expect(repository.commits).toHaveLength(before + 1);
    const dialog = tab.getByRole('alertdialog', { name: 'Entry Changed by Someone Else' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(repository.commits).toHaveLength(before + 1);
  });

  test('shows a confidential client under its alias', async () => {
    await go('collections/projects/new');
    await form.fill('title', 'Quiet');
    await form.add('client');
    await form.fill('client.name', 'Halden Ferry Lines');
    await form.fill('client.alias', 'A ferry line');
    await (await form.reach('client.confidential')).getByRole('switch').click();
    const preview = tab.frameLocator('iframe').locator('.preview');
    await expect.poll(() => preview.innerText()).toContain('A ferry line');
    expect(await preview.innerText()).not.toContain('Halden');
  });

  test('has a configuration that Sveltia’s own schema knows throughout', async () => {
    await open('projects-md-files', 'ecommerce-platform-re-architecture');
    expect(warnings.filter((text) => /configuration|option/.test(text))).toEqual([]);
  });

  test('has no serious fault of accessibility, and violates its policy in known ways only', async () => {
    await open('projects-md-files', 'ecommerce-platform-re-architecture');
    await tab.frameLocator('iframe').locator('.preview').waitFor();
    const faults = await findViolations(tab, { exclude: 'iframe' });
    expect(
      faults.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html]),
    ).toEqual([]);
    expect([...violations].toSorted()).toEqual(knownViolations);
  });
});

/** What the policy blocks, and nothing needs: where the relative addresses of the preview begin, a page about outages, and a probe. */
const knownViolations = ['base-uri /', 'connect-src https://www.githubstatus.com/api/v2/status.json', 'script-src eval'];

const newCase = `---
title: Night Ferry Ünïcode
client: Halden Ferry Lines
date: 2025-04
thumbnail:
  image: night-bus-uenicode.webp
  alt: 'The timetable: two ferries'
business_context: |
  Why it mattered: "quite" a lot.

  - one
  - two: three
metrics:
  speed: Page loads fell from 3.5 s to 0.8 s
---

The story.
`;

async function openTab(): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, locale: 'en-GB' });
  tab = await context.newPage();
  form = editorForm(tab);
  tab.setDefaultTimeout(10_000);
  tab.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await tab.exposeBinding('noteViolation', (_, text: string) => {
    // The preview looks for the pictures of a text at the site, which has them under other names.
    if (!text.startsWith(`img-src ${site.url}/assets/`)) violations.add(text);
  });
  await tab.addInitScript(() => {
    const { noteViolation } = window as unknown as { noteViolation: (text: string) => void };
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      noteViolation(`${effectiveDirective} ${blockedURI.replace(location.origin, '')}`),
    );
  });
  repository = await stubGitHub(tab, copy.root);
}

/** Go to a part of the editor, which stays loaded. */
async function go(part: string): Promise<void> {
  await tab.goto(`${origin}/admin/#/${part}`);
}

/** Open a document of a collection. */
async function open(collection: string, slug: string): Promise<void> {
  await go(`collections/${collection}/entries/${slug}`);
  await tab.locator('.findings').waitFor();
}

/** Save, and wait for the commit. */
const save = (): Promise<Commit[]> => committed(() => form.button('Save').click());

/** Return the commits that come of doing something. */
async function committed(act: () => Promise<void>): Promise<Commit[]> {
  const before = repository.commits.length;
  await act();
  await expect.poll(() => repository.commits.length, { timeout: 10_000 }).toBe(before + 1);
  await form.button('New').waitFor();
  return repository.commits.slice(before);
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

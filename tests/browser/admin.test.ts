import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkContent } from '../../src/checks/run.ts';
import { writeEditor } from '../../src/integrations/editor/write-editor.ts';
import { launch } from '../../src/integrations/pdf/chromium.ts';
import { editorPolicy } from '../../src/lib/editor/policy.ts';
import type { EditorOptions } from '../../src/schemas/editor.ts';
import { giveEditor, whyWithoutEditor } from '../fixtures/editor.ts';
import site from '../fixtures/site/src/site.config.ts';
import { copyProject, type Copy } from '../site/copy.ts';
import { stubGitHub, type Repository } from './github.ts';

const editor: EditorOptions = { host: 'github', repository: 'ann/site', branch: 'main', path: '/admin/', review: false };
const reason = whyWithoutEditor();
if (reason) console.warn(`Tests of the editor are skipped: ${reason}.`);

const projects = 'src/content/projects';
const reference = `${projects}/ecommerce-platform-re-architecture.md`;

let copy: Copy;
let browser: Browser;
let origin: string;
let close: () => void;
let tab: Tab;
let repository: Repository;
let violations: string[];

describe.skipIf(reason !== null)('the editor', { timeout: 40_000 }, () => {
  beforeAll(async () => {
    copy = copyProject();
    giveEditor(copy);
    const folder = copy.path('out/admin');
    await writeEditor(copy.root, { ...site, editor }, { folder, dist: join(copy.root, 'dist'), address: '/admin/' });
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const file = join(copy.path('out'), pathname.endsWith('/') ? `${pathname}index.html` : pathname);
      response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
      response.setHeader('content-security-policy', `${editorPolicy(editor)}; frame-ancestors 'none'`);
      response.setHeader('x-frame-options', 'DENY');
      response.end(readFileSync(file));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    close = () => {
      server.close();
      server.closeAllConnections();
    };
    browser = await launch();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    close?.();
    copy?.remove();
  });

  beforeEach(async () => {
    tab = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    tab.setDefaultTimeout(10_000);
    repository = await stubGitHub(tab, copy.root);
    violations = [];
    tab.on('console', (message) => {
      const [, what, directive] = /^(?:Connecting to|Loading the \w+|Setting the document's) '?([^']+)'? .*directive: "([\w-]+)/.exec(message.text()) ?? [];
      if (what && directive) violations.push(`${directive} ${what}`);
    });
    await tab.goto(`${origin}/admin/`);
    await tab.getByRole('button', { name: 'Sign In Using Access Token' }).click();
    await tab.getByLabel('Personal Access Token').fill('github_pat_example');
    await tab.getByRole('button', { name: 'Sign In', exact: true }).click();
    await button('New').waitFor();
  });
  afterEach(async () => {
    expect(repository.strangers).toEqual([]);
    await tab.close();
  });

  test('changes one line of the reference document for a new tagline, in one commit', async () => {
    const before = readFileSync(copy.path(reference), 'utf8');
    await open('projects-md-files', 'ecommerce-platform-re-architecture');
    await fill('tagline', 'A shop that answers in half a second');
    await save();
    const [commit] = repository.commits;
    expect(repository.commits).toHaveLength(1);
    expect(commit).toMatchObject({ expected: 'c0', deletions: [] });
    expect(commit?.additions.map(({ path }) => path)).toEqual([reference]);
    expect(commit?.additions[0]?.content.toString()).toBe(
      `${before.replace(/^tagline: .*$/m, 'tagline: A shop that answers in half a second').trimEnd()}\n`,
    );
  });
});

/** Open a document of a collection. */
async function open(collection: string, slug: string): Promise<void> {
  await tab.goto(`${origin}/admin/#/collections/${collection}/entries/${slug}`);
  await tab.locator('.findings').waitFor();
}

function field(path: string) {
  return tab.locator(`[data-key-path="${path}"]`).first();
}

async function fill(path: string, text: string): Promise<void> {
  await field(path).scrollIntoViewIfNeeded();
  await field(path).locator('input').first().fill(text);
}

function button(label: string) {
  return tab.locator(`button[data-label="${label}"]:visible`).first();
}

/** Save, and wait for the commit. */
async function save(): Promise<void> {
  const before = repository.commits.length;
  await button('Save').click();
  await expect.poll(() => repository.commits.length, { timeout: 10_000 }).toBe(before + 1);
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

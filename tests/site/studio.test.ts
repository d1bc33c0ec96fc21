import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DocumentEntry, OpenDocument } from '../../src/studio/api.ts';
import { copyProject, type Build, type Copy } from './copy.ts';
import { bytes, files } from './dist.ts';

const timeout = 60_000;
const projects = 'src/content/projects';
const reference = `${projects}/ecommerce-platform-re-architecture.md`;

let copy: Copy;
let server: Build;
/** Address of the studio. */
let studio: string;
let token: string;

beforeAll(async () => {
  copy = copyProject({ only: ['ecommerce-platform-re-architecture.md', 'editorial-desk.md', 'editorial-desk.de.md'] });
  const config = readFileSync(copy.path('src/site.config.ts'), 'utf8');
  copy.write('src/site.config.ts', config.replace("url: 'https://fixtures.example'", "url: 'https://fixtures.example',\n  base: '/work'"));
  copy.write('src/studio/page/probe.ts', "import { toForm } from '../../lib/content/form.ts';\nconsole.log(toForm);\n");
  copy.write('src/studio/page/probe.css', 'main { color: red }');
  server = copy.run([process.execPath, 'scripts/run.mjs', 'studio', '--port', '0']);
  await until(() => /The studio is at \S+/.test(server.output()));
  studio = /The studio is at (\S+)/.exec(server.output())?.[1] ?? '';
  token = /studio-token" content="([^"]+)"/.exec(await (await fetch(studio)).text())?.[1] ?? '';
}, timeout);
afterAll(async () => {
  server.process.kill();
  await server.ended;
  copy.remove();
});

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  await vi.waitUntil(condition, { timeout, interval: 50 }).catch((error: unknown) => {
    throw new Error(`The studio did not get there. Its output:\n${server.output().slice(-2000)}`, { cause: error });
  });
}

async function ask<T>(method: string, address: string, body?: unknown): Promise<T> {
  const headers = { 'x-studio-token': token, ...(body !== undefined && { 'content-type': 'application/json' }) };
  const response = await fetch(new URL(`api/${address}`, studio), {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

const page = async (address: string | null): Promise<string> => (await fetch(new URL(address ?? '', studio))).text();
const open = (path: string): Promise<OpenDocument> => ask('GET', `document?path=${path}`);

describe('npm run studio', { timeout: 2 * timeout }, () => {
  test('prints the address of the studio, below the base of the site', () => {
    expect(studio).toMatch(/^http:\/\/localhost:\d+\/work\/_studio\/$/);
    expect(token).toMatch(/^[\w-]{43}$/);
  });

  test('serves the modules of its page, and style sheets that are no scripts', async () => {
    const module = await fetch(new URL('/src/studio/page/probe.ts', studio));
    expect(module.headers.get('content-type')).toMatch(/javascript/);
    const code = await module.text();
    expect(code).not.toContain('@vite/client');
    const imported = await fetch(new URL(/from "([^"]+form\.ts[^"]*)"/.exec(code)?.[1] ?? '', studio));
    expect([imported.status, imported.headers.get('content-type')]).toEqual([200, expect.stringMatching(/javascript/)]);
    const style = await fetch(new URL('/src/studio/page/probe.css', studio), {
      headers: { accept: 'text/css,*/*;q=0.1', 'sec-fetch-dest': 'style' },
    });
    expect([style.headers.get('content-type'), await style.text()]).toEqual(['text/css', expect.stringContaining('color')]);
  });

  test.each<[string, Record<string, string>]>([
    ['without the token', { 'x-studio-token': '' }],
    ['from another origin', { origin: 'http://localhost:1' }],
    ['at another host', { host: 'studio.example' }],
  ])('answers nothing %s', async (_name, headers) => {
    const asked = request(new URL('api/site', studio), { headers: { 'x-studio-token': token, ...headers } }).end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    expect(response.resume().statusCode).toBe(403);
  });

  test('lists the documents with addresses that the server answers', async () => {
    const entries = await ask<DocumentEntry[]>('GET', 'documents');
    expect(entries.map(({ path }) => path)).toEqual(
      expect.arrayContaining([reference, `${projects}/editorial-desk.de.md`, 'src/content/pages/about.md']),
    );
    for (const { path, address, title } of entries.filter((one) => one.errors === 0)) {
      const html = await page(address);
      expect(html.includes('</h1>') && html.includes(title.slice(0, 5)), path).toBe(true);
    }
  });

  test('shows a saved tagline on the page; git sees one line', async () => {
    const { text, version, address } = await open(reference);
    await page(address);
    const before = copy.path('before.md');
    copy.write('before.md', text);
    const saved = await ask<OpenDocument>('PUT', 'document', {
      path: reference,
      text: text.replace(/^tagline: .*$/m, 'tagline: A shop at low tide'),
      version,
    });
    await until(async () => (await page(address)).includes('A shop at low tide'));
    const { stdout } = spawnSync('git', ['diff', '--no-index', '--numstat', before, copy.path(reference)], { encoding: 'utf8' });
    expect(stdout).toMatch(/^1\t1\t/);
    await ask('PUT', 'document', { path: reference, text, version: saved.version });
    expect(readFileSync(copy.path(reference), 'utf8')).toBe(text);
  });

  test('knows after a save what the check of the whole site says', async () => {
    const { text, version } = await open(reference);
    const linked = `${text}\n[There](/projects/none/)\n`;
    const { version: saved } = await ask<OpenDocument>('PUT', 'document', { path: reference, text: linked, version });
    await until(async () => (await open(reference)).diagnostics.some(({ value }) => value === '/projects/none/'));
    await ask('PUT', 'document', { path: reference, text, version: saved });
  });

  test('shows a new document, and no deleted one', async () => {
    const { path } = await ask<{ path: string }>('POST', 'new', { collection: 'projects', title: 'Spring tide' });
    const { version, address } = await open(path);
    expect(address).toBe('/work/projects/spring-tide/');
    await until(async () => (await page(address)).includes('>Spring tide</h1>'));
    const deleted = await ask('POST', 'delete', { path, version });
    await until(async () => (await fetch(new URL(address ?? '', studio))).status === 404);
    expect(await ask('POST', 'restore', deleted)).toEqual({ path });
    await until(async () => (await page(address)).includes('>Spring tide</h1>'));
  });

  test('prints no error', () => {
    expect(server.output()).not.toMatch(/unhandled|\n\s+at |studio could not/i);
    expect(server.process.exitCode).toBeNull();
  });
});

test('nothing of the studio is in a build', () => {
  const named = files().filter(
    (path) => /studio/.test(path) || /_studio|studio-token|CASEFOLIO_STUDIO/.test(bytes(path).toString('latin1')),
  );
  expect(named).toEqual([]);
});

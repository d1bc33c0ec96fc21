import { symlinkSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostsOf } from '../../../src/studio/server/guard.ts';
import { makeDocument, png } from '../../fixtures/documents/make.ts';
import { startStudio, token, type TestStudio } from '../../fixtures/studio.ts';

let studio: TestStudio;

beforeAll(async () => {
  studio = await startStudio({
    'rota.md': makeDocument(),
    'notes.txt': 'Secret',
    '/src/assets/images/quay.png': png(30, 20),
    '/src/content/technologies/list.yaml': '[]',
    '/elsewhere/secret.md': makeDocument({ title: 'title: Secret' }),
    '/src/site.config.md': 'x',
  });
  const content = join(studio.root, 'src/content/projects');
  symlinkSync(join(studio.root, 'elsewhere/secret.md'), join(content, 'linked.md'));
  symlinkSync('rota.md', join(content, 'inside.md'));
  symlinkSync(join(studio.root, 'elsewhere'), join(content, 'folder'));
  mkdirSync(join(content, 'directory.md'));
});
afterAll(() => studio.close());

const rota = 'src/content/projects/rota.md';
const url = (path: string): string => `document?path=${encodeURIComponent(path)}`;

describe('a request', () => {
  test('of the page is answered', async () => {
    const headers = { origin: studio.origin, 'sec-fetch-site': 'same-origin' };
    expect((await studio.ask('GET', url(rota), { headers })).status).toBe(200);
  });

  test.each<[string, Record<string, string>]>([
    ['a foreign host', { host: 'studio.example' }],
    ['a foreign host with our port', { host: 'localhost.studio.example:4321' }],
    ['another port', { host: 'localhost:1' }],
    ['a foreign origin', { origin: 'https://studio.example' }],
    ['an origin that hides', { origin: 'null' }],
    ['a server of another port', { origin: 'http://localhost:3000' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['another origin of the same site', { 'sec-fetch-site': 'same-site' }],
  ])('from %s is refused, the page included', async (_name, headers) => {
    expect((await studio.ask('GET', url(rota), { headers })).status).toBe(403);
    const page = await studio.ask('GET', '/_studio/', { headers });
    expect(page.status).toBe(403);
    expect(page.text).not.toContain(token);
  });

  test.each([
    ['no token', ''],
    ['a wrong token', 'x'.repeat(token.length)],
    ['the beginning of the token', token.slice(0, -1)],
  ])('with %s is refused', async (_name, given) => {
    expect((await studio.ask('GET', 'site', { headers: { 'x-studio-token': given } })).status).toBe(403);
  });

  test.each<[string, number, string, string, unknown?, Record<string, string>?]>([
    ['with a wrong method', 405, 'POST', 'documents', {}],
    ['with a method that nothing takes', 405, 'DELETE', 'document'],
    ['for an address that does not exist', 404, 'GET', 'documents/rota'],
    ['for a member of every object', 404, 'GET', 'constructor'],
    ['that is no JSON', 415, 'POST', 'check', 'x', { 'content-type': 'text/plain' }],
    ['with broken JSON', 400, 'POST', 'check', '{'],
    ['with a list', 400, 'POST', 'check', []],
    ['without a field', 400, 'POST', 'check', { path: rota }],
    ['with a field of another type', 400, 'POST', 'check', { path: rota, text: 5 }],
    ['with half a character', 400, 'POST', 'check', '{"path":"src/content/projects/rota.md","text":"\\ud800"}'],
    ['with a text of more than 2 MB', 413, 'POST', 'check', { path: rota, text: 'x'.repeat(2_000_001) }],
    ['with a body that is far too large', 413, 'POST', 'check', { path: rota, text: 'x'.repeat(7_000_000) }],
    ['with a picture of more than 25 MB', 413, 'POST', `picture?path=${rota}&name=x.png`, Buffer.alloc(25_000_001)],
  ])('%s is refused', async (_name, status, method, address, body, headers) => {
    const answer = await studio.ask(method, address, { body, headers }).catch((error: NodeJS.ErrnoException) => {
      // The server ends the connection while the rest of the body is sent.
      if (status === 413 && ['EPIPE', 'ECONNRESET'].includes(error.code ?? '')) return { status: 413, json: { message: 'closed' } };
      throw error;
    });
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject({ message: expect.any(String) as string });
  });

  test.each([
    ['above the content', 'src/content/projects/../../../elsewhere/secret.md'],
    ['in another folder', 'src/content/projects/../pages/../../site.config.md'],
    ['from the top of the disk', '/etc/passwd.md'],
    ['encoded', 'src/content/projects/%2e%2e/%2e%2e/site.config.md'],
    ['encoded as a whole', 'src%2Fcontent%2Fprojects%2Frota.md'],
    ['with a NUL', 'src/content/projects/rota.md\0.md'],
    ['with backslashes', 'src\\content\\projects\\rota.md'],
    ['with backslashes inside', 'src/content/projects/..\\..\\site.config.md'],
    ['with an empty part', 'src/content/projects//rota.md'],
    ['with a dot', 'src/content/projects/./rota.md'],
    ['of a hidden file', 'src/content/projects/.rota.md'],
    ['of a file left out', 'src/content/projects/_rota.md'],
    ['of another collection', 'src/content/technologies/list.yaml'],
    ['of another extension', 'src/content/projects/rota.ts'],
    ['of a text that is no Markdown', 'src/content/projects/notes.txt'],
    ['of a file with no collection', 'src/content/rota.md'],
    ['of a symlink', 'src/content/projects/linked.md'],
    ['of a symlink to a document', 'src/content/projects/inside.md'],
    ['through a symlink', 'src/content/projects/folder/secret.md'],
    ['of a folder', 'src/content/projects/directory.md'],
    ['of nothing', 'src/content/projects/tides.md'],
  ])('with a path %s reads and writes nothing', async (_name, path) => {
    const before = studio.files();
    const version = (await studio.ask('GET', url(rota))).json.version as string;
    const lists: [string, string, unknown?][] = [
      ['GET', url(path)],
      ['POST', 'check', { path, text: '' }],
      ['PUT', 'document', { path, text: 'x', version }],
      ['POST', 'duplicate', { path, title: 'X' }],
      ['POST', 'translate', { path, lang: 'de' }],
      ['POST', 'delete', { path, version }],
      ['POST', 'reorder', { paths: [path] }],
      ['POST', `picture?path=${encodeURIComponent(path)}&name=x.png`, png(3, 3)],
    ];
    for (const [method, address, body] of lists) {
      const answer = await studio.ask(method, address, { body });
      expect([400, 403, 404], `${method} ${address}: ${answer.text}`).toContain(answer.status);
      expect(answer.text).not.toContain('Secret');
    }
    expect(studio.files()).toEqual(before);
  });

  test.each(['../..', '.', '..', '', 'x/../../..', '/etc', 'x\0', '%2e%2e'])('to restore %j is refused', async (restore) => {
    expect((await studio.ask('POST', 'restore', { body: { restore } })).status).toBe(404);
  });
});

describe('the page', () => {
  test('has the token, a strict policy, and is kept by no cache', async () => {
    const { status, headers, text } = await studio.ask('GET', '/_studio/', { headers: { 'x-studio-token': '' } });
    expect(status).toBe(200);
    expect(text).toContain(`<meta name="studio-token" content="${token}">`);
    expect(text).toContain('<title>Studio – Tern &amp; Tide</title>');
    expect(text).not.toMatch(/<script(?! type="module" src=)|<style|style=/);
    expect(headers).toMatchObject({
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
    });
  });

  test('is also found without the slash, and nothing else is', async () => {
    expect(await studio.ask('GET', '/_studio')).toMatchObject({ status: 308, headers: { location: '/_studio/' } });
    expect((await studio.ask('GET', '/_studio2/')).text).toBe('not the studio');
    expect((await studio.ask('POST', '/_studio/')).status).toBe(405);
  });
});

test('a server for the network has the hosts of its own addresses and no others', () => {
  const hosts = hostsOf({ port: 80, addresses: ['http://192.168.7.5/base/', 'http://[fe80::1]/'] });
  expect([...hosts]).toEqual(['localhost', '127.0.0.1', '[::1]', '192.168.7.5', '[fe80::1]']);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytes, files, pages, read, redirects, urls } from '../site/dist.ts';
import { headersOf, rulesOf } from '../site/headers-file.ts';
import { send, type RawResponse } from './send.ts';
import { reader, serve, servers } from './serve.ts';

const rules = rulesOf(read('_headers'));
const password = 'one of the tests';
const authorization = (word: string) => ({ authorization: `Basic ${Buffer.from(`${reader}:${word}`).toString('base64')}` });

/** Each private file with the path that it is read at. */
const secret = files()
  .filter((file) => /^shared\//.test(file) && !/\.(?:br|gz|zst)$/.test(file))
  .map((file) => ({ file, path: urls.file(file.replace(/index\.html$/, '')) }));
const open = [
  ...pages().flatMap((page) => (page.secret ? [] : [page.path])),
  ...redirects().map(({ file }) => urls.file(file)),
  ...files()
    .filter((file) => !/^shared\/|\.html$/.test(file))
    .map(urls.file),
  ...['no-such-page/', 'shared/', 'shared/nobody-shared-this/'].map(urls.file),
];

describe.each(Object.keys(servers) as (keyof typeof servers)[])('%s with a password', (name) => {
  let server: Awaited<ReturnType<typeof serve>>;
  let without: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    [server, without] = await Promise.all([serve(name, { password }), serve(name)]);
  });
  afterAll(() => Promise.all([server?.close(), without?.close()]));

  test.each(secret)('asks for it at $path, and sends the file only then, with all headers, each once', async ({ file, path }) => {
    for (const headers of [{}, authorization('another one')]) {
      const refused = await send(server.origin + path, headers);
      expect([refused.status, refused.headers['www-authenticate']]).toEqual([401, expect.stringMatching(/^Basic /)]);
      expect(refused.body.equals(bytes(file))).toBe(false);
      expect(refused.headers).toMatchObject(securityHeaders(path));
      expect(refused.headers['cache-control']).toContain('no-cache');
    }
    const sent = await send(server.origin + path, authorization(password));
    expect([sent.status, sent.body.equals(bytes(file))]).toEqual([200, true]);
    expect(sent.headers).toMatchObject(headersOf(rules, path));
    expect(sent.headers).toMatchObject({ 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex, nofollow' });
    expect(sent.raw.filter((header, index) => sent.raw.indexOf(header) !== index)).toEqual([]);
  });

  test.each(secret.filter(({ path }) => path.endsWith('/')))('no other spelling of $path leads past it', async ({ path }) => {
    const spellings = [path.slice(0, -1), `${path}index.html`, path.replace('shared', '%73hared'), path.replace('/shared', '//shared/.')];
    for (const spelling of spellings) {
      const { status, body } = await send(server.origin + spelling);
      expect([spelling, body.includes('noindex, nofollow') && status === 200]).toEqual([spelling, false]);
    }
  });

  test('answers every public path as without one', async () => {
    const differing = [];
    for (const path of open) {
      const [one, other] = await Promise.all([send(server.origin + path), send(without.origin + path)]);
      if (comparable(one, server.origin) !== comparable(other, without.origin)) differing.push(path);
    }
    expect(open.length).toBeGreaterThan(100);
    expect(differing).toEqual([]);
  });
});

test('there are a page, a selection and pictures to protect', () => {
  expect(secret.filter(({ path }) => path.endsWith('/'))).toHaveLength(2);
  expect(secret.filter(({ file }) => /\.(?:avif|webp)$/.test(file)).length).toBeGreaterThan(1);
});

/** The headers of a path that every response has. */
function securityHeaders(path: string): Record<string, string> {
  const { 'cache-control': _cache, 'content-type': _type, 'x-robots-tag': _robots, ...headers } = headersOf(rules, path);
  const { 'cross-origin-resource-policy': _resource, 'speculation-rules': _speculation, ...security } = headers;
  return security;
}

function comparable({ status, headers: { date: _date, ...headers }, body }: RawResponse, origin: string): string {
  return JSON.stringify([status, headers, body.toString('base64')]).replaceAll(origin, '');
}

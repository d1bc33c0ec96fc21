import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentTypes } from '../../src/lib/delivery/content-types.ts';
import { bytes, fileAt, files, pages, read, redirects, site, urls } from '../site/dist.ts';
import { headersOf, rulesOf } from '../site/headers-file.ts';
import { send } from './send.ts';
import { serve, servers } from './serve.ts';

const rules = rulesOf(read('_headers'));
const redirectRules = read('_redirects')
  .trim()
  .split('\n')
  .map((line) => line.split(' '));
const home = urls.page();
const hashed = files().filter((file) => file.startsWith('_astro/'));
const picture = hashed.find((file) => file.endsWith('.webp')) ?? '';
const decoders = { br: brotliDecompressSync, gzip: gunzipSync, zstd: zstdDecompressSync } as const;

describe.each(Object.keys(servers) as (keyof typeof servers)[])('%s', (name) => {
  let server: Awaited<ReturnType<typeof serve>>;
  const get = (path: string, headers: Record<string, string> = {}) => send(server.origin + path, headers);

  beforeAll(async () => {
    server = await serve(name);
  });
  afterAll(() => server?.close());

  test.each(pages().map(({ path, file, secret }) => [path, file, secret] as const))(
    'sends %s byte for byte, with its headers',
    async (path, file, secret) => {
      const { status, headers, body } = await get(path);
      expect([status, body.equals(bytes(file))]).toEqual([200, true]);
      expect(headers).toMatchObject(headersOf(rules, path));
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe(secret ? 'private, no-cache' : 'no-cache');
    },
  );

  test.each(
    files()
      .filter((file) => !file.endsWith('.html') && !/^_(?:headers|redirects)$|\.(?:br|gz|zst)$/.test(file))
      .filter((file, index, all) => all.findIndex((other) => kindOf(other) === kindOf(file)) === index),
  )('sends /%s with its headers, each once', async (file) => {
    const path = urls.file(file);
    const { status, headers, raw } = await get(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject(headersOf(rules, path));
    expect(headers['content-type']).toMatch(new RegExp(`^(?:${typesOf(path).map(RegExp.escape).join('|')})(?:; charset=utf-8)?$`));
    expect(raw.filter((header, index) => raw.indexOf(header) !== index)).toEqual([]);
  });

  test.each(redirectRules)('redirects %s to %s permanently', async (from = '', to = '') => {
    const { status, headers } = await get(from);
    expect([status, headers.location?.replace(server.origin, '')]).toEqual([301, to]);
    expect(headers).toMatchObject(headersOf(rules, urls.file('no-such-page')));
  });

  test('redirects a page with the wrong trailing slash to the page', async () => {
    const page = urls.page('projects');
    const other = site.trailingSlash === 'always' ? page.replace(/\/$/, '') : `${page}/`;
    const { status, headers } = await get(other);
    expect([301, 308]).toContain(status);
    expect(headers.location?.replace(server.origin, '')).toBe(page);
  });

  test.each(['no-such-page/', 'projects/no-such-case/', '_astro/no-such-script.js', '_astro/', '_headers', '_redirects'])(
    'answers /%s with the 404 page, which is never cached',
    async (path) => {
      const { status, headers, body } = await get(urls.file(path));
      expect([status, body.equals(bytes('404.html'))]).toEqual([404, true]);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    },
  );

  test.each(servers[name].encodings)('sends the file that the build compressed with %s', async (encoding) => {
    const extension = { br: 'br', gzip: 'gz', zstd: 'zst' }[encoding];
    for (const path of [home, urls.file('rss.xml')]) {
      const file = fileAt(path) ?? '';
      const { headers, body } = await get(path, { 'accept-encoding': encoding });
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers.vary).toMatch(/accept-encoding/i);
      expect(headers).toMatchObject(headersOf(rules, path));
      expect(body.equals(bytes(`${file}.${extension}`))).toBe(true);
      expect(decoders[encoding](body).equals(bytes(file))).toBe(true);
    }
  });

  test('prefers the smallest encoding that the browser accepts', async () => {
    const { headers } = await get(home, { 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect(headers['content-encoding']).toBe(servers[name].encodings[0]);
  });

  test('sends a picture uncompressed', async () => {
    const { headers } = await get(urls.file(picture), { 'accept-encoding': 'gzip, br' });
    expect([headers['content-encoding'], headers['content-type']]).toEqual([undefined, 'image/webp']);
  });

  test.each([home, urls.file(picture)])('answers 304 for %s until it changes', async (path) => {
    const { headers } = await get(path);
    const unchanged = await get(path, { 'if-none-match': headers.etag ?? '' });
    expect([unchanged.status, unchanged.body.length]).toEqual([304, 0]);
    expect(unchanged.headers['cache-control']).toBe(headers['cache-control']);
    expect((await get(path, { 'if-modified-since': headers['last-modified'] ?? '' })).status).toBe(304);
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('sends a byte range of a picture', async () => {
    const whole = bytes(picture);
    const { status, headers, body } = await get(urls.file(picture), { range: 'bytes=10-19' });
    expect([status, headers['content-range']]).toEqual([206, `bytes 10-19/${whole.length}`]);
    expect(body.equals(whole.subarray(10, 20))).toBe(true);
    expect((await get(urls.file(picture), { range: `bytes=${whole.length}-` })).status).toBe(416);
  });
});

test('the site has redirects and pictures to test', () => {
  expect(redirects().length).toBeGreaterThan(5);
  expect(redirectRules.length).toBeGreaterThan(5);
  expect(picture).not.toBe('');
});

/** List the content types a file may have: the one of its rule, or else those of its extension. */
function typesOf(path: string): string[] {
  const extension = path.split('.').at(-1) as keyof typeof contentTypes;
  const own = headersOf(rules, path)['content-type']?.replace('; charset=utf-8', '');
  return own ? [own] : extension === 'xml' ? ['application/xml', 'text/xml'] : [contentTypes[extension]];
}

/** Name the kind of a file, of which one is tested: its folder and extension, or its name at the top of the site. */
function kindOf(file: string): string {
  return file.includes('/') ? file.replace(/\/.*(?=\.[^.]+$)/, '/*') : file;
}

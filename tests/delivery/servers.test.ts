import { request, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentTypes } from '../../src/lib/delivery/content-types.ts';
import { bytes, fileAt, files, pages, read, redirects, site, urls } from '../site/dist.ts';
import { headersOf, rulesOf } from '../site/headers-file.ts';
import { serve, servers } from './serve.ts';

const rules = rulesOf(read('_headers'));
const moves = read('_redirects')
  .trim()
  .split('\n')
  .map((line) => line.split(' '));
const home = urls.page();
const hashed = files().filter((file) => file.startsWith('_astro/'));
const picture = hashed.find((file) => file.endsWith('.webp')) ?? '';
const decoders = { br: brotliDecompressSync, gzip: gunzipSync, zstd: zstdDecompressSync } as const;

describe.each(Object.keys(servers) as (keyof typeof servers)[])('%s', (name) => {
  let server: Awaited<ReturnType<typeof serve>>;
  const get = (path: string, headers: Record<string, string> = {}) => ask(server.origin + path, headers);

  beforeAll(async () => {
    server = await serve(name);
  });
  afterAll(() => server?.close());

  test.each(pages().map(({ path, file }) => [path, file]))('sends %s as it was built, with its headers', async (path, file) => {
    const { status, headers, body } = await get(path);
    expect([status, body.equals(bytes(file))]).toEqual([200, true]);
    expect(headers).toMatchObject(headersOf(rules, path));
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
  });

  test.each(
    files()
      .filter((file) => !file.endsWith('.html') && !/^_(?:headers|redirects)$|\.(?:br|gz|zst)$/.test(file))
      .filter((file, index, all) => all.findIndex((other) => kindOf(other) === kindOf(file)) === index),
  )('sends /%s with its headers, none of them twice', async (file) => {
    const path = urls.file(file);
    const { status, headers, raw } = await get(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject(headersOf(rules, path));
    expect(headers['content-type']).toMatch(new RegExp(`^(?:${typesOf(path).map(RegExp.escape).join('|')})(?:; charset=utf-8)?$`));
    expect(raw.filter((header, index) => raw.indexOf(header) !== index)).toEqual([]);
  });

  test.each(moves)('leads %s to %s for good', async (from = '', to = '') => {
    const { status, headers } = await get(from);
    expect([status, headers.location?.replace(server.origin, '')]).toEqual([301, to]);
    expect(headers).toMatchObject(headersOf(rules, urls.file('no-such-page')));
  });

  test('leads a page without its last slash to the page', async () => {
    const page = urls.page('projects');
    const other = site.trailingSlash === 'always' ? page.replace(/\/$/, '') : `${page}/`;
    const { status, headers } = await get(other);
    expect([301, 308]).toContain(status);
    expect(headers.location?.replace(server.origin, '')).toBe(page);
  });

  test.each(['no-such-page/', 'projects/no-such-case/', '_astro/no-such-script.js', '_astro/', '_headers', '_redirects'])(
    'answers /%s with the page for what does not exist, which is kept nowhere',
    async (path) => {
      const { status, headers, body } = await get(urls.file(path));
      expect([status, body.equals(bytes('404.html'))]).toEqual([404, true]);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    },
  );

  test.each(servers[name].encodings)('sends the file compressed by %s at build time', async (encoding) => {
    const ending = { br: 'br', gzip: 'gz', zstd: 'zst' }[encoding];
    for (const path of [home, urls.file('rss.xml')]) {
      const file = fileAt(path) ?? '';
      const { headers, body } = await get(path, { 'accept-encoding': encoding });
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers.vary).toMatch(/accept-encoding/i);
      expect(headers).toMatchObject(headersOf(rules, path));
      expect(body.equals(bytes(`${file}.${ending}`))).toBe(true);
      expect(decoders[encoding](body).equals(bytes(file))).toBe(true);
    }
  });

  test('prefers the smallest encoding a browser takes', async () => {
    const { headers } = await get(home, { 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect(headers['content-encoding']).toBe(servers[name].encodings[0]);
  });

  test('sends a picture as it is', async () => {
    const { headers } = await get(urls.file(picture), { 'accept-encoding': 'gzip, br' });
    expect([headers['content-encoding'], headers['content-type']]).toEqual([undefined, 'image/webp']);
  });

  test.each([home, urls.file(picture)])('sends %s again only when it has changed', async (path) => {
    const { headers } = await get(path);
    const known = await get(path, { 'if-none-match': headers.etag ?? '' });
    expect([known.status, known.body.length]).toEqual([304, 0]);
    expect(known.headers['cache-control']).toBe(headers['cache-control']);
    expect((await get(path, { 'if-modified-since': headers['last-modified'] ?? '' })).status).toBe(304);
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('sends a part of a picture', async () => {
    const whole = bytes(picture);
    const { status, headers, body } = await get(urls.file(picture), { range: 'bytes=10-19' });
    expect([status, headers['content-range']]).toEqual([206, `bytes 10-19/${whole.length}`]);
    expect(body.equals(whole.subarray(10, 20))).toBe(true);
    expect((await get(urls.file(picture), { range: `bytes=${whole.length}-` })).status).toBe(416);
  });
});

test('what is checked is there', () => {
  expect(redirects().length).toBeGreaterThan(5);
  expect(moves.length).toBeGreaterThan(5);
  expect(picture).not.toBe('');
});

/** One answer over a connection of its own, undecoded and without following it. */
function ask(url: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(url, { headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const raw = response.rawHeaders.filter((_, index) => index % 2 === 0).map((header) => header.toLowerCase());
        resolve({ status: response.statusCode ?? 0, headers: response.headers, raw, body: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** What a file may be said to be: what its rule says, else what its ending means. */
function typesOf(path: string): string[] {
  const ending = path.split('.').at(-1) as keyof typeof contentTypes;
  const own = headersOf(rules, path)['content-type']?.replace('; charset=utf-8', '');
  return own ? [own] : ending === 'xml' ? ['application/xml', 'text/xml'] : [contentTypes[ending]];
}

/** Files of one kind are served alike: those in folders by folder and ending, the others each by itself. */
function kindOf(file: string): string {
  return file.includes('/') ? file.replace(/\/.*(?=\.[^.]+$)/, '/*') : file;
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Names of the headers as sent, in lower case. */
  raw: string[];
  body: Buffer;
}

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fileAt, files, pages, read, redirects, site, testSite, urls } from './dist.ts';
import { headersOf, rulesOf } from './headers-file.ts';

const rules = rulesOf(read('_headers'));
const at = (path: string) => headersOf(rules, path);
const redirectPages = redirects();
const redirectRules = lines(read('_redirects'));
const generated = (file: string) => readFileSync(new URL(`.cache/delivery/${file}`, testSite), 'utf8');

describe.each(pages())('$path', ({ path, document, secret }) => {
  const own = directives(document.querySelector('meta[http-equiv="content-security-policy"]')?.getAttribute('content') ?? '');

  test('is sent with a policy that allows what its own policy allows', () => {
    const sent = directives(at(path)['content-security-policy'] ?? '');
    expect(own.size).toBeGreaterThan(3);
    for (const [name, sources] of own) expect([name, ...(sent.get(name) ?? [])]).toEqual(expect.arrayContaining([name, ...sources]));
    expect(sent.get('frame-ancestors')).toEqual(["'none'"]);
    expect([...sent.values()].flat().filter((source) => /unsafe|\*|https?:/.test(source))).toEqual([]);
  });

  test('is sent with each header once', () => {
    expect(at(path)).toMatchObject({
      ...(secret
        ? { 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex, nofollow' }
        : { 'cache-control': 'no-cache', 'speculation-rules': `"${urls.file('speculation-rules.json')}"` }),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });
});

test('files with a hash in their name are cached for a year, and all others are revalidated', () => {
  const cached = files()
    .filter((file) => !/^_(?:headers|redirects)$/.test(file) && !redirectPages.some((redirect) => redirect.file === file))
    .map((file) => [file, at(urls.file(file.replace(/(?:^|(?<=\/))index\.html$/, '')))['cache-control']] as const);
  const year = 'public, max-age=31536000, immutable';
  const expected = (file: string) =>
    file.startsWith('_astro/')
      ? year
      : file.startsWith('shared/')
        ? 'private, no-cache'
        : file === 'speculation-rules.json'
          ? 'public, max-age=86400'
          : 'no-cache';
  expect(cached.filter(([file, value]) => value !== expected(file))).toEqual([]);
  expect(cached.length).toBeGreaterThan(50);
});

test('every feed has its own content type and may be fetched by other sites', () => {
  const feeds = files().filter((file) => /(?:rss|atom)\.xml$|feed\.json$/.test(file));
  expect(feeds.length).toBeGreaterThan(0);
  for (const file of feeds) {
    const headers = at(urls.file(file));
    expect([file, headers['content-type'], headers['access-control-allow-origin']]).toEqual([
      file,
      expect.stringMatching(/^application\/(?:rss\+xml|atom\+xml|feed\+json)/),
      '*',
    ]);
  }
});

test('the speculation rules are a file with its own content type', () => {
  const path = /"(.*)"/.exec(at(urls.page())['speculation-rules'] ?? '')?.[1] ?? '';
  expect(JSON.parse(read(fileAt(path) ?? ''))).toHaveProperty('prefetch');
  expect(at(path)['content-type']).toBe('application/speculationrules+json');
});

test('_headers stays within the limits of hosts', () => {
  expect(rules.length).toBeLessThanOrEqual(100);
  expect(
    Math.max(
      ...read('_headers')
        .split('\n')
        .map(({ length }) => length),
    ),
  ).toBeLessThanOrEqual(2000);
});

describe('every old address', () => {
  test('redirects, with a trailing slash and without, to the target of its page', () => {
    const expected = redirectPages.flatMap(({ file, document }) => {
      const to = document.querySelector('a')?.getAttribute('href') ?? '';
      const path = urls.file(file.replace(/\/index\.html$/, ''));
      return path.endsWith('.html')
        ? [[path, to, '301']]
        : [
            [path, to, '301'],
            [`${path}/`, to, '301'],
          ];
    });
    expect(expected.length).toBeGreaterThan(10);
    expect(redirectRules.toSorted()).toEqual(expected.toSorted());
  });

  test.each(['nginx/site.conf', 'caddy/Caddyfile', 'vercel/vercel.json', 'netlify/_redirects'])('is in %s', (file) => {
    const text = generated(file);
    expect(redirectRules.filter(([from = '']) => !text.includes(decodeURI(from)) && !text.includes(from))).toEqual([]);
  });
});

test.each(['nginx/site.conf', 'caddy/Caddyfile', 'vercel/vercel.json'])('%s contains the policy of the site', (file) => {
  expect(generated(file)).toContain(at(urls.page())['content-security-policy']);
});

test('a site over TLS sends Strict-Transport-Security', () => {
  const header = at(urls.page())['strict-transport-security'];
  expect(header).toBe(site.url.startsWith('https:') ? 'max-age=63072000' : undefined);
});

function lines(text: string): string[][] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
}

function directives(policy: string): Map<string, string[]> {
  const parts = policy.split(';').map((part) => part.trim().split(/\s+/));
  return new Map(parts.filter(([name]) => name).map(([name = '', ...sources]) => [name, sources]));
}

import { describe, expect, test } from 'vitest';
import { groupRules, headerRules, type HeaderOptions, type HeaderRule } from '../../../src/lib/delivery/headers.ts';
import { patternExpression } from '../../../src/lib/delivery/path-pattern.ts';
import { speculationRules } from '../../../src/lib/delivery/speculation-rules.ts';

const rulesOf = (given: Partial<HeaderOptions>) =>
  headerRules({
    files: ['index.html', '404.html'],
    redirectFiles: new Set(),
    policy: "default-src 'none'",
    root: '/',
    secure: true,
    ...given,
  });

/** Collect the headers of a path from every rule that matches it; throws when two rules set the same header. */
function headersAt(address: string, given: Partial<HeaderOptions>): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const rule of rulesOf(given).filter(({ path }) => new RegExp(patternExpression(path)).test(address))) {
    for (const [name, value] of Object.entries(rule.headers)) {
      if (name in headers) throw new Error(`${address} has ${name} twice, the second from ${rule.path}`);
      headers[name] = value;
    }
  }
  return headers;
}

const files = [
  'index.html',
  '404.html',
  'about/index.html',
  'favicon.svg',
  'rss.xml',
  'feed.json',
  'speculation-rules.json',
  'technologies/go/index.html',
  'technologies/go/rss.xml',
  'technologies/php/rss.xml',
  'social/a.png',
  '_astro/a.B1.js',
  '_headers',
  'shared/abc/index.html',
  'work/old/index.html',
];

describe.each(['/', '/portfolio/'])('below %s', (root) => {
  const at = (path: string) => headersAt(root + path, { files, root, redirectFiles: new Set(['work/old/index.html']) });

  test('a page that only its address leads to is in no search engine and no shared cache', () => {
    expect(at('shared/abc/')).toMatchObject({ 'Cache-Control': 'private, no-cache', 'X-Robots-Tag': 'noindex, nofollow' });
    expect(at('shared/abc/')).not.toHaveProperty('Speculation-Rules');
  });

  test.each(['', 'about/', 'technologies/go/', '404.html'])('the page %j is revalidated each time and prefetches others', (path) => {
    expect(at(path)).toMatchObject({
      'Cache-Control': 'no-cache',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Speculation-Rules': `"${root}speculation-rules.json"`,
      'X-Content-Type-Options': 'nosniff',
    });
  });

  test('a file with a hash in its name is cached for a year', () => {
    expect(at('_astro/a.B1.js')).toMatchObject({ 'Cache-Control': 'public, max-age=31536000, immutable' });
  });

  test.each(['favicon.svg', 'social/a.png'])('other sites may embed %s', (path) => {
    expect(at(path)).toMatchObject({ 'Cache-Control': 'no-cache', 'Cross-Origin-Resource-Policy': 'cross-origin' });
    expect(at(path)).not.toHaveProperty('Speculation-Rules');
  });

  test.each([
    ['rss.xml', 'application/rss+xml; charset=utf-8', '*'],
    ['technologies/php/rss.xml', 'application/rss+xml; charset=utf-8', '*'],
    ['feed.json', 'application/feed+json', '*'],
    ['speculation-rules.json', 'application/speculationrules+json', undefined],
    ['favicon.svg', undefined, undefined],
  ])('%s has the type %s', (path, type, origin) => {
    expect([at(path)['Content-Type'], at(path)['Access-Control-Allow-Origin']]).toEqual([type, origin]);
  });

  test.each(['work/old/', 'nowhere/at/all'])('%s, which has no page, gets the site-wide headers only', (path) => {
    const headers = at(path);
    expect(headers).toHaveProperty('Content-Security-Policy');
    expect(headers).not.toHaveProperty('Cache-Control');
  });
});

test('the number of rules does not depend on the number of pages', () => {
  const pages = (count: number) => Array.from({ length: count }, (_, index) => `projects/p${index}/index.html`);
  const feeds = (count: number) => Array.from({ length: count }, (_, index) => `technologies/t${index}/rss.xml`);
  const count = (size: number) => rulesOf({ files: [...pages(size), ...feeds(size)] }).length;
  expect(count(500)).toBe(count(2));
});

test('special characters in a file name are escaped', () => {
  expect(rulesOf({ files: ['50% off #1?.pdf'] }).map(({ path }) => path)).toContain('/50%25%20off%20%231%3F.pdf');
});

test('a site without TLS does not send Strict-Transport-Security', () => {
  expect(headersAt('/', { secure: true })).toHaveProperty('Strict-Transport-Security');
  expect(headersAt('/', { secure: false })).not.toHaveProperty('Strict-Transport-Security');
});

test('rules with the same headers form a group', () => {
  const same = { 'Cache-Control': 'no-cache' };
  expect(
    groupRules([
      { path: '/a', headers: same },
      { path: '/b', headers: { ...same, Vary: '*' } },
      { path: '/c', headers: { ...same } },
    ]).map(({ paths }) => paths),
  ).toEqual([['/a', '/c'], ['/b']]);
});

test.each([
  ['/*', ['/', '/a', '/a/b/'], []],
  ['/a/*', ['/a', '/a/', '/a/b'], ['/ab', '/b/a/']],
  ['/', ['/', '/index.html'], ['/a']],
  ['/a.b', ['/a.b'], ['/axb', '/a.b/']],
  ['/t/:folder/rss.xml', ['/t/x/rss.xml'], ['/t/rss.xml', '/t/x/y/rss.xml']],
])('the pattern %s matches %j and not %j', (pattern, inside, outside) => {
  const expression = new RegExp(patternExpression(pattern));
  expect([...inside, ...outside].filter((path) => expression.test(path))).toEqual(inside);
});

describe('the speculation rules', () => {
  const { where, eagerness } = (JSON.parse(speculationRules('/portfolio/')) as Rules).prefetch[0];

  test('include pages below the base and exclude files', () => {
    expect([where.and[0], where.and[1]]).toEqual([{ href_matches: '/portfolio/*' }, { not: { href_matches: '/portfolio/*.*' } }]);
  });

  test('prefetch when the pointer rests on a link', () => expect(eagerness).toBe('moderate'));
});

interface Rules {
  prefetch: [{ where: { and: unknown[] }; eagerness: string }];
}

describe.each(['/', '/portfolio/'])('an editor below %s', (root) => {
  const editor = { folder: 'admin/', policy: "default-src 'none'; style-src 'self' 'unsafe-inline'" };
  const given = { files: [...files, 'admin/index.html', 'admin/files/main.js'], root, editor };
  const at = (path: string, rules: HeaderRule[]) =>
    Object.assign({}, ...rules.filter((rule) => applies(rule, root + path)).map(({ headers }) => headers)) as Record<string, string>;
  const applies = ({ path, except }: HeaderRule, address: string) =>
    matches(path, address) && !(except !== undefined && matches(except, address));
  const matches = (path: string, address: string) => new RegExp(patternExpression(path)).test(address);

  test.each(['admin/', 'admin/index.html', 'admin/files/main.js'])(
    '%s has its own policy, may open windows, and is in no search engine',
    (path) => {
      expect(at(path, rulesOf(given))).toMatchObject({
        'Content-Security-Policy': `${editor.policy}; frame-ancestors 'none'`,
        'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
        'X-Robots-Tag': 'noindex, nofollow',
        'X-Frame-Options': 'DENY',
      });
      expect(at(path, rulesOf(given))).not.toHaveProperty('Speculation-Rules');
    },
  );

  test('leaves the headers of every other address as they are', () => {
    for (const path of [...files.filter((file) => !file.startsWith('_headers')), 'no-such-page/', 'administration/', '_astro/none.js'])
      expect(at(path, rulesOf(given)), path).toEqual(at(path, rulesOf({ files, root })));
  });

  test('no address has one header from two rules', () => {
    for (const path of given.files) {
      const names = rulesOf(given)
        .filter((rule) => applies(rule, root + path))
        .flatMap(({ headers }) => Object.keys(headers));
      expect(new Set(names).size, path).toBe(names.length);
    }
  });
});

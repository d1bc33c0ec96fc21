import { describe, expect, test } from 'vitest';
import { groupRules, headerRules, type Delivered } from '../../../src/lib/delivery/headers.ts';
import { patternExpression } from '../../../src/lib/delivery/path-pattern.ts';
import { speculationRules } from '../../../src/lib/delivery/speculation-rules.ts';

const rulesOf = (given: Partial<Delivered>) =>
  headerRules({ files: ['index.html', '404.html'], moved: new Set(), policy: "default-src 'none'", root: '/', secure: true, ...given });

/** The headers of an address, by every rule that covers it; a header given twice is an error. */
function headersAt(address: string, given: Partial<Delivered>): Record<string, string> {
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
  'work/old/index.html',
];

describe.each(['/', '/portfolio/'])('below %s', (root) => {
  const at = (path: string) => headersAt(root + path, { files, root, moved: new Set(['work/old/index.html']) });

  test.each(['', 'about/', 'technologies/go/', '404.html'])('the page %j is asked for again each time and prefetches others', (path) => {
    expect(at(path)).toMatchObject({
      'Cache-Control': 'no-cache',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Speculation-Rules': `"${root}speculation-rules.json"`,
      'X-Content-Type-Options': 'nosniff',
    });
  });

  test('a file with a digest in its name is kept for a year', () => {
    expect(at('_astro/a.B1.js')).toMatchObject({ 'Cache-Control': 'public, max-age=31536000, immutable' });
  });

  test.each(['favicon.svg', 'social/a.png'])('%s may be shown by other sites', (path) => {
    expect(at(path)).toMatchObject({ 'Cache-Control': 'no-cache', 'Cross-Origin-Resource-Policy': 'cross-origin' });
    expect(at(path)).not.toHaveProperty('Speculation-Rules');
  });

  test.each([
    ['rss.xml', 'application/rss+xml; charset=utf-8', '*'],
    ['technologies/php/rss.xml', 'application/rss+xml; charset=utf-8', '*'],
    ['feed.json', 'application/feed+json', '*'],
    ['speculation-rules.json', 'application/speculationrules+json', undefined],
    ['favicon.svg', undefined, undefined],
  ])('%s is said to be %s', (path, type, origin) => {
    expect([at(path)['Content-Type'], at(path)['Access-Control-Allow-Origin']]).toEqual([type, origin]);
  });

  test.each(['work/old/', 'nowhere/at/all'])('%s, where no page is, has the headers of all addresses alone', (path) => {
    const headers = at(path);
    expect(headers).toHaveProperty('Content-Security-Policy');
    expect(headers).not.toHaveProperty('Cache-Control');
  });
});

test('the rules are as many as there are kinds of files, not pages', () => {
  const pages = (count: number) => Array.from({ length: count }, (_, index) => `projects/p${index}/index.html`);
  const feeds = (count: number) => Array.from({ length: count }, (_, index) => `technologies/t${index}/rss.xml`);
  const count = (size: number) => rulesOf({ files: [...pages(size), ...feeds(size)] }).length;
  expect(count(500)).toBe(count(2));
});

test('a name that means something in an address is escaped', () => {
  expect(rulesOf({ files: ['50% off #1?.pdf'] }).map(({ path }) => path)).toContain('/50%25%20off%20%231%3F.pdf');
});

test('a site without TLS does not ask browsers for it', () => {
  expect(headersAt('/', { secure: true })).toHaveProperty('Strict-Transport-Security');
  expect(headersAt('/', { secure: false })).not.toHaveProperty('Strict-Transport-Security');
});

test('rules with the same headers are put together', () => {
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
])('the pattern %s', (pattern, inside, outside) => {
  const expression = new RegExp(patternExpression(pattern));
  expect([...inside, ...outside].filter((path) => expression.test(path))).toEqual(inside);
});

describe('the rules of prefetching', () => {
  const { where, eagerness } = (JSON.parse(speculationRules('/portfolio/')) as Rules).prefetch[0];

  test('name pages below the base and leave out files', () => {
    expect([where.and[0], where.and[1]]).toEqual([{ href_matches: '/portfolio/*' }, { not: { href_matches: '/portfolio/*.*' } }]);
  });

  test('wait for the pointer', () => expect(eagerness).toBe('moderate'));
});

interface Rules {
  prefetch: [{ where: { and: unknown[] }; eagerness: string }];
}

import { describe, expect, test } from 'vitest';
import { createUrls } from '../../src/lib/urls.ts';

const origin = 'https://example.com';

describe.each([
  ['/', 'always', '/', '/projects/x/', '/rss.xml'],
  ['/', 'never', '/', '/projects/x', '/rss.xml'],
  ['/portfolio', 'always', '/portfolio/', '/portfolio/projects/x/', '/portfolio/rss.xml'],
  ['/portfolio/', 'always', '/portfolio/', '/portfolio/projects/x/', '/portfolio/rss.xml'],
  ['//a//b/', 'never', '/a/b/', '/a/b/projects/x', '/a/b/rss.xml'],
] as const)('a site at %s with slashes %s', (base, trailingSlash, home, page, file) => {
  const urls = createUrls({ origin, base, trailingSlash });

  test('has its home page, pages and files below the base', () => {
    expect([urls.page(), urls.page('projects', 'x'), urls.file('rss.xml'), urls.file('/rss.xml')]).toEqual([home, page, file, file]);
  });
});

const urls = createUrls({ origin, base: '/', trailingSlash: 'always' });

test('segments are escaped once, and empty segments are omitted', () => {
  expect(urls.page('technologies', 'c#', '')).toBe('/technologies/c%23/');
});

test('a file keeps its query and fragment', () => expect(urls.file('feed.json?a=1#b')).toBe('/feed.json?a=1#b'));

describe.each([
  ['always', '/a/contact/', '/a/projects/x/?y=1#z', '/a/'],
  ['never', '/a/contact', '/a/projects/x?y=1#z', '/a/'],
] as const)('with slashes %s, the path an author writes as', (trailingSlash, contact, withQuery, home) => {
  const { written } = createUrls({ origin, base: '/a', trailingSlash });

  test.each([
    ['/contact', contact],
    ['/contact/', contact],
    ['/projects/x?y=1#z', withQuery],
    ['/projects/x/?y=1#z', withQuery],
    ['/', home],
    ['/#work', `${home}#work`],
    ['/rss.xml', '/a/rss.xml'],
    ['/files/plan.pdf#page=2', '/a/files/plan.pdf#page=2'],
    ['/contact#v1.2', `${contact}#v1.2`],
  ])('%s becomes %s', (path, address) => expect(written(path)).toBe(address));
});

test.each([
  ['/projects/', 'https://example.com/projects/'],
  ['https://other.example/x', 'https://other.example/x'],
])('the absolute address of %s is %s', (path, full) => expect(urls.absolute(path)).toBe(full));

test('translations are below their language in lower case', () => {
  const german = createUrls({ origin, base: '/portfolio', trailingSlash: 'never', lang: 'de-AT' });
  expect([german.page('projects', 'x'), german.file('rss.xml')]).toEqual(['/portfolio/de-at/projects/x', '/portfolio/de-at/rss.xml']);
});

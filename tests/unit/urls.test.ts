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

  test('has its home, pages and files below the base', () => {
    expect([urls.page(), urls.page('projects', 'x'), urls.file('rss.xml'), urls.file('/rss.xml')]).toEqual([home, page, file, file]);
  });
});

const urls = createUrls({ origin, base: '/', trailingSlash: 'always' });

test('segments are escaped once, and empty ones left out', () => {
  expect(urls.page('technologies', 'c#', '')).toBe('/technologies/c%23/');
});

test('query and fragment of a file stay', () => expect(urls.file('feed.json?a=1#b')).toBe('/feed.json?a=1#b'));

test.each([
  ['/projects/', 'https://example.com/projects/'],
  ['https://other.example/x', 'https://other.example/x'],
])('the full address of %s', (path, full) => expect(urls.absolute(path)).toBe(full));

test('translations stand below their language, in small letters', () => {
  const german = createUrls({ origin, base: '/portfolio', trailingSlash: 'never', lang: 'de-AT' });
  expect([german.page('projects', 'x'), german.file('rss.xml')]).toEqual(['/portfolio/de-at/projects/x', '/portfolio/de-at/rss.xml']);
});

import { describe, expect, test } from 'vitest';
import { addressKey, claimsOf, findCollisions, listRedirects } from '../../src/lib/redirects.ts';

describe('old addresses', () => {
  test('come from three fields and keep their field', () => {
    expect(claimsOf({ aliases: ['/a', '/b'], redirect_from: ['/c'], permalink: '/d' })).toEqual([
      { field: ['aliases', 0], alias: '/a' },
      { field: ['aliases', 1], alias: '/b' },
      { field: ['redirect_from', 0], alias: '/c' },
      { field: ['permalink'], alias: '/d' },
    ]);
  });

  test.each([
    ['/Old/Page', '/old/page/'],
    ['/a/index.html', '/a'],
    ['/caf%C3%A9', '/café/'],
    ['/', '/'],
  ])('%s and %s are the same address', (a, b) => {
    expect(addressKey(a)).toBe(addressKey(b));
  });
});

describe('redirects', () => {
  test('lead to the page, once for each address, and never from the page to itself', () => {
    const document = { page: '/projects/x/', aliases: ['/old', '/Old/', '/projects/X'], permalink: '/older/' };
    expect(listRedirects([document])).toEqual([
      { from: '/old', to: '/projects/x/' },
      { from: '/older/', to: '/projects/x/' },
    ]);
  });
});

describe('collisions', () => {
  const claim = (path: string, page: string, ...aliases: string[]) => ({ path, page, claims: claimsOf({ aliases }) });

  test('are reported at the later document', () => {
    const found = findCollisions([claim('a.md', '/projects/a/', '/old'), claim('b.md', '/projects/b/', '/OLD/')], new Map());
    expect(found).toEqual([{ path: 'b.md', field: ['aliases', 0], alias: '/OLD/', owner: 'a.md' }]);
  });

  test('are reported for pages and files of the site', () => {
    const taken = new Map([['/logo.png', 'public/logo.png']]);
    expect(findCollisions([claim('a.md', '/projects/a/', '/Logo.png')], taken)).toMatchObject([{ owner: 'public/logo.png' }]);
  });

  test('are not reported for the own page or for a repeated alias', () => {
    expect(findCollisions([claim('a.md', '/projects/a/', '/projects/a', '/old', '/old/')], new Map())).toEqual([]);
  });
});

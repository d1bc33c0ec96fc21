import { describe, expect, test } from 'vitest';
import { resolveUrl, parseUrlList } from '../../../scripts/import/old-urls.ts';

const redirect = (to: string): string => `<!doctype html><meta http-equiv="refresh" content="0; url=${to}">`;
const dist: Record<string, string> = {
  'index.html': '',
  'projects/a/index.html': '',
  'old/a.html': redirect('/projects/a/'),
  'gone/index.html': redirect('/projects/gone/'),
  'plan.pdf': '',
};
const site = { read: (path: string) => dist[path] ?? null, redirects: '/rule /projects/a/ 301\n/lost /nowhere/' };

describe('old addresses', () => {
  test('are read from a sitemap or a list', () => {
    const sitemap =
      '<urlset><url><loc> https://x.example/b/a/?x=1&amp;y </loc></url><url><loc><![CDATA[https://x.example/b/]]></loc></url></urlset>';
    expect(parseUrlList(sitemap, '/b')).toEqual(['/a/', '/']);
    expect(parseUrlList('# list\n/a/\nhttps://x.example/A\n\n/c d\n')).toEqual(['/A', '/c%20d']);
  });

  test.each([
    ['/', { kind: 'page' }],
    ['/projects/a', { kind: 'page' }],
    ['/old/a', { kind: 'redirect', to: '/projects/a/' }],
    ['/old/a.html', { kind: 'redirect', to: '/projects/a/' }],
    ['/rule/', { kind: 'redirect', to: '/projects/a/' }],
    ['/gone/', { kind: 'broken', to: '/projects/gone/' }],
    ['/lost', { kind: 'broken', to: '/nowhere/' }],
    ['/plan.pdf', { kind: 'file' }],
    ['/none', { kind: 'missing' }],
    ['/../etc/passwd', { kind: 'missing' }],
  ])('%s', (path, status) => expect(resolveUrl(path, site)).toEqual(status));

  test('below a base path resolve to the files of the build', () => {
    expect(resolveUrl('/x', { read: (path) => ({ 'x.html': redirect('/me/projects/a/'), ...dist })[path] ?? null, base: '/me' })).toEqual({
      kind: 'redirect',
      to: '/me/projects/a/',
    });
  });
});

import { describe, expect, test } from 'vitest';
import { privateFiles, privatePaths } from '../../../src/lib/delivery/private-pages.ts';

const files = [
  ...['index.html', 'shared/abc/index.html', 'shared/def/index.html', 'projects/shared/index.html'],
  ...['shared/media/1a.jpg', 'shared/media/2b.avif'],
];

test('the private paths are those of the pages that only their addresses lead to, and of their pictures', () => {
  expect(privatePaths(files, '/base/')).toEqual(['/base/shared/abc/', '/base/shared/def/', '/base/shared/media/']);
});

describe('the files that ask for a password', () => {
  const [always, never] = (['always', 'never'] as const).map((trailingSlash) => privateFiles(['/shared/abc/'], { trailingSlash }));

  test('do not exist where nothing is private', () => expect(privateFiles([], { trailingSlash: 'always' })).toEqual({}));

  test('name every private path', () => {
    expect(Object.entries(always ?? {}).filter(([, text]) => !text.includes('/shared/abc'))).toEqual([]);
    expect(always?.['nginx/private.conf']).toContain(
      'location ^~ /shared/abc { auth_basic "private"; auth_basic_user_file private.htpasswd; }',
    );
    expect(always?.['caddy/private.caddy']).toContain('@private path /shared/abc /shared/abc/*');
  });

  test('find the page without a trailing slash, too', () => {
    expect(never?.['nginx/private.conf']).toContain('try_files $uri $uri/index.html =404;');
  });
});

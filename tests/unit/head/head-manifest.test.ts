import { expect, test } from 'vitest';
import { webManifest } from '../../../src/lib/head/head-manifest.ts';
import { siteSchema } from '../../../src/schemas/site.ts';
import { createUrls } from '../../../src/lib/urls.ts';

const manifest = (name: string, base = '/') =>
  webManifest(
    siteSchema.parse({
      name,
      url: 'https://example.com',
      promise: 'p',
      description: 'd',
      about: 'a',
      author: { name: 'Ann', email: 'a@example.com' },
    }),
    { urls: createUrls({ origin: 'https://example.com', base, trailingSlash: 'always' }), paper: '#f2f5f5' },
  );

test('every address of a manifest is below the base', () => {
  const { start_url: start, scope, icons } = manifest('Marlow', '/portfolio/');
  expect([start, scope, ...icons.map(({ src }) => src)].filter((address) => !address.startsWith('/portfolio/'))).toEqual([]);
});

test.each([
  ['Marlow', 'Marlow'],
  ['Marlow, Finch and Partners of Ostmark', 'Marlow, Finch and Partn…'],
])('the short name of %s is %s', (name, short) => expect(manifest(name).short_name).toBe(short));

test('a manifest has icons in both sizes that installing requires, and a maskable one', () => {
  expect(manifest('M').icons.map(({ sizes, purpose }) => purpose ?? sizes)).toEqual(['144x144', '192x192', '512x512', 'maskable']);
});

import { expect, test } from 'vitest';
import { readPageMetadata } from '../../../src/lib/head/page-metadata.ts';
import { jsonLd } from '../../../src/lib/head/structured-data.ts';

const page = (nodes: object[], head = '') => `<head>${head}<script type="application/ld+json">${jsonLd(nodes)}</script></head>`;

test('the date and the pictures come from the structured data, each picture once', () => {
  const image = { url: 'https://example.com/a.jpg' };
  const nodes = [
    { '@type': 'WebSite' },
    { '@type': 'ProfilePage', dateModified: '2025-02' },
    { '@type': 'Article', image: [image, image] },
  ];
  expect(readPageMetadata(page(nodes))).toEqual({
    modified: '2025-02',
    images: ['https://example.com/a.jpg'],
    alternates: [],
    noindex: false,
  });
});

test('a page without metadata has none', () => {
  expect(readPageMetadata('<p>x</p>')).toEqual({ modified: undefined, images: [], alternates: [], noindex: false });
});

test('a page may exclude itself from search', () => {
  expect(readPageMetadata(page([], '<meta name="robots" content="noindex">')).noindex).toBe(true);
});

test('alternates are the links with a language, which feeds do not have', () => {
  const links = [
    '<link rel="alternate" href="https://example.com/rss.xml" type="application/rss+xml" title="x">',
    '<link rel="alternate" href="https://example.com/de/x/" hreflang="de">',
    '<link rel="alternate" href="https://example.com/x/" hreflang="x-default">',
  ];
  expect(readPageMetadata(page([], links.join(''))).alternates).toEqual([
    { lang: 'de', url: 'https://example.com/de/x/' },
    { lang: 'x-default', url: 'https://example.com/x/' },
  ]);
});

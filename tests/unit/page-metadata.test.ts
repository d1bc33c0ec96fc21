import { expect, test } from 'vitest';
import { readPageFacts } from '../../src/lib/page-metadata.ts';
import { jsonLd } from '../../src/lib/structured-data.ts';

const page = (nodes: object[], head = '') => `<head>${head}<script type="application/ld+json">${jsonLd(nodes)}</script></head>`;

test('the day and the pictures are those the page states, each once', () => {
  const image = { url: 'https://example.com/a.jpg' };
  const nodes = [
    { '@type': 'WebSite' },
    { '@type': 'ProfilePage', dateModified: '2025-02' },
    { '@type': 'Article', image: [image, image] },
  ];
  expect(readPageFacts(page(nodes))).toEqual({ modified: '2025-02', images: ['https://example.com/a.jpg'], versions: [], noindex: false });
});

test('a page that states nothing has nothing', () => {
  expect(readPageFacts('<p>x</p>')).toEqual({ modified: undefined, images: [], versions: [], noindex: false });
});

test('a page may want no index', () => {
  expect(readPageFacts(page([], '<meta name="robots" content="noindex">')).noindex).toBe(true);
});

test('the languages are those of its links, feeds left out', () => {
  const links = [
    '<link rel="alternate" href="https://example.com/rss.xml" type="application/rss+xml" title="x">',
    '<link rel="alternate" href="https://example.com/de/x/" hreflang="de">',
    '<link rel="alternate" href="https://example.com/x/" hreflang="x-default">',
  ];
  expect(readPageFacts(page([], links.join(''))).versions).toEqual([
    { lang: 'de', url: 'https://example.com/de/x/' },
    { lang: 'x-default', url: 'https://example.com/x/' },
  ]);
});

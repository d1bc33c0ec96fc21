import { expect, test } from 'vitest';
import { readPageFacts } from '../../src/lib/structured-data-facts.ts';
import { jsonLd } from '../../src/lib/structured-data.ts';

const page = (nodes: object[], head = '') => `<head>${head}<script type="application/ld+json">${jsonLd(nodes)}</script></head>`;

test('the day and the pictures are those the page states, each once', () => {
  const image = { url: 'https://example.com/a.jpg' };
  const nodes = [
    { '@type': 'WebSite' },
    { '@type': 'ProfilePage', dateModified: '2025-02' },
    { '@type': 'Article', image: [image, image] },
  ];
  expect(readPageFacts(page(nodes))).toEqual({ modified: '2025-02', images: ['https://example.com/a.jpg'], noindex: false });
});

test('a page that states nothing has nothing', () => {
  expect(readPageFacts('<p>x</p>')).toEqual({ modified: undefined, images: [], noindex: false });
});

test('a page may want no index', () => {
  expect(readPageFacts(page([], '<meta name="robots" content="noindex">')).noindex).toBe(true);
});

import { expect, test } from 'vitest';
import { files, pages, site, urls } from './dist.ts';

const all = pages();

test('the sitemap leads to every kind of page', () => {
  const kinds = [
    '',
    'projects',
    'a-z',
    'technologies',
    'industries',
    'clients',
    'years',
    'results',
    'about',
    'contact',
    'feeds',
    'accessibility',
  ];
  const paths = all.map(({ path }) => path.replace(site.base.replace(/\/$/, ''), ''));
  expect([...kinds.map((kind) => `/${kind && `${kind}/`}`), '/404.html'].filter((kind) => !paths.includes(kind))).toEqual([]);
  expect(paths.filter((path) => /^\/projects\/[^/]+\/$/.test(path)).length).toBeGreaterThanOrEqual(10);
  expect(paths.filter((path) => /^\/technologies\/[^/]+\/$/.test(path)).length).toBeGreaterThanOrEqual(10);
  expect(files().filter((file) => /^technologies\/[^/]+\/rss\.xml$/.test(file)).length).toBeGreaterThanOrEqual(10);
});

test.each([
  ['about', 'ProfilePage'],
  ['projects', 'CollectionPage'],
  ['contact', 'ContactPage'],
  ['', 'WebPage'],
])('/%s is a %s in its structured data', (name, type) => {
  const block = all.find(({ path }) => path === urls.page(name))?.document.querySelector('script[type="application/ld+json"]');
  const { '@graph': graph } = JSON.parse(block?.textContent ?? '') as { '@graph': { '@type': string }[] };
  expect(graph.map((node) => node['@type']).filter((one) => one.endsWith('Page'))).toEqual([type]);
});

test('every picture is offered as AVIF, then JPEG', () => {
  const offered = all.flatMap(({ document }) =>
    [...document.querySelectorAll('picture')].map((picture) => [
      ...[...picture.querySelectorAll('source')].map((source) => source.getAttribute('type')),
      /\.\w+$/.exec(picture.querySelector('img')?.getAttribute('src') ?? '')?.[0],
    ]),
  );
  expect(offered.length).toBeGreaterThan(50);
  expect(offered).toEqual(offered.map(() => ['image/avif', '.jpg']));
});

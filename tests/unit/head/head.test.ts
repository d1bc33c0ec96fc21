import { describe, expect, test } from 'vitest';
import { headElements, metaDescription, type HeadOptions } from '../../../src/lib/head/head.ts';

const head = (overrides: Partial<HeadOptions> = {}) =>
  headElements({
    title: 'Tidal Gauges',
    description: 'A harbour reads its water level.',
    canonical: 'https://example.com/projects/tidal-gauges/',
    siteName: 'Marlow',
    author: 'Ann Marlow',
    locale: 'en-GB',
    home: 'https://example.com/',
    paper: { light: '#f2f5f5', dark: '#101313' },
    icons: { svg: '/favicon.svg', png: '/icon-192.png', apple: '/apple-touch-icon.png' },
    manifest: '/site.webmanifest',
    alternates: [{ type: 'application/rss+xml', title: 'Marlow', href: 'https://example.com/rss.xml' }],
    sitemap: '/sitemap-index.xml',
    profiles: [],
    ...overrides,
  });

/** The values in a head under a name: the content of a meta element, the address of a link. */
const valuesOf = (elements: ReturnType<typeof head>, name: string) =>
  elements
    .filter(({ attributes: { name: own, property, rel } = {} }) => [own, property, rel].includes(name))
    .map(({ attributes = {} }) => attributes['content'] ?? attributes['href']);

describe('a page', () => {
  test('has one title, which ends in the name of the site', () => {
    const titles = head().filter(({ tag }) => tag === 'title');
    expect(titles.map(({ content }) => content)).toEqual(['Tidal Gauges · Marlow']);
  });

  test('named like the site has that name once in its title', () => {
    expect(head({ title: 'Marlow' })[0]?.content).toBe('Marlow');
  });

  test.each([
    ['description', ['A harbour reads its water level.']],
    ['canonical', ['https://example.com/projects/tidal-gauges/']],
    ['og:url', ['https://example.com/projects/tidal-gauges/']],
    ['og:type', ['website']],
    ['og:locale', ['en_GB']],
    ['author', ['Ann Marlow']],
    ['alternate', ['https://example.com/rss.xml']],
    ['sitemap', ['/sitemap-index.xml']],
    ['icon', ['/favicon.svg', '/icon-192.png']],
    ['apple-touch-icon', ['/apple-touch-icon.png']],
    ['manifest', ['/site.webmanifest']],
    ['theme-color', ['#f2f5f5', '#101313']],
    ['twitter:card', ['summary']],
    ['robots', []],
    ['me', []],
  ])('has the right %s', (name, expected) => expect(valuesOf(head(), name)).toEqual(expected));
});

test('a page in several languages links to each, and to the original as default', () => {
  const languages = [
    { locale: 'en-GB', href: 'https://example.com/x/' },
    { locale: 'de', href: 'https://example.com/de/x/' },
  ];
  const german = head({ locale: 'de', languages });
  const links = german.flatMap(({ attributes: { hreflang, href } = {} }) => (hreflang ? [[hreflang, href]] : []));
  expect(links).toEqual([
    ['en-GB', 'https://example.com/x/'],
    ['de', 'https://example.com/de/x/'],
    ['x-default', 'https://example.com/x/'],
  ]);
  expect([valuesOf(german, 'og:locale'), valuesOf(german, 'og:locale:alternate')]).toEqual([['de_DE'], ['en_GB']]);
});

test('a page that must not be indexed has no canonical address', () => {
  const elements = head({ noindex: true });
  expect([valuesOf(elements, 'robots'), valuesOf(elements, 'canonical')]).toEqual([['noindex'], []]);
});

test('an article has its days and its technologies', () => {
  const elements = head({ article: { published: '2024-05-17', modified: '2025-02-03', section: 'Shipping', tags: ['C#', 'AWS'] } });
  expect(valuesOf(elements, 'og:type')).toEqual(['article']);
  expect(valuesOf(elements, 'article:published_time')).toEqual(['2024-05-17']);
  expect(valuesOf(elements, 'article:modified_time')).toEqual(['2025-02-03']);
  expect(valuesOf(elements, 'article:section')).toEqual(['Shipping']);
  expect(valuesOf(elements, 'article:author')).toEqual(['https://example.com/']);
  expect(valuesOf(elements, 'article:tag')).toEqual(['C#', 'AWS']);
});

test('an article without days has no day in its head', () => {
  const elements = head({ article: { tags: [] } });
  expect(elements.filter(({ attributes }) => /^article:.*time$/.test(attributes?.['property'] ?? ''))).toEqual([]);
});

test('a social image has its size and its alternative text', () => {
  const elements = head({ image: { url: 'https://example.com/a.png', width: 1200, height: 800, alt: 'A quay' } });
  const names = ['og:image', 'og:image:width', 'og:image:height', 'og:image:alt', 'twitter:card', 'twitter:image:alt', 'og:image:type'];
  expect(names.flatMap((name) => valuesOf(elements, name))).toEqual([
    'https://example.com/a.png',
    '1200',
    '800',
    'A quay',
    'summary_large_image',
    'A quay',
    'image/png',
  ]);
});

test('a page without a description states none', () => {
  expect([...valuesOf(head({ description: null }), 'description'), ...valuesOf(head({ description: null }), 'og:description')]).toEqual([]);
});

test('profiles on other sites are linked as the author’s own', () => {
  expect(valuesOf(head({ profiles: ['https://social.example/@ann'] }), 'me')).toEqual(['https://social.example/@ann']);
});

test('each colour scheme has one theme colour', () => {
  const colors = head().filter(({ attributes }) => attributes?.['name'] === 'theme-color');
  expect(colors.map(({ attributes }) => attributes?.['media'])).toEqual(['(prefers-color-scheme: light)', '(prefers-color-scheme: dark)']);
});

test.each([
  ['is left as it is', 'A harbour reads its water level.', 'A harbour reads its water level.'],
  ['becomes one line', ' A harbour\n reads  it. ', 'A harbour reads it.'],
  ['is cut between words', `${'a'.repeat(190)}, bbbb cccc dddd`, `${'a'.repeat(190)}, bbbb…`],
])('a description %s', (_case, written, described) => expect(metaDescription(written)).toBe(described));

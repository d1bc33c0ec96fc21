import { describe, expect, test } from 'vitest';
import { editionIn } from '../../src/queries/site.ts';
import { pages, site, textOf, urls } from './dist.ts';

const all = pages();

test('the sitemap leads to every kind of page', () => {
  const kinds = ['', 'projects', 'technologies', 'industries', 'years', 'results', 'about', 'contact', 'feeds', 'accessibility'];
  const paths = all.map(({ path }) => path.replace(site.base.replace(/\/$/, ''), ''));
  expect([...kinds.map((kind) => `/${kind && `${kind}/`}`), '/404.html'].filter((kind) => !paths.includes(kind))).toEqual([]);
  expect(paths.filter((path) => /^\/projects\/[^/]+\/$/.test(path)).length).toBeGreaterThanOrEqual(10);
  expect(paths.filter((path) => /^\/technologies\/[^/]+\/$/.test(path)).length).toBeGreaterThanOrEqual(10);
});

describe.each(all)('$path', ({ document, url, lang, missing }) => {
  const own = editionIn(lang);
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const attribute = (selector: string, name: string) => all(selector).map((element) => element.getAttribute(name));

  test('has one first heading, and levels without a gap', () => {
    const levels = all('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    expect(all('h1, h2, h3, h4, h5, h6').filter((heading) => textOf(heading) === '')).toEqual([]);
  });

  test('has its landmarks, each once, and names its navigations', () => {
    const top = ['body > header', 'body > main', 'body > footer', 'body > header nav', 'body > footer nav'];
    expect(top.map((selector) => [selector, all(selector).length])).toEqual(top.map((selector) => [selector, 1]));
    const names = attribute('nav', 'aria-label');
    expect(names.filter((name) => !name)).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('names every group of fields and every answer', () => {
    expect(all('fieldset, output').filter((element) => !element.getAttribute('aria-label'))).toEqual([]);
  });

  test('begins with the link that skips to its content', () => {
    const first = all('a[href], button, input, select, textarea, [tabindex]')[0];
    expect(first?.getAttribute('href')).toBe('#main');
    expect(document.querySelector('#main')?.tagName).toBe('MAIN');
  });

  test('says its language, title, description and address', () => {
    expect(document.documentElement.lang).toBe(own.locale);
    expect(document.documentElement.dir).toBe('ltr');
    expect(textOf(document.querySelector('head > title'))).not.toBe('');
    expect(attribute('meta[name=description]', 'content')).toEqual([expect.stringMatching(/^\S.{19,199}$/)]);
    expect(attribute('link[rel=canonical]', 'href')).toEqual(missing ? [] : [url]);
    expect(attribute('meta[name=robots]', 'content')).toEqual(missing ? ['noindex'] : []);
    expect(attribute('meta[name=viewport]', 'content')).toEqual(['width=device-width, initial-scale=1']);
  });

  test('announces the feed and the sitemap, above and below', () => {
    const feeds = attribute('head > link[rel=alternate][type="application/rss+xml"]', 'href');
    expect(feeds[0]).toBe(urls.absolute(own.urls.file('rss.xml')));
    expect(attribute('head > link[rel=alternate][type="application/feed+json"]', 'href')).toEqual([
      urls.absolute(own.urls.file('feed.json')),
    ]);
    expect(attribute('head > link[rel=sitemap]', 'href')).toEqual([expect.stringMatching(/\/sitemap-index\.xml$/)]);
    expect(all('footer a[href$="/rss.xml"]')).toHaveLength(1);
    expect(all('footer a[href$="/sitemap-index.xml"]')).toHaveLength(1);
  });

  test('gives every picture its words and its size', () => {
    const faults = all('img').flatMap((image) =>
      ['alt', 'width', 'height']
        .filter((name) => (name === 'alt' ? !image.hasAttribute(name) : !/^[1-9]\d*$/.test(image.getAttribute(name) ?? '')))
        .map((name) => `${image.getAttribute('src')} has no ${name}`),
    );
    expect(faults).toEqual([]);
  });

  test('offers every picture it made in a small format first, and in one that everybody reads', () => {
    const offered = all('picture').map((picture) => [
      ...[...picture.querySelectorAll('source')].map((source) => source.getAttribute('type')),
      /\.\w+$/.exec(picture.querySelector('img')?.getAttribute('src') ?? '')?.[0],
    ]);
    expect(offered).toEqual(offered.map(() => ['image/avif', 'image/webp', '.jpg']));
  });

  test('asks early for no other file than the one its first picture will show', () => {
    const [first] = all('main picture > source');
    const asked = all('link[rel~=preload]').map((link) => ['type', 'imagesrcset', 'imagesizes'].map((name) => link.getAttribute(name)));
    expect(asked).toEqual(asked.length > 0 ? [['type', 'srcset', 'sizes'].map((name) => first?.getAttribute(name))] : []);
    expect(asked).toHaveLength(/\/projects\/$/.test(url) ? 1 : 0);
  });

  test('lets every picture and title travel under a name of its own', () => {
    const names = attribute('[data-vt]', 'data-vt');
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const slug = /\/projects\/([^/]+)\/$/.exec(url)?.[1];
    if (slug) expect(attribute('h1', 'data-vt')).toEqual([`title-${slug}`]);
    expect(all('.case').filter((row) => !row.querySelector('[data-vt^=title-]'))).toEqual([]);
  });

  test('leads back to where it stands', () => {
    const depth = new URL(url).pathname.slice(own.urls.page().length).split('/').filter(Boolean).length;
    const nested = depth > 1 && !missing;
    expect(all(`nav[aria-label="${own.t.breadcrumb}"] a`).length).toBe(nested ? depth : 0);
  });

  test('carries structured data that parses and stays in its block', () => {
    const blocks = all('script[type="application/ld+json"]').map(({ textContent }) => textContent ?? '');
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).not.toMatch(/<|-->/);
    const { '@context': context, '@graph': graph } = JSON.parse(blocks[0] ?? '') as {
      '@context': string;
      '@graph': { '@type': string; url?: string }[];
    };
    expect(context).toBe('https://schema.org');
    expect(graph.map(({ '@type': type }) => type)).toContain('WebSite');
    if (!missing) expect(graph.some((node) => /Page$/.test(node['@type']) && node.url === url)).toBe(true);
  });
});

describe.each([
  ['title', (document: Document) => textOf(document.querySelector('head > title'))],
  ['first heading', (document: Document) => textOf(document.querySelector('h1'))],
  ['description', (document: Document) => document.querySelector('meta[name=description]')?.getAttribute('content') ?? ''],
] as const)('no two pages have the same %s', (_what, read) => {
  test('in the whole site', () => {
    const groups = Map.groupBy(all, ({ document }) => read(document));
    expect(
      [...groups].filter(([, same]) => same.length > 1).map(([said, same]) => `${same.map(({ path }) => path).join(', ')}: ${said}`),
    ).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { languageOf } from '../../src/i18n/languages.ts';
import { localeOf } from '../../src/queries/site.ts';
import { fileAt, pages, site, textOf, urls } from '../site/dist.ts';

const all = pages();

describe.each(all)('$path', ({ document, url, lang, missing, secret }) => {
  // The address of a secret page does not say its language.
  const words = document.documentElement.lang;
  const own = localeOf(secret && languageOf(words) !== languageOf(site.locale) ? words : lang);
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  const attribute = (selector: string, name: string) => all(selector).map((element) => element.getAttribute(name));

  test('has one heading of level 1, and skips no level', () => {
    const levels = all('h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName[1]));
    expect(
      levels.filter((level) => level === 1),
      'headings of level 1',
    ).toHaveLength(1);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
    expect(all('h1, h2, h3, h4, h5, h6').filter((heading) => textOf(heading) === '')).toEqual([]);
  });

  test('has each landmark once, and names its navigations', () => {
    const menus = [...(site.navigation?.length === 0 ? [] : ['body > header nav']), ...(site.footer.links ? [] : ['body > footer nav'])];
    const top = ['body > header', 'body > main', 'body > footer', ...menus];
    expect(top.map((selector) => [selector, all(selector).length])).toEqual(top.map((selector) => [selector, 1]));
    const names = attribute('nav', 'aria-label');
    expect(names.filter((name) => !name)).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test('names every group of fields and every output', () => {
    expect(all('fieldset, output').filter((element) => !element.getAttribute('aria-label'))).toEqual([]);
  });

  test('begins with the link that skips to its content', () => {
    const first = all('a[href], button, input, select, textarea, [tabindex]')[0];
    expect(first?.getAttribute('href')).toBe('#main');
    expect(document.querySelector('#main')?.tagName).toBe('MAIN');
  });

  test('states its language, title, description and address', () => {
    expect(document.documentElement.lang).toBe(own.locale);
    expect(document.documentElement.dir).toBe('ltr');
    expect(textOf(document.querySelector('head > title'))).not.toBe('');
    expect(attribute('meta[name=description]', 'content')).toEqual([expect.stringMatching(/^\S.{0,199}$/)]);
    expect(attribute('link[rel=canonical]', 'href')).toEqual(missing || secret ? [] : [url]);
    expect(attribute('meta[name=robots]', 'content')).toEqual(secret ? ['noindex, nofollow'] : missing ? ['noindex'] : []);
    expect(attribute('meta[name=referrer]', 'content')).toEqual(secret ? ['no-referrer'] : []);
    expect(attribute('meta[name=viewport]', 'content')).toEqual(['width=device-width, initial-scale=1']);
  });

  test('links to the feeds and the sitemap in its head, and to the page about them in its footer', () => {
    // A language with pages and no case studies has no feed of its own.
    const { file } = fileAt(own.urls.page('projects')) === null ? urls : own.urls;
    const feeds = attribute('head > link[rel=alternate][type="application/rss+xml"]', 'href');
    expect(feeds[0]).toBe(urls.absolute(file('rss.xml')));
    expect(attribute('head > link[rel=alternate][type="application/feed+json"]', 'href')).toEqual([urls.absolute(file('feed.json'))]);
    expect(attribute('head > link[rel=sitemap]', 'href')).toEqual([expect.stringMatching(/\/sitemap-index\.xml$/)]);
    if (!site.footer.links) expect(attribute('footer nav a', 'href').filter((href) => href === urls.page('feeds'))).toHaveLength(1);
    expect(attribute('footer a', 'href').filter((href) => /\.(?:xml|json|txt|md)$/.test(href ?? ''))).toEqual([]);
    expect(attribute('footer a', 'href')[0]).toBe(`mailto:${site.contact.email ?? site.author.email}`);
  });

  test('ends with an invitation to write where it is a list', () => {
    const isList =
      /\/(?:projects|technologies|industries|clients|years|a-z|results)\/(?:page\/\d+\/)?$/.test(url) ||
      all('main .case-list').length > 0 ||
      missing;
    const links = site.contact.booking ? 2 : 1;
    if (isList && url !== urls.absolute(urls.page())) expect(all('main > aside:last-child a'), 'links at the end').toHaveLength(links);
  });

  test('gives every picture its alternative text and its size', () => {
    const lacking = all('img').flatMap((image) =>
      ['alt', 'width', 'height']
        .filter((name) => (name === 'alt' ? !image.hasAttribute(name) : !/^[1-9]\d*$/.test(image.getAttribute(name) ?? '')))
        .map((name) => `${image.getAttribute('src')} has no ${name}`),
    );
    expect(lacking).toEqual([]);
  });

  test('preloads the first picture of a list of case studies, and nothing else', () => {
    // The picture of the first case study; a drawing has no sources to choose from, and a later picture is below the first screen.
    const [first] = all('main picture:has(> img[fetchpriority=high]) > source');
    const preloaded = all('link[rel~=preload]').map((link) => ['type', 'imagesrcset', 'imagesizes'].map((name) => link.getAttribute(name)));
    const isList = /\/projects\/?$/.test(url) || (site.home[0] === 'work' && url === urls.absolute(own.urls.page()));
    const isPreloaded = first && isList;
    expect(preloaded).toEqual(isPreloaded ? [['type', 'srcset', 'sizes'].map((name) => first.getAttribute(name))] : []);
  });

  test('gives every picture and title its own name for view transitions', () => {
    const names = attribute('[data-vt]', 'data-vt');
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const slug = /\/projects\/([^/]+)\/$/.exec(url)?.[1];
    if (slug) expect(attribute('h1', 'data-vt')).toEqual([`title-${slug}`]);
    expect(all('.case').filter((row) => !row.querySelector('[data-vt^=title-]'))).toEqual([]);
  });

  test('has breadcrumbs where it is nested', () => {
    const below = new URL(url).pathname.slice(own.urls.page().length).replace(/\/page(?=\/\d+\/?$)/, '');
    const depth = below.split('/').filter(Boolean).length;
    const nested = /^(?:projects|results|technologies|industries|clients|years)\//.test(below) && depth > 1;
    expect(all(`nav[aria-label="${own.t.breadcrumb}"] a`).length).toBe(nested ? depth : 0);
  });

  test('has structured data that parses and cannot end its block', () => {
    const blocks = all('script[type="application/ld+json"]').map(({ textContent }) => textContent ?? '');
    expect(blocks).toHaveLength(1);
    expect(blocks[0]).not.toMatch(/<|-->/);
    const { '@context': context, '@graph': graph } = JSON.parse(blocks[0] ?? '') as {
      '@context': string;
      '@graph': { '@type': string; url?: string }[];
    };
    expect(context).toBe('https://schema.org');
    expect(graph.map(({ '@type': type }) => type)).toContain('WebSite');
    if (!missing && !secret) expect(graph.some((node) => /Page$/.test(node['@type']) && node.url === url)).toBe(true);
  });
});

/** Pages that the templates write. Two case studies may have the same title or tagline, and the pages of one list have one heading. */
const templates = all.filter(({ url, document }) => !/\/page\/\d+\/?$/.test(url) && !document.querySelector('meta[content=article]'));

describe.each([
  ['title', (document: Document) => textOf(document.querySelector('head > title'))],
  ['first heading', (document: Document) => textOf(document.querySelector('h1'))],
  ['description', (document: Document) => document.querySelector('meta[name=description]')?.getAttribute('content') ?? ''],
] as const)('no two pages have the same %s', (_what, read) => {
  test('in one language', () => {
    const groups = Map.groupBy(templates, ({ document, lang = '' }) => `${lang} ${read(document)}`);
    expect(
      [...groups.values()]
        .filter((same) => same.length > 1)
        .map((same) => `${same.map(({ path }) => path).join(', ')}: ${same.map(({ document }) => read(document))[0]}`),
    ).toEqual([]);
  });
});

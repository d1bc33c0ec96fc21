import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import type { JsonFeed } from '../../src/lib/feeds/json-feed.ts';
import { bytes, fileAt, files, pages, parseHtml, read, site, textOf, urls, writtenText, type Page } from '../site/dist.ts';

const xml = read('rss.xml');
const feed = channelOf(xml);
const cases = pages().filter(
  ({ document, lang, secret }) => !lang && !secret && document.querySelector('meta[property="og:type"][content=article]'),
);

describe('the feed', () => {
  test('names its site and its own address', () => {
    expect(feed).toMatchObject({ title: site.name, description: site.description, link: urls.absolute(urls.page()) });
    expect(feed['atom:link']).toEqual({ '@_href': urls.absolute(urls.file('rss.xml')), '@_rel': 'self', '@_type': 'application/rss+xml' });
  });

  test('has the public case studies, newest first', () => {
    const expected = Math.min(cases.length, site.feedLength);
    expect(feed.item.map(({ link }) => link).filter((link) => cases.some(({ url }) => url === link))).toHaveLength(expected);
    expect(feed.item).toHaveLength(expected);
    const days = feed.item.flatMap(({ pubDate }) => (pubDate ? Date.parse(pubDate) : []));
    expect(days).toEqual(days.toSorted((a, b) => b - a));
  });

  test('identifies each once, by its address', () => {
    expect(new Set(feed.item.map(({ guid }) => guid['#text'])).size).toBe(feed.item.length);
    // A case study that was renamed keeps its first address as its id.
    for (const { guid, link } of feed.item) expect(guid['#text'].replace(/[^/]+\/?$/, '')).toBe(link.replace(/[^/]+\/?$/, ''));
  });
});

describe('the feeds of technologies and industries', () => {
  const feeds = files().filter((file) => /^(?:technologies|industries)\/[^/]+\/rss\.xml$/.test(file));
  const whole = new Map(feed.item.map((item) => [item.link, item['content:encoded']]));

  test('exist exactly where there is a page', () => {
    const paths = files().filter((file) => /^(?:technologies|industries)\/[^/]+\/index\.html$/.test(file));
    expect(feeds.toSorted()).toEqual(paths.map((file) => file.replace('index.html', 'rss.xml')).toSorted());
  });

  test.skipIf(feeds.length === 0).each(feeds)('%s has some of the case studies, in full', (file) => {
    const items = channelOf(read(file)).item;
    expect(items).not.toEqual([]);
    // The feed of the site leaves out the older ones.
    const isWhole = (item: Channel['item'][number]): boolean =>
      whole.has(item.link) ? whole.get(item.link) === item['content:encoded'] : cases.some(({ url }) => url === item.link);
    expect(items.filter((item) => !isWhole(item))).toEqual([]);
    expect(channelOf(read(file))['atom:link']?.['@_href']).toBe(urls.absolute(urls.file(file)));
  });

  test('are listed on the page about feeds', () => {
    const page = pages().find(({ path }) => path === urls.page('feeds'));
    const listed = [...(page?.document.querySelectorAll('main a') ?? [])].map((link) =>
      fileAt(new URL(link.getAttribute('href') ?? '', page?.url).pathname),
    );
    expect(['rss.xml', 'feed.json', ...feeds].filter((file) => !listed.includes(file))).toEqual([]);
  });
});

describe('the feed as JSON', () => {
  const json = JSON.parse(read('feed.json')) as JsonFeed;

  test('has the content of the feed in XML', () => {
    expect(json.items.map(({ url, content_html: html }) => [url, html])).toEqual(
      feed.item.map((item) => [item.link, item['content:encoded']]),
    );
    expect([json.feed_url, json.home_page_url]).toEqual([urls.absolute(urls.file('feed.json')), feed.link]);
  });
});

describe.each(feed.item)('$title', ({ title, link, description, enclosure, 'content:encoded': content }) => {
  const page = cases.find(({ url }) => url === link) as Page;
  const document = parseHtml(content);
  const each = (selector: string, name: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? '');

  test('has the title and the description of the page', () => {
    expect(title).toBe(textOf(page.document.querySelector('h1')));
    // A `<meta>` has one kind of space; the feed has the narrow ones of French quotation marks.
    expect(page.document.querySelector('meta[name=description]')?.getAttribute('content')).toBe(description.replace(/\s/g, ' '));
  });

  test('has the full text of the page', () => {
    const text = textOf(document.body);
    const paragraphs = [...page.document.querySelectorAll('article .prose :is(p, li, td)')]
      .filter((element) => !element.querySelector('p, ul, ol'))
      .map(writtenText);
    expect(paragraphs).not.toEqual([]);
    expect(paragraphs.filter((paragraph) => !squeeze(text).includes(squeeze(paragraph)))).toEqual([]);
  });

  test('has only absolute addresses', () => {
    const addresses = [...each('[href]', 'href'), ...each('[src]', 'src')];
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !/^(?:https?:\/\/|mailto:)/.test(address))).toEqual([]);
    const own = addresses.filter((address) => address.startsWith(`${site.url}/`));
    expect(own.filter((address) => !fileAt(new URL(address).pathname))).toEqual([]);
  });

  test('encloses its social image with the right size', () => {
    const file = fileAt(new URL(enclosure['@_url'] ?? '').pathname) ?? '';
    expect(enclosure).toMatchObject({ '@_length': String(bytes(file).length), '@_type': 'image/png' });
  });

  test('has no script, style, id or class but the language of code', () => {
    const foreign = [...document.body.querySelectorAll('*')].flatMap((element) => [
      ...(/^(?:script|style|template|iframe|svg|astro-island|astro-slot|metric-strip|link|meta)$/.test(element.localName)
        ? [element.localName]
        : []),
      ...element.getAttributeNames().filter((name) => /^(?:class|id|style|srcset|on.*|data-.*)$/.test(name) && !isLanguage(element, name)),
    ]);
    expect(foreign).toEqual([]);
    expect(content).not.toMatch(/<script|<style|\/src\/|file:/);
  });
});

/** Parse the channel of a feed, which may have no item. */
function channelOf(source: string): Channel {
  const parser = new XMLParser({
    ignoreAttributes: false,
    htmlEntities: true,
    isArray: (name) => name === 'item' || name === 'category',
    parseTagValue: false,
  });
  const { channel } = (parser.parse(source) as { rss: { channel: Omit<Channel, 'item'> & Partial<Channel> } }).rss;
  return { ...channel, item: channel.item ?? [] };
}

/** Reduce text to its letters and digits, so that whitespace between blocks makes no difference. */
function squeeze(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

function isLanguage({ localName, className }: Element, attribute: string): boolean {
  return localName === 'code' && attribute === 'class' && /^language-[^\s]+$/.test(className);
}

interface Channel {
  title: string;
  description: string;
  link: string;
  'atom:link': Record<string, string>;
  item: {
    title: string;
    link: string;
    guid: { '#text': string };
    description: string;
    pubDate?: string;
    enclosure: Record<string, string>;
    'content:encoded': string;
  }[];
}

import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { fileAt, pages, parseHtml, read, site, textOf, urls, type Page } from './dist.ts';

const xml = read('rss.xml');
const feed = (
  new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'item' || name === 'category', parseTagValue: false }).parse(
    xml,
  ) as { rss: { channel: Channel } }
).rss.channel;
const cases = pages().filter(({ document }) => document.querySelector('meta[property="og:type"][content=article]'));

describe('the feed', () => {
  test('says whose it is, and where it lies', () => {
    expect(feed).toMatchObject({ title: site.name, description: site.description, link: urls.absolute(urls.page()) });
    expect(feed['atom:link']).toEqual({ '@_href': urls.absolute(urls.file('rss.xml')), '@_rel': 'self', '@_type': 'application/rss+xml' });
  });

  test('carries the public case studies, newest first', () => {
    const expected = Math.min(cases.length, site.feedLength);
    expect(feed.item.map(({ link }) => link).filter((link) => cases.some(({ url }) => url === link))).toHaveLength(expected);
    expect(feed.item).toHaveLength(expected);
    const days = feed.item.flatMap(({ pubDate }) => (pubDate ? Date.parse(pubDate) : []));
    expect(days).toEqual(days.toSorted((a, b) => b - a));
  });

  test('names each once, for good', () => {
    expect(new Set(feed.item.map(({ guid }) => guid['#text'])).size).toBe(feed.item.length);
    expect(feed.item.map(({ guid }) => guid['#text'])).toEqual(feed.item.map(({ link }) => link));
  });
});

describe.each(feed.item)('$title', ({ title, link, description, 'content:encoded': content }) => {
  const page = cases.find(({ url }) => url === link) as Page;
  const document = parseHtml(content);
  const each = (selector: string, name: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? '');

  test('is the page under its title', () => {
    expect(title).toBe(textOf(page.document.querySelector('h1')));
    expect(page.document.querySelector('meta[name=description]')?.getAttribute('content')).toBe(description);
  });

  test('has the full text of the page', () => {
    const said = textOf(document.body);
    const paragraphs = [...page.document.querySelectorAll('article .prose :is(p, li, td)')]
      .filter((element) => !element.querySelector('p, ul, ol'))
      .map(textOf);
    expect(paragraphs.length).toBeGreaterThan(2);
    expect(paragraphs.filter((paragraph) => !squeeze(said).includes(squeeze(paragraph)))).toEqual([]);
  });

  test('has absolute addresses only', () => {
    const addresses = [...each('[href]', 'href'), ...each('[src]', 'src')];
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !/^(?:https?:\/\/|mailto:)/.test(address))).toEqual([]);
    const own = addresses.filter((address) => address.startsWith(`${site.url}/`));
    expect(own.filter((address) => !fileAt(new URL(address).pathname))).toEqual([]);
  });

  test('stands alone', () => {
    const foreign = [...document.body.querySelectorAll('*')].flatMap((element) => [
      ...(/^(?:script|style|template|iframe|svg|astro-island|astro-slot|metric-strip|link|meta)$/.test(element.localName)
        ? [element.localName]
        : []),
      ...element.getAttributeNames().filter((name) => /^(?:class|id|style|srcset|on.*|data-.*)$/.test(name)),
    ]);
    expect(foreign).toEqual([]);
    expect(content).not.toMatch(/<script|<style|\/src\/|file:/);
  });
});

/** Reduce text to its letters and digits: how blanks fall between blocks is no difference. */
function squeeze(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

interface Channel {
  title: string;
  description: string;
  link: string;
  'atom:link': Record<string, string>;
  item: { title: string; link: string; guid: { '#text': string }; description: string; pubDate?: string; 'content:encoded': string }[];
}

import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { rssXml } from '../../../src/lib/feeds/feed-rss.ts';
import { makeChannel, makeItem } from '../../fixtures/feed.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  htmlEntities: true,
  parseTagValue: false,
  isArray: (name) => ['item', 'category'].includes(name),
});
const channel = async (items = [makeItem()], overrides = {}) =>
  (parser.parse(await rssXml(makeChannel(overrides), items)) as { rss: { channel: Record<string, never> & { item: unknown[] } } }).rss
    .channel;

describe('a feed', () => {
  test('names its site, its own address and its last change', async () => {
    expect(await channel()).toMatchObject({
      language: 'en-gb',
      ttl: '1440',
      lastBuildDate: 'Mon, 03 Feb 2025 00:00:00 GMT',
      image: { url: 'https://example.com/icon-144.png', link: 'https://example.com/', width: '144' },
      'atom:link': { '@_href': 'https://example.com/rss.xml', '@_rel': 'self' },
    });
  });

  test('keeps the id of an item at a new address', async () => {
    const moved = makeItem({ id: 'https://example.com/projects/gauges/' });
    const other = makeItem({ url: 'https://example.com/projects/other/', id: 'https://example.com/projects/other/' });
    const { item } = await channel([moved, other]);
    expect(item).toMatchObject([
      { link: 'https://example.com/projects/tidal-gauges/', guid: { '#text': 'https://example.com/projects/gauges/' } },
      { link: 'https://example.com/projects/other/', guid: { '#text': 'https://example.com/projects/other/' } },
    ]);
  });

  test.each(['https://example.com/', 'https://example.com/technologies/c-sharp'])(
    'links to its page with or without a slash: %s',
    async (home) => {
      expect(await channel([], { home })).toMatchObject({ link: home });
    },
  );

  test('without dates has no build date', async () => {
    expect(await channel([makeItem({ published: null, updated: null })])).not.toHaveProperty('lastBuildDate');
  });

  test('is the same to the byte if nothing has changed', async () => {
    expect(await rssXml(makeChannel(), [makeItem()])).toBe(await rssXml(makeChannel(), [makeItem()]));
  });
});

describe('an item', () => {
  test('has the whole case study, its pictures and its dates', async () => {
    expect((await channel()).item).toMatchObject([
      {
        title: 'Tidal Gauges',
        guid: { '#text': 'https://example.com/projects/tidal-gauges/', '@_isPermaLink': 'true' },
        pubDate: 'Wed, 01 May 2024 00:00:00 GMT',
        category: ['C#', 'Shipping'],
        'content:encoded': '<p>The old gauges were read by hand.</p>',
        'dc:creator': 'Ann & Co',
        'atom:updated': '2025-02-03T00:00:00.000Z',
        enclosure: { '@_url': 'https://example.com/social/a.png', '@_length': '20481', '@_type': 'image/png' },
        'media:content': { '@_type': 'image/jpeg', '@_width': '1200', 'media:description': { '#text': 'A quay & a crane' } },
      },
    ]);
  });

  test.each([
    ['R&D < <b>', 'R&amp;D &lt; &#x3C;b&gt;'],
    ['&nbsp; ]]>', '&#x26;nbsp; ]]&gt;'],
    ['a\uFFFEb', 'ab'],
  ])('has the title %s as text that no reader takes for markup', async (title, xml) => {
    expect(await rssXml(makeChannel(), [makeItem({ title, tags: [title] })])).toMatch(`<title>${xml}</title>`);
  });

  test('has a summary that readers show as written, though they take it for HTML', async () => {
    const summary = 'R&D: a < b, <b>not</b> &lt;bold&gt;';
    const [item] = (await channel([makeItem({ summary })])).item;
    expect(item).toMatchObject({ description: 'R&D: a < b, &lt;b>not&lt;/b> &amp;lt;bold&amp;gt;' });
  });

  test('has no element without content', async () => {
    const least = { summary: null, picture: null, socialImage: null, published: null, updated: null, tags: [] };
    const [item] = (await channel([makeItem(least)])).item;
    expect(Object.keys(item as object).toSorted()).toEqual(['content:encoded', 'dc:creator', 'guid', 'link', 'title']);
  });
});

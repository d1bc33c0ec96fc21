import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { rssXml } from '../../src/lib/feed-rss.ts';
import { makeChannel, makeItem } from '../fixtures/feed.ts';

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
  test('says whose it is, where it lies and when it last changed', async () => {
    expect(await channel()).toMatchObject({
      language: 'en-gb',
      ttl: '1440',
      lastBuildDate: 'Mon, 03 Feb 2025 00:00:00 GMT',
      image: { url: 'https://example.com/icon-144.png', link: 'https://example.com/', width: '144' },
      'atom:link': { '@_href': 'https://example.com/rss.xml', '@_rel': 'self' },
    });
  });

  test.each(['https://example.com/', 'https://example.com/technologies/c-sharp'])(
    'leads to its page as that is addressed: %s',
    async (home) => {
      expect(await channel([], { home })).toMatchObject({ link: home });
    },
  );

  test('without dates states none', async () => {
    expect(await channel([makeItem({ published: null, updated: null })])).not.toHaveProperty('lastBuildDate');
  });

  test('is the same whether its items stand in others or not', async () => {
    const [first, second, third] = [makeItem({ title: 'a' }), makeItem({ title: 'b' }), makeItem({ title: 'c' })];
    const alone = await rssXml(makeChannel({ title: 'One' }), [makeItem({ title: 'b' }), makeItem({ title: 'c' })]);
    await rssXml(makeChannel({ title: 'Other', author: { name: 'Bea', url: 'https://example.com/' } }), [third]);
    await rssXml(makeChannel({ title: 'Two' }), [first, second]);
    expect(await rssXml(makeChannel({ title: 'One' }), [second, third])).toBe(alone);
    expect(await rssXml(makeChannel({ title: 'One' }), [second, third])).toBe(alone);
  });

  test('is the same to the byte where nothing has changed', async () => {
    expect(await rssXml(makeChannel(), [makeItem()])).toBe(await rssXml(makeChannel(), [makeItem()]));
  });
});

describe('an item', () => {
  test('carries the whole case study, its pictures and its dates', async () => {
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
  ])('says %s in its title as text that no reader takes for markup', async (title, xml) => {
    expect(await rssXml(makeChannel(), [makeItem({ title, tags: [title] })])).toMatch(`<title>${xml}</title>`);
  });

  test('has a summary that shows as it was written, where it is taken for HTML', async () => {
    const summary = 'R&D: a < b, <b>not</b> &lt;bold&gt;';
    const [item] = (await channel([makeItem({ summary })])).item;
    expect(item).toMatchObject({ description: 'R&D: a < b, &lt;b>not&lt;/b> &amp;lt;bold&amp;gt;' });
  });

  test('says nothing of what there is not', async () => {
    const [item] = (await channel([makeItem({ picture: null, card: null, published: null, updated: null })])).item;
    expect(Object.keys(item as object).filter((name) => /enclosure|media|pubDate|updated|language/.test(name))).toEqual([]);
  });
});

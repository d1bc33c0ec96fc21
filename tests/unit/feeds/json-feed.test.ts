import { expect, test } from 'vitest';
import { jsonFeed } from '../../../src/lib/feeds/json-feed.ts';
import { makeChannel, makeItem } from '../../fixtures/feed.ts';

test('a feed names its version, its page and itself', () => {
  expect(jsonFeed(makeChannel({ self: 'https://example.com/feed.json' }), [])).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    home_page_url: 'https://example.com/',
    feed_url: 'https://example.com/feed.json',
    language: 'en-GB',
    items: [],
  });
});

test('an item has the whole case study', () => {
  expect(jsonFeed(makeChannel(), [makeItem({ lang: 'de' })]).items).toEqual([
    {
      id: 'https://example.com/projects/tidal-gauges/',
      url: 'https://example.com/projects/tidal-gauges/',
      title: 'Tidal Gauges',
      content_html: '<p>The old gauges were read by hand.</p>',
      summary: 'A harbour reads its water level.',
      image: 'https://example.com/a.jpg',
      banner_image: 'https://example.com/social/a.png',
      date_published: '2024-05-01T00:00:00.000Z',
      date_modified: '2025-02-03T00:00:00.000Z',
      tags: ['C#', 'Shipping'],
      language: 'de',
      attachments: [{ url: 'https://example.com/social/a.png', mime_type: 'image/png', title: 'Tidal Gauges', size_in_bytes: 20_481 }],
    },
  ]);
});

test('an item has no key without a value', () => {
  const least = { summary: null, picture: null, socialImage: null, published: null, updated: null, tags: [] };
  const [item] = jsonFeed(makeChannel(), [makeItem(least)]).items;
  expect(Object.keys(item ?? {})).toEqual(['id', 'url', 'title', 'content_html', 'language']);
});

test('an item keeps its id at a new address', () => {
  const id = 'https://example.com/projects/gauges/';
  expect(jsonFeed(makeChannel(), [makeItem({ id })]).items[0]).toMatchObject({ id, url: 'https://example.com/projects/tidal-gauges/' });
});

import { getRssString, type RSSOptions } from '@astrojs/rss';
import { firstInstant, type FeedChannel, type FeedItem } from './feed.ts';
import { escape } from './written-html.ts';

/** How long readers may wait before they ask again, in minutes: a portfolio changes by the week. */
const timeToLive = 1440;

/**
 * Write an RSS 2.0 feed of whole case studies; the same items give the same bytes. What in a title looks like a tag or an entity
 * is told from one by its being written as a number (https://www.rssboard.org/rss-profile#data-types-characterdata).
 */
export async function rssXml(channel: FeedChannel, items: readonly FeedItem[]): Promise<string> {
  const known = writtenFor(channel.author.name);
  const fresh = items.filter((item) => !known.has(item));
  const xml = await getRssString(rssOptions(channel, items, fresh.length > 0 ? fresh : items.slice(0, 1)));
  // Nothing else in a feed is written as these tags.
  const [head = '', ...parts] = xml.split(/(?=<item>|<\/channel>)/);
  fresh.forEach((item, index) => known.set(item, readable(parts[index] ?? '')));
  return [readable(head), ...items.map((item) => known.get(item)), parts.at(-1)].join('');
}

// A case study stands in the feed of each of its technologies and is written once.
const written = new Map<string, WeakMap<FeedItem, string>>();

function writtenFor(author: string): WeakMap<FeedItem, string> {
  const known = written.get(author) ?? new WeakMap<FeedItem, string>();
  written.set(author, known);
  return known;
}

function readable(xml: string): string {
  return xml
    .replace(plainText, (element) => element.replace(/&amp;(?=#?\w+;)/g, '&#x26;').replace(/&lt;(?=[a-z/!?])/gi, '&#x3C;'))
    .replace(noXml, '');
}

const plainText = /<(title|description|category)>[^<]*<\/\1>/g;
/** Signs that no XML 1.0 may have (https://www.w3.org/TR/xml/#charsets). */
const noXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** Options for a feed of all items; those to `write` are the ones it gets. */
function rssOptions(channel: FeedChannel, all: readonly FeedItem[], write: readonly FeedItem[]): RSSOptions {
  const { title, description, home, self, locale, icon } = channel;
  const newest = newestOf(all);
  return {
    title,
    description,
    site: home,
    // Keeps the address of the page as it is: the package would add a slash or take one away.
    trailingSlash: home.endsWith('/'),
    xmlns: {
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
      media: 'http://search.yahoo.com/mrss/',
    },
    customData: [
      `<language>${escape(locale.toLowerCase())}</language>`,
      newest ? `<lastBuildDate>${newest.toUTCString()}</lastBuildDate>` : '',
      `<ttl>${timeToLive}</ttl>`,
      `<image><url>${escape(icon.url)}</url><title>${escape(title)}</title><link>${escape(home)}</link><width>${icon.size}</width><height>${icon.size}</height></image>`,
      `<atom:link href="${escape(self)}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: write.map((item) => ({
      title: item.title,
      link: item.url,
      description: asHtml(item.summary),
      content: item.html,
      categories: item.tags,
      ...(item.published ? { pubDate: firstInstant(item.published) } : {}),
      ...(item.card ? { enclosure: { url: item.card.url, length: item.card.bytes, type: 'image/png' } } : {}),
      customData: [
        `<dc:creator>${escape(channel.author.name)}</dc:creator>`,
        ...(item.updated ? [`<atom:updated>${firstInstant(item.updated).toISOString()}</atom:updated>`] : []),
        ...(item.lang ? [`<dc:language>${escape(item.lang)}</dc:language>`] : []),
        ...(item.picture ? [media(item.picture)] : []),
      ].join(''),
    })),
  };
}

function media({ url, width, height, alt }: NonNullable<FeedItem['picture']>): string {
  const type = /\.jpe?g$/.test(url) ? ' type="image/jpeg"' : '';
  const words = alt ? `<media:description type="plain">${escape(alt)}</media:description>` : '';
  return `<media:content url="${escape(url)}" medium="image"${type} width="${width}" height="${height}">${words}</media:content>`;
}

/** Readers take a summary for HTML: what would be a tag or an entity there is kept as the text it is. */
function asHtml(text: string): string {
  return text.replace(/&(?=#?\w+;)/g, '&amp;').replace(/<(?=[a-z/!?])/gi, '&lt;');
}

function newestOf(items: readonly FeedItem[]): Date | undefined {
  const dates = items.flatMap(({ updated, published }) => updated ?? published ?? []);
  return dates.map(firstInstant).toSorted((a, b) => b.getTime() - a.getTime())[0];
}

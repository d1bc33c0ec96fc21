import { getRssString, type RSSOptions } from '@astrojs/rss';
import { firstInstant } from '../dates.ts';
import type { FeedChannel, FeedItem } from './feed.ts';
import { escapeHtml } from '../markdown/escape-html.ts';

/** How long readers may wait before they ask again, in minutes. A portfolio changes by the week. */
const timeToLive = 1440;

/**
 * Write an RSS 2.0 feed of whole case studies. In titles, text that looks like a tag or an entity is written with numeric
 * references, so that no reader takes it for markup (https://www.rssboard.org/rss-profile#data-types-characterdata).
 */
export async function rssXml(channel: FeedChannel, items: readonly FeedItem[]): Promise<string> {
  const xml = await getRssString(rssOptions(channel, items));
  // The package takes the address of the page for the id.
  const ids = new Map(items.map(({ id, url }) => [escapeHtml(url), escapeHtml(id)]));
  return xml
    .replace(/(?<=<guid isPermaLink="true">)[^<]*/g, (url) => ids.get(url) ?? url)
    .replace(plainText, (element) => element.replace(/&amp;(?=#?\w+;)/g, '&#x26;').replace(/&lt;(?=[a-z/!?])/gi, '&#x3C;'))
    .replace(notXml, '');
}

const plainText = /<(title|description|category)>[^<]*<\/\1>/g;
/** Characters that XML 1.0 does not allow (https://www.w3.org/TR/xml/#charsets). */
const notXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function rssOptions(channel: FeedChannel, items: readonly FeedItem[]): RSSOptions {
  const { title, description, home, self, locale, icon } = channel;
  const newest = newestOf(items);
  return {
    title,
    description,
    site: home,
    // Without this the package would add a slash to the address of the page, or remove one.
    trailingSlash: home.endsWith('/'),
    xmlns: {
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
      media: 'http://search.yahoo.com/mrss/',
    },
    customData: [
      `<language>${escapeHtml(locale.toLowerCase())}</language>`,
      newest ? `<lastBuildDate>${newest.toUTCString()}</lastBuildDate>` : '',
      `<ttl>${timeToLive}</ttl>`,
      `<image><url>${escapeHtml(icon.url)}</url><title>${escapeHtml(title)}</title><link>${escapeHtml(home)}</link><width>${icon.size}</width><height>${icon.size}</height></image>`,
      `<atom:link href="${escapeHtml(self)}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: items.map((item) => ({
      title: item.title,
      link: item.url,
      ...(item.summary === null ? {} : { description: asHtml(item.summary) }),
      content: item.html,
      categories: item.tags,
      ...(item.published ? { pubDate: firstInstant(item.published) } : {}),
      ...(item.socialImage ? { enclosure: { url: item.socialImage.url, length: item.socialImage.bytes, type: 'image/png' } } : {}),
      customData: [
        `<dc:creator>${escapeHtml(channel.author.name)}</dc:creator>`,
        ...(item.updated ? [`<atom:updated>${firstInstant(item.updated).toISOString()}</atom:updated>`] : []),
        ...(item.lang ? [`<dc:language>${escapeHtml(item.lang)}</dc:language>`] : []),
        ...(item.picture ? [media(item.picture)] : []),
      ].join(''),
    })),
  };
}

function media({ url, width, height, alt }: NonNullable<FeedItem['picture']>): string {
  const type = /\.jpe?g$/.test(url) ? ' type="image/jpeg"' : '';
  const words = alt ? `<media:description type="plain">${escapeHtml(alt)}</media:description>` : '';
  return `<media:content url="${escapeHtml(url)}" medium="image"${type} width="${width}" height="${height}">${words}</media:content>`;
}

/** Escape what would be a tag or an entity in a summary, which readers take for HTML. */
function asHtml(text: string): string {
  return text.replace(/&(?=#?\w+;)/g, '&amp;').replace(/<(?=[a-z/!?])/gi, '&lt;');
}

function newestOf(items: readonly FeedItem[]): Date | undefined {
  const dates = items.flatMap(({ updated, published }) => updated ?? published ?? []);
  return dates.map(firstInstant).toSorted((a, b) => b.getTime() - a.getTime())[0];
}

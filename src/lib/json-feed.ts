import { firstInstant, type FeedChannel, type FeedItem } from './feed.ts';

/** Build a JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) of whole case studies. */
export function jsonFeed({ title, description, home, self, locale, author, icon }: FeedChannel, items: readonly FeedItem[]): JsonFeed {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    description,
    icon: icon.url,
    authors: [author],
    language: locale,
    items: items.map((item) => ({
      id: item.url,
      url: item.url,
      title: item.title,
      content_html: item.html,
      summary: item.summary,
      ...(item.picture ? { image: item.picture.url } : {}),
      ...(item.card ? { banner_image: item.card.url } : {}),
      ...(item.published ? { date_published: firstInstant(item.published).toISOString() } : {}),
      ...(item.updated ? { date_modified: firstInstant(item.updated).toISOString() } : {}),
      tags: item.tags,
      language: item.lang ?? locale,
      ...(item.card
        ? { attachments: [{ url: item.card.url, mime_type: 'image/png', title: item.card.alt, size_in_bytes: item.card.bytes }] }
        : {}),
    })),
  };
}

export interface JsonFeed {
  version: 'https://jsonfeed.org/version/1.1';
  title: string;
  home_page_url: string;
  feed_url: string;
  description: string;
  icon: string;
  authors: { name: string; url: string }[];
  language: string;
  items: JsonFeedItem[];
}

/** An item; dates are RFC 3339 instants. */
export interface JsonFeedItem {
  id: string;
  url: string;
  title: string;
  content_html: string;
  summary: string;
  image?: string;
  banner_image?: string;
  date_published?: string;
  date_modified?: string;
  tags: string[];
  language: string;
  attachments?: { url: string; mime_type: string; title: string; size_in_bytes: number }[];
}

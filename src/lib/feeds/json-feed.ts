import { firstInstant } from '../dates.ts';
import { withoutEmpty } from '../without-empty.ts';
import type { FeedChannel, FeedItem } from './feed.ts';

/** Build a JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/) of whole case studies; dates become RFC 3339 instants. */
export function jsonFeed({ title, description, home, self, locale, author, icon }: FeedChannel, items: readonly FeedItem[]) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: home,
    feed_url: self,
    description,
    icon: icon.url,
    authors: [author],
    language: locale,
    items: items.map((item) =>
      withoutEmpty({
        id: item.id,
        url: item.url,
        title: item.title,
        content_html: item.html,
        summary: item.summary,
        image: item.picture?.url,
        banner_image: item.socialImage?.url,
        date_published: item.published && firstInstant(item.published).toISOString(),
        date_modified: item.updated && firstInstant(item.updated).toISOString(),
        tags: item.tags,
        language: item.lang ?? locale,
        attachments: item.socialImage && [
          { url: item.socialImage.url, mime_type: 'image/png', title: item.socialImage.alt, size_in_bytes: item.socialImage.bytes },
        ],
      }),
    ),
  };
}

export type JsonFeed = ReturnType<typeof jsonFeed>;

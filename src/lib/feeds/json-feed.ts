import { firstInstant, type FeedChannel, type FeedItem } from './feed.ts';

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
    items: items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_html: item.html,
      ...(item.summary === null ? {} : { summary: item.summary }),
      ...(item.picture ? { image: item.picture.url } : {}),
      ...(item.socialImage ? { banner_image: item.socialImage.url } : {}),
      ...(item.published ? { date_published: firstInstant(item.published).toISOString() } : {}),
      ...(item.updated ? { date_modified: firstInstant(item.updated).toISOString() } : {}),
      ...(item.tags.length > 0 ? { tags: item.tags } : {}),
      language: item.lang ?? locale,
      ...(item.socialImage
        ? {
            attachments: [
              { url: item.socialImage.url, mime_type: 'image/png', title: item.socialImage.alt, size_in_bytes: item.socialImage.bytes },
            ],
          }
        : {}),
    })),
  };
}

export type JsonFeed = ReturnType<typeof jsonFeed>;

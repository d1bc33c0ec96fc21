/** One element of a page's `<head>`; `content` is text and is escaped when printed. */
export interface HeadElement {
  tag: 'title' | 'meta' | 'link';
  attributes?: Record<string, string>;
  content?: string;
}

/** Compute what a page says about itself to browsers, search engines and feed readers. Addresses are absolute. */
export function headElements(page: HeadOptions): HeadElement[] {
  const title = page.title === page.siteName ? page.siteName : `${page.title} · ${page.siteName}`;
  return [
    { tag: 'title', content: title },
    meta('description', page.description),
    ...(page.noindex ? [meta('robots', 'noindex')] : [link('canonical', page.canonical)]),
    meta('author', page.author),
    meta('color-scheme', 'light dark'),
    { tag: 'meta', attributes: { name: 'theme-color', content: '#faf9f6', media: '(prefers-color-scheme: light)' } },
    { tag: 'meta', attributes: { name: 'theme-color', content: '#141310', media: '(prefers-color-scheme: dark)' } },
    property('og:type', page.article ? 'article' : 'website'),
    property('og:title', page.title),
    property('og:description', page.description),
    ...(page.noindex ? [] : [property('og:url', page.canonical)]),
    property('og:site_name', page.siteName),
    property('og:locale', page.locale.replace('-', '_')),
    ...(page.article?.published ? [property('article:published_time', page.article.published)] : []),
    ...(page.article?.modified ? [property('article:modified_time', page.article.modified)] : []),
    ...(page.article?.tags ?? []).map((tag) => property('article:tag', tag)),
    ...(page.image
      ? [
          property('og:image', page.image.url),
          property('og:image:width', String(page.image.width)),
          property('og:image:height', String(page.image.height)),
          property('og:image:alt', page.image.alt),
          meta('twitter:card', 'summary_large_image'),
        ]
      : [meta('twitter:card', 'summary')]),
    { tag: 'link', attributes: { rel: 'icon', href: page.icon, type: 'image/svg+xml' } },
    { tag: 'link', attributes: { rel: 'alternate', type: 'application/rss+xml', title: page.siteName, href: page.feed } },
    link('sitemap', page.sitemap),
    ...page.profiles.map((profile) => link('me', profile)),
  ];
}

export interface HeadOptions {
  title: string;
  description: string;
  canonical: string;
  siteName: string;
  author: string;
  /** BCP 47. */
  locale: string;
  icon: string;
  feed: string;
  sitemap: string;
  profiles: readonly string[];
  noindex?: boolean | undefined;
  image?: { url: string; width: number; height: number; alt: string } | undefined;
  article?: { published?: string | undefined; modified?: string | undefined; tags: readonly string[] } | undefined;
}

function meta(name: string, content: string): HeadElement {
  return { tag: 'meta', attributes: { name, content } };
}

function property(name: string, content: string): HeadElement {
  return { tag: 'meta', attributes: { property: name, content } };
}

function link(rel: string, href: string): HeadElement {
  return { tag: 'link', attributes: { rel, href } };
}

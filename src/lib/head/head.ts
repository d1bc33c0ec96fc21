import { memoize } from '../../i18n/memoize.ts';
import { shorten } from '../story/excerpt.ts';

/** One element of a page's `<head>`; `content` is text, which the template escapes. */
export interface HeadElement {
  tag: 'title' | 'meta' | 'link';
  attributes?: Record<string, string>;
  content?: string;
}

/** List the metadata of a page for browsers, search engines and feed readers. Addresses are absolute. */
export function headElements(page: HeadOptions): HeadElement[] {
  const { languages = [] } = page;
  const listed = !page.noindex && !page.secret;
  const title = page.title === page.siteName ? page.siteName : `${page.title} · ${page.siteName}`;
  return [
    { tag: 'title', content: title },
    ...(page.description === null ? [] : [meta('description', metaDescription(page.description))]),
    ...(page.secret ? [meta('robots', 'noindex, nofollow'), meta('referrer', 'no-referrer')] : []),
    ...(page.noindex ? [meta('robots', 'noindex')] : []),
    ...(listed ? [link('canonical', page.canonical)] : []),
    meta('author', page.author),
    meta('color-scheme', 'light dark'),
    ...Object.entries(page.paper).map(([scheme, content]) => meta('theme-color', content, { media: `(prefers-color-scheme: ${scheme})` })),
    property('og:type', page.article ? 'article' : 'website'),
    property('og:title', page.title),
    ...(page.description === null ? [] : [property('og:description', metaDescription(page.description))]),
    ...(listed ? [property('og:url', page.canonical)] : []),
    property('og:site_name', page.siteName),
    property('og:locale', ogLocale(page.locale)),
    ...languages.flatMap(({ locale }) => (locale === page.locale ? [] : [property('og:locale:alternate', ogLocale(locale))])),
    ...(page.article?.published ? [property('article:published_time', page.article.published)] : []),
    ...(page.article?.modified ? [property('article:modified_time', page.article.modified)] : []),
    ...(page.article ? [property('article:author', page.home)] : []),
    ...(page.article?.section ? [property('article:section', page.article.section)] : []),
    ...(page.article?.tags ?? []).map((tag) => property('article:tag', tag)),
    ...(page.image
      ? [
          property('og:image', page.image.url),
          property('og:image:type', 'image/png'),
          property('og:image:width', String(page.image.width)),
          property('og:image:height', String(page.image.height)),
          property('og:image:alt', page.image.alt),
          meta('twitter:card', 'summary_large_image'),
          meta('twitter:image:alt', page.image.alt),
        ]
      : [meta('twitter:card', 'summary')]),
    link('icon', page.icons.svg, { type: 'image/svg+xml' }),
    link('icon', page.icons.png, { type: 'image/png', sizes: '192x192' }),
    link('apple-touch-icon', page.icons.apple),
    link('manifest', page.manifest),
    ...page.alternates.map(({ type, title, href }) => link('alternate', href, { type, title })),
    ...languages.map(({ locale, href }) => link('alternate', href, { hreflang: locale })),
    ...languages.slice(0, 1).map(({ href }) => link('alternate', href, { hreflang: 'x-default' })),
    link('sitemap', page.sitemap),
    ...page.profiles.map((profile) => link('me', profile)),
  ];
}

/** Shorten a description to one line of at most 200 characters, cut between words. */
export function metaDescription(text: string): string {
  return shorten(text.replace(/\s+/g, ' ').trim(), longest);
}

export interface HeadOptions {
  title: string;
  /** Null where the page has nothing to say of itself. */
  description: string | null;
  canonical: string;
  siteName: string;
  author: string;
  /** BCP 47. */
  locale: string;
  /** Absolute address of the home page. */
  home: string;
  /** The background colour in both modes. */
  paper: { light: string; dark: string };
  icons: { svg: string; png: string; apple: string };
  manifest: string;
  /** The same content in other forms: feeds, Markdown. */
  alternates: readonly { type: string; title: string; href: string }[];
  sitemap: string;
  profiles: readonly string[];
  /** The languages of the page, its own included, that of the original first. */
  languages?: readonly { locale: string; href: string }[];
  noindex?: boolean | undefined;
  /** Whether only its address leads to the page. */
  secret?: boolean;
  image?: { url: string; width: number; height: number; alt: string } | undefined;
  article?:
    { published?: string | undefined; modified?: string | undefined; section?: string | undefined; tags: readonly string[] } | undefined;
}

// As long as a tagline may be (schemas/project.ts), so that none is ever cut.
const longest = 200;

/** Add the territory that Open Graph expects: the likeliest one where the tag has none. */
const ogLocale = memoize((locale: string) => {
  const { language, region } = new Intl.Locale(locale).maximize();
  return `${language}_${region ?? ''}`;
});

function meta(name: string, content: string, more: Record<string, string> = {}): HeadElement {
  return { tag: 'meta', attributes: { name, content, ...more } };
}

function property(name: string, content: string): HeadElement {
  return { tag: 'meta', attributes: { property: name, content } };
}

function link(rel: string, href: string, more: Record<string, string> = {}): HeadElement {
  return { tag: 'link', attributes: { rel, href, ...more } };
}

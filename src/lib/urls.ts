/** Builds every address of the site, the one place that knows `base`, `trailingSlash` and the origin. */
export interface Urls {
  /** Path of a page below the origin: `page('projects', 'x')` is `/base/projects/x/`. */
  page: (...segments: string[]) => string;
  /** Path of a file below the origin: `file('rss.xml')` is `/base/rss.xml`. Keeps query and fragment. */
  file: (path: string) => string;
  /** Path below the origin for a path an author writes from the site's root: `/contact`, `/files/plan.pdf`. Keeps query and fragment. */
  written: (path: string) => string;
  /** Absolute address of a path below the origin. Returns absolute addresses unchanged. */
  absolute: (path: string) => string;
}

/** Create the address builder for an origin (`https://example.com`), a base path and a slash policy. */
export function createUrls({ origin, base, trailingSlash, lang = '' }: UrlOptions): Urls {
  const root = `/${[...base.split('/'), lang.toLowerCase()].filter(Boolean).join('/')}/`.replace('//', '/');
  const pageAt = (path: string): string => root + path + (trailingSlash === 'always' && path ? '/' : '');
  const file = (path: string): string => root + path.replace(/^\/+/, '');
  return {
    page: (...segments) => pageAt(segments.filter(Boolean).map(encodeURIComponent).join('/')),
    file,
    // No page has a dot in its path.
    written: (path) => {
      const [, name = '', rest = ''] = /^\/*([^?#]*?)\/*((?:[?#].*)?)$/s.exec(path) ?? [];
      return /\.[^/]*$/.test(name) ? file(path) : pageAt(name) + rest;
    },
    absolute: (path) => new URL(path, origin).href,
  };
}

interface UrlOptions {
  origin: string;
  base: string;
  trailingSlash: 'always' | 'never';
  /** Language of a translated page, the first segment of its path below the base. */
  lang?: string | undefined;
}

/** Builds every address of the site, so that `base`, `trailingSlash` and the origin are decided in one place. */
export interface Urls {
  /** Address of a page below the origin: `page('projects', 'x')` is `/base/projects/x/`. */
  page: (...segments: string[]) => string;
  /** Address of a file below the origin: `file('rss.xml')` is `/base/rss.xml`; query and fragment stay. */
  file: (path: string) => string;
  /** Address of what an author calls by its path from the site's root, a page (`/contact`) or a file; query and fragment stay. */
  written: (path: string) => string;
  /** The full address of a path below the origin; an absolute address is returned as it is. */
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
    // No page has a dot in its address.
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
  /** Language of translations, whose pages stand below an address part of their own. */
  lang?: string | undefined;
}

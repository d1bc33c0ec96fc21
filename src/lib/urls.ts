/** Builds every address of the site, so that `base`, `trailingSlash` and the origin are decided in one place. */
export interface Urls {
  /** Address of a page below the origin: `page('projects', 'x')` is `/base/projects/x/`. */
  page: (...segments: string[]) => string;
  /** Address of a file below the origin: `file('rss.xml')` is `/base/rss.xml`; query and fragment stay. */
  file: (path: string) => string;
  /** The full address of a path below the origin; an absolute address is returned as it is. */
  absolute: (path: string) => string;
}

/** Create the address builder for an origin (`https://example.com`), a base path and a slash policy. */
export function createUrls({ origin, base, trailingSlash, lang = '' }: UrlOptions): Urls {
  const root = `/${[...base.split('/'), lang.toLowerCase()].filter(Boolean).join('/')}/`.replace('//', '/');
  return {
    page: (...segments) => {
      const path = segments.filter(Boolean).map(encodeURIComponent).join('/');
      return trailingSlash === 'always' && path ? `${root}${path}/` : path ? `${root}${path}` : root;
    },
    file: (path) => root + path.replace(/^\/+/, ''),
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

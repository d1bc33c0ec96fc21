import type { Redirect } from '../redirects.ts';

/** A permanent redirect from one path to another; both are percent-encoded and begin at the origin. */
export interface RedirectRule {
  from: string;
  to: string;
}

/**
 * Expand redirects, whose `from` is below the site's base, into one rule for each spelling a server may receive. A folder has two,
 * with and without its trailing slash; a file has one. `root` is the base with its slashes.
 */
export function expandRedirects(redirects: readonly Redirect[], root: string): RedirectRule[] {
  return redirects.flatMap(({ from, to }) => {
    const path = root + encode(from).replace(/^\/+|\/+$|\/index\.html?$/g, '');
    return (/\.html?$/.test(path) ? [path] : [path, `${path}/`]).map((spelling) => ({ from: spelling, to }));
  });
}

function encode(path: string): string {
  return encodeURI(decodeURI(path)).replace(/[#?]/g, encodeURIComponent);
}

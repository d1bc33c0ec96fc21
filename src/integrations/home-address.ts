import type { Plugin } from 'vite';
import type { Site } from '../schemas/site.ts';

/**
 * Answer at the addresses of the home pages in development. They always end in a slash, as on a host, while Astro's server knows only
 * `/base` and `/de` with `trailingSlash: 'never'`.
 */
export default function homeAddress({ base, trailingSlash }: Pick<Site, 'base' | 'trailingSlash'>): Plugin {
  const root = `/${base}/`.replace(/\/{2,}/g, '/');
  return {
    name: 'home-address',
    // Astro puts its own middleware first when this is called.
    enforce: 'post',
    configureServer:
      ({ middlewares }) =>
      () => {
        if (trailingSlash === 'always') return;
        middlewares.stack.unshift({
          route: '',
          handle: (request: { url?: string }, _response: unknown, next: () => void) => {
            const [, path = '', search = ''] = /^([^?]*)(.*)$/s.exec(request.url ?? '') ?? [];
            if (path !== '/' && path.startsWith(root) && homeOf.test(path.slice(root.length))) request.url = path.slice(0, -1) + search;
            next();
          },
        });
      },
  };
}

/** The home page of the site, or of a language, below the root. */
const homeOf = /^(?:[a-z]{2,3}(?:-[a-z0-9]+)*\/)?$/;

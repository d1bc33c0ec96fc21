import type { HookParameters } from 'astro';

type Server = HookParameters<'astro:server:setup'>['server'];

/**
 * Let the pages of a development server and the changes of its documents take turns: a change waits for the pages that are being rendered,
 * and pages that are requested meanwhile wait for the change. A page that is rendered during a change puts modules and paths of the old
 * documents back into the caches of Vite and Astro, which show them until the next change.
 */
export function takeTurns({ middlewares }: Pick<Server, 'middlewares'>): { change: (make: () => Promise<void>) => Promise<void> } {
  const rendering = new Set<Promise<unknown>>();
  let lastChange: Promise<unknown> = Promise.resolve();
  middlewares.use((request, response, next) => {
    // The endpoint for pictures is slow, knows no document and requests pictures from this very server.
    if (request.url?.includes('/_image?')) return next();
    void lastChange.then(() => {
      // A browser that reloads again has closed its first request.
      if (response.closed) return;
      const closed = new Promise((resolve) => response.once('close', resolve));
      rendering.add(closed);
      void closed.then(() => rendering.delete(closed));
      next();
    });
  });
  return {
    change: (make) => {
      const change = Promise.all(rendering).then(make);
      lastChange = change.catch(() => undefined);
      return change;
    },
  };
}

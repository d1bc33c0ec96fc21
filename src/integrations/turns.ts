import type { ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
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
      const done = rendered(response, request.headers.accept?.includes('text/html'));
      rendering.add(done);
      void done.then(() => rendering.delete(done));
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

/** Resolve when a response is complete. One that the browser aborted is closed earlier: Astro still renders its page. */
async function rendered(response: ServerResponse, isPage = false): Promise<void> {
  await new Promise((resolve) => response.once('close', resolve));
  for (let waited = 0; isPage && !response.writableEnded && waited < longest; waited += step) await setTimeout(step);
}

/** How long to wait for an aborted page, in milliseconds. */
const longest = 5000;
const step = 20;

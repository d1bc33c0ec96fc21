import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatReport, tally } from '../checks/report.ts';
import { readContent, watchContent, type Reading } from '../loaders/content-source.ts';

/** While writing: lay the checker's report over the page for as long as a document has an error. */
export default function contentOverlay(): AstroIntegration {
  let root: string;
  return {
    name: 'content-overlay',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server }) => {
        let report: string | null = null;
        const lay = (): void => {
          if (report !== null) server.ws.send({ type: 'error', err: { message: report, stack: '' } });
        };
        const forgetPaths = (): void => {
          for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
        };
        const update = (reading: Reading): void => {
          const mended = report !== null;
          report = tally(reading.diagnostics).errors > 0 ? formatReport(reading) : null;
          if (report !== null) lay();
          else if (mended) server.ws.send({ type: 'full-reload' });
          // Astro keeps the paths of a route until it is told: at once, and later what it was finding meanwhile of the reading before.
          for (const wait of [0, 1000]) setTimeout(forgetPaths, wait);
        };
        // Where they cannot be read the loaders say so.
        readContent(root).then(update, () => undefined);
        watchContent({ root, watcher: server.watcher, changed: update });
        // A page that has just been opened, or that Astro has reloaded, asks anew.
        server.ws.on('vite:client:connect', lay);
      },
    },
  };
}

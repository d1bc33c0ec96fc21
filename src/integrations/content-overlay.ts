import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatReport, tally } from '../checks/report.ts';
import { readContent } from '../loaders/content-source.ts';

/** While an author writes: load the documents again after a change, and show the report over the page while a document has an error. */
export default function contentOverlay(): AstroIntegration {
  let root: string;
  return {
    name: 'content-overlay',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        let report: string | null = null;
        const show = (): void => {
          if (report !== null) server.ws.send({ type: 'error', err: { message: report, stack: '' } });
        };
        const forgetPaths = (): void => {
          for (const { hot } of Object.values(server.environments)) hot.send('astro:content-changed', {});
        };
        const update = async (): Promise<void> => {
          try {
            const content = await readContent(root);
            const shown = report !== null;
            report = tally(content.diagnostics).errors > 0 ? formatReport(content) : null;
            await refreshContent?.({ context: { content } });
            // Astro saves its store half a second later. A request in between can leave outdated paths in the cache of routes.
            setTimeout(forgetPaths, 1000);
            if (report !== null) show();
            else if (shown) server.ws.send({ type: 'full-reload' });
          } catch (error) {
            // Files come and go while an author works; the next change tries again.
            const message = error instanceof Error ? error.message : String(error);
            logger.error(`The documents cannot be read: ${message}. The site shows what was read last.`);
          }
        };
        // Polling instead of the watcher, which loses files in a folder that was deleted and made again, as a change of branches does.
        let seen = '';
        const poll = async (): Promise<void> => {
          const now = fingerprint(root);
          if (now !== seen) {
            seen = now;
            await update();
          }
          setTimeout(() => void poll(), 250).unref();
        };
        void poll();
        // A page that has just been opened or reloaded shows the report again.
        server.ws.on('vite:client:connect', show);
      },
    },
  };
}

/** The folders whose files documents are made of. */
const folders = ['src/content', 'src/assets', 'public'];

/** Name every file below the folders with its size and modification time; folders that cannot be read are left out. */
function fingerprint(root: string): string {
  return folders.flatMap((folder) => list(join(root, folder))).join('\n');
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const { size = 0, mtimeMs = 0 } = entry.isDirectory() ? {} : (statSync(path, { throwIfNoEntry: false }) ?? {});
      return `${path} ${size} ${mtimeMs}`;
    });
  } catch {
    return [];
  }
}

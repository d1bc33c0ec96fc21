import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatDiagnostic } from '../checks/report.ts';
import type { CheckResult } from '../checks/run.ts';
import { lastContent } from '../loaders/content-source.ts';
import { catchMissedReloads, reportScript } from './missed-reloads.ts';
import { takeTurns } from './turns.ts';

/** While an author writes: load the documents again after a change, and show the report over the page while a document has an error. */
export default function contentOverlay(): AstroIntegration {
  let root: string;
  let countChange = (): void => undefined;
  // Vite starts its server again after a change of its configuration. What the pages show survives that: the new server reads what the
  // one before could not finish.
  let seen: Map<string, string> | undefined;
  let current: unknown;
  return {
    name: 'content-overlay',
    hooks: {
      'astro:config:setup': ({ command, injectScript, updateConfig }) => {
        if (command !== 'dev') return;
        injectScript('page', reportScript);
        const handler = ({ modules }: { modules: unknown[] }): void => {
          if (modules.length > 0) countChange();
        };
        updateConfig({ vite: { plugins: [{ name: 'count-changes', hotUpdate: { order: 'post', handler } }] } });
      },
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        let report: string | null = null;
        const show = (): void => {
          if (report !== null) server.ws.send({ type: 'error', err: { message: report, stack: '' } });
        };
        const { change } = takeTurns(server);
        ({ countChange } = catchMissedReloads(server));
        // The documents are read again after a change of the secret, and nothing else depends on it. Vite would start its server again, and
        // drop what is being rendered and read.
        Object.assign(server.config, { envDir: false });
        const { environments } = server;
        current = environments;
        const isReplaced = (): boolean => current !== environments;
        seen ??= fingerprints(root);
        let reading = false;
        const look = async (): Promise<void> => {
          const now = fingerprints(root);
          const edited = changes(seen ?? now, now);
          if (edited.length === 0) return;
          const before = lastContent(root);
          try {
            await change(async () => {
              await refreshContent?.({});
              countChange();
            });
            if (isReplaced()) return;
            const content = lastContent(root);
            // Astro ignores the call until it has read `content.config.ts`; the next look tries again.
            if (content === before) return;
            report = overlayText(await content, edited);
            if (report !== null) show();
            else server.ws.send({ type: 'full-reload', path: '*' });
          } catch (error) {
            if (isReplaced()) return;
            // Files come and go while an author works; the next change tries again.
            const message = error instanceof Error ? error.message : String(error);
            logger.error(`The documents cannot be read: ${message}. The site shows what was read last.`);
          }
          seen = now;
        };
        const lookOnce = (): void => {
          if (reading || isReplaced()) return;
          reading = true;
          void look().finally(() => (reading = false));
        };
        server.watcher.on('all', lookOnce);
        // The watcher loses files in a folder that was deleted and made again, as a change of branches does.
        const timer = setInterval(lookOnce, 150).unref();
        server.httpServer?.once('close', () => clearInterval(timer));
        // A page that has just been opened or reloaded shows the report again.
        server.ws.on('vite:client:connect', show);
      },
    },
  };
}

/** Report the errors of the documents that were edited last, or of all when those have none; null when no document has an error. */
export function overlayText({ diagnostics }: Pick<CheckResult, 'diagnostics'>, edited: readonly string[]): string | null {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return null;
  const own = errors.filter(({ path }) => edited.includes(path));
  const shown = own.length > 0 ? own : errors;
  const rest = errors.length - shown.length;
  const more = rest > 0 ? `\n\n${rest} more in other documents: npm run check lists all.` : '';
  return shown.map((one) => formatDiagnostic(one)).join('\n') + more;
}

/** The folders whose files documents are made of. */
const folders = ['src/content', 'src/assets', 'public'];

/** The file with the secret, which the addresses of private pages come from. */
const secretFile = '.env';

/** Get the size and modification time of every file that matters, by its path; folders that cannot be read are left out. */
function fingerprints(root: string): Map<string, string> {
  return new Map([...folders.flatMap((folder) => list(root, folder)), fingerprint(root, secretFile)]);
}

function fingerprint(root: string, path: string): [string, string] {
  const { size = 0, mtimeMs = 0 } = statSync(join(root, path), { throwIfNoEntry: false }) ?? {};
  return [path, `${size} ${mtimeMs}`];
}

function list(root: string, folder: string): [string, string][] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => fingerprint(root, relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')));
  } catch {
    return [];
  }
}

/** List the paths that were added, changed or deleted. */
function changes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
}

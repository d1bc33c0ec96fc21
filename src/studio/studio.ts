import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { clock } from '../lib/clock.ts';
import { lastContent } from '../loaders/content-source.ts';
import type { Site } from '../schemas/site.ts';
import { hostsOf } from './server/guard.ts';
import { createHandler } from './server/handler.ts';
import { createWorkspace } from './server/workspace.ts';

/**
 * The studio: a page of the development server that edits the documents. `token` is that of the command which started it, in the
 * environment, so that pages stay valid when Astro restarts the server. Without it, and in a build, this does nothing.
 */
export default function studio(site: Site, { token = process.env['CASEFOLIO_STUDIO'] } = {}): AstroIntegration {
  let root: string;
  return {
    name: 'studio',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        root = fileURLToPath(config.root);
        // All packages of the page are prepared at the start: one that is found later changes the addresses of the others.
        if (token && command === 'dev') updateConfig({ vite: { optimizeDeps: { entries: ['src/studio/page/main.ts'] } } });
      },
      'astro:server:setup': ({ server, logger }) => {
        if (!token) return;
        const workspace = createWorkspace({ root, site, clock, lastContent: () => lastContent(root) });
        const hosts = (): ReadonlySet<string> => {
          const { local = [], network = [] } = server.resolvedUrls ?? {};
          return hostsOf({ port: (server.httpServer?.address() as AddressInfo).port, addresses: [...local, ...network] });
        };
        // Before the handlers of other integrations: a change of the documents waits for the requests that those know.
        server.middlewares.use(createHandler({ workspace, token, hosts, report: (message) => logger.error(message) }));
      },
    },
  };
}

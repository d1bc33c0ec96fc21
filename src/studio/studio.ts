import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { ViteDevServer } from 'vite';
import { clock } from '../lib/clock.ts';
import { lastContent } from '../loaders/content-source.ts';
import type { Drawing } from '../metrics/format/drawing.ts';
import type { Site } from '../schemas/site.ts';
import { hostsOf, isLocal } from './server/guard.ts';
import { createHandler } from './server/handler.ts';
import { createWorkspace } from './server/workspace.ts';

/**
 * The studio: a page of the development server that edits the documents. `token` is that of the command which started it, in the
 * environment, so that pages stay valid when Astro restarts the server. Without it, and in a build, this does nothing.
 */
export default function studio(site: Site, { token = process.env['CASEFOLIO_STUDIO'] } = {}): AstroIntegration {
  return {
    name: 'studio',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig, logger }) => {
        if (!token || command !== 'dev') return;
        const root = fileURLToPath(config.root);
        const configureServer = (server: ViteDevServer) => () => {
          const workspace = createWorkspace({ root, site, clock, lastContent: () => lastContent(root), draw: drawWith(server) });
          const hosts = (): ReadonlySet<string> => hostsOf(addressesOf(server));
          const isOpen = (): boolean => !isLocal((server.httpServer?.address() as AddressInfo).address);
          const handle = createHandler({ workspace, token, hosts, isOpen, report: (message) => logger.error(message) });
          // Before all others: Astro's refuse addresses without a slash, and a change of documents waits for the requests that our own let in.
          server.middlewares.stack.unshift({ route: '', handle });
        };
        updateConfig({
          vite: {
            // All packages of the page are prepared at the start: one that is found later changes the addresses of the others.
            optimizeDeps: { entries: ['src/studio/page/main.ts'] },
            plugins: [{ name: 'studio', configureServer: { order: 'post', handler: configureServer } }],
          },
        });
      },
    },
  };
}

/** Draw outcomes with the component that draws them on pages, as the server has it now. */
function drawWith(server: ViteDevServer): (drawing: Drawing) => Promise<string> {
  const container = AstroContainer.create();
  return async (drawing) => {
    const { default: component } = await server.ssrLoadModule('/src/components/project/ScaleBars.astro');
    return (await container).renderToString(component as Parameters<AstroContainer['renderToString']>[0], { props: { drawing } });
  };
}

function addressesOf({ httpServer, resolvedUrls }: ViteDevServer): Parameters<typeof hostsOf>[0] {
  const { local = [], network = [] } = resolvedUrls ?? {};
  return { port: (httpServer?.address() as AddressInfo).port, addresses: [...local, ...network] };
}

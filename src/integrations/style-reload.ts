import type { AstroIntegration } from 'astro';

/**
 * Reload the browser after a change of a style sheet. Pages contain their style sheets, so the browser has none that Vite could replace,
 * and the server would keep the old text.
 */
export default function styleReload(): AstroIntegration {
  return {
    name: 'style-reload',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'style-reload',
                hotUpdate: {
                  // Astro's own plugin drops the modules.
                  order: 'pre',
                  handler({ file, modules, timestamp, server }) {
                    if (!file.endsWith('.css') || this.environment.name === 'client') return;
                    for (const module of modules) this.environment.moduleGraph.invalidateModule(module, new Set(), timestamp, true);
                    this.environment.hot.send({ type: 'full-reload', path: '*' });
                    server.ws.send({ type: 'full-reload', path: '*' });
                  },
                },
              },
            ],
          },
        });
      },
    },
  };
}

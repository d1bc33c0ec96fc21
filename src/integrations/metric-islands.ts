import type { AstroIntegration } from 'astro';

/** Render the custom elements of `src/islands/` on the server. In a browser, importing the module hydrates the element. */
export default function metricIslands(): AstroIntegration {
  return {
    name: 'metric-islands',
    hooks: {
      'astro:config:setup': ({ addRenderer }) => {
        addRenderer({ name: 'metric-islands', serverEntrypoint: new URL('../islands/server.ts', import.meta.url) });
      },
    },
  };
}

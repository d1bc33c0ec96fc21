import type { AstroIntegration } from 'astro';

/**
 * Publish the SVGs of documents as they are. Astro would look for their size in the first 1000 bytes and compile them to components, and
 * fails at what drawing programs write.
 */
export default function drawings(): AstroIntegration {
  return {
    name: 'drawings',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'drawings',
                load: {
                  // Before Astro's own.
                  order: 'pre',
                  filter: { id: /\.svg\?astroContentImageFlag/i },
                  // The store knows the size.
                  handler: (id: string) =>
                    `import src from ${JSON.stringify(id.replace(/\?.*/, '?url&no-inline'))};\nexport default { src, width: 0, height: 0, format: 'svg' };`,
                },
              },
            ],
          },
        });
      },
    },
  };
}

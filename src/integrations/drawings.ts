import type { Plugin } from 'vite';

/**
 * Publish the SVGs of documents as they are. Astro would look for their size in the first 1000 bytes and compile them to components, and
 * fails at what drawing programs write.
 */
export default function drawings(): Plugin {
  return {
    name: 'drawings',
    load: {
      // Before Astro's own.
      order: 'pre',
      filter: { id: /\.svg\?astroContentImageFlag/i },
      // The store knows the size.
      handler: (id) =>
        `import src from ${JSON.stringify(id.replace(/\?.*/, '?url&no-inline'))};\nexport default { src, width: 0, height: 0, format: 'svg' };`,
    },
  };
}

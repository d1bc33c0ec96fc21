import type { SSRLoadedRendererValue } from 'astro';

/** Render an island class as its custom element around its finished HTML. */
const renderer: SSRLoadedRendererValue = {
  name: 'metric-islands',
  check: async (Component: unknown) => isIsland(Component),
  renderToStaticMarkup: async (Component: Island, _props, slots: Record<string, string>) => ({
    html: `<${Component.tag}><astro-slot>${slots['default'] ?? ''}</astro-slot></${Component.tag}>`,
  }),
  supportsAstroStaticSlot: true,
};

export default renderer;

interface Island {
  tag: string;
}

function isIsland(component: unknown): component is Island {
  return typeof component === 'function' && 'tag' in component && typeof component.tag === 'string';
}

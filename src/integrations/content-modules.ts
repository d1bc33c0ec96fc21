import type { AstroIntegration } from 'astro';
import type { HastPluginDefinition, HastPluginEntry } from 'satteri';
import { createUrls } from '../lib/urls.ts';
import type { Site } from '../schemas/site.ts';

/**
 * Prepare MDX documents for the compiler. The loader has read their front matter, so it is blanked: MDX would take
 * `layout: project` for an import. Links from the root get the site's base.
 */
export default function contentModules({ url, base, trailingSlash }: Site): AstroIntegration {
  const { written } = createUrls({ origin: url, base, trailingSlash });
  return {
    name: 'content-modules',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        (config.markdown.processor.options as { hastPlugins: HastPluginEntry[] }).hastPlugins.push(linksBelowBase(written));
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'blank-front-matter',
                enforce: 'pre',
                transform: {
                  filter: { id: /\/src\/content\/.*\.mdx(?:\?|$)/ },
                  handler: (code: string) => ({ code: blankFrontMatter(code), map: null }),
                },
              },
            ],
          },
        });
      },
    },
  };
}

/** Keep the line ends, so that errors name the right line. */
function blankFrontMatter(source: string): string {
  return source.replace(/^\uFEFF?(?:[ \t]*\r?\n)*---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?=\r?\n|$)/, (block) =>
    block.replace(/[^\r\n]/g, ''),
  );
}

/** Treat links of MDX as `renderMarkdown` treats those of Markdown. */
function linksBelowBase(address: (path: string) => string): HastPluginDefinition {
  return {
    name: 'links-below-base',
    element: {
      filter: ['a'],
      visit: (node, context) => {
        const { href } = node.properties;
        if (typeof href === 'string' && /^\/(?!\/)/.test(href)) context.setProperty(node, 'href', address(href));
      },
    },
  };
}

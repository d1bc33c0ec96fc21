import type { AstroIntegration } from 'astro';
import type { HastPluginDefinition, HastPluginEntry } from 'satteri';
import { createUrls } from '../lib/urls.ts';
import type { Site } from '../schemas/site.ts';

/**
 * Blank the front matter of `.mdx` case studies before they are compiled: the loader has read it, and `layout: project`
 * would otherwise be taken for an import. Line numbers stay. Links from the site's root are put below its base.
 */
export default function contentModules({ url, base, trailingSlash }: Site): AstroIntegration {
  const { written } = createUrls({ origin: url, base, trailingSlash });
  return {
    name: 'content-modules',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        (config.markdown.processor.options as { hastPlugins: HastPluginEntry[] }).hastPlugins.push(linksBy(written));
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

function blankFrontMatter(source: string): string {
  return source.replace(/^\uFEFF?(?:[ \t]*\r?\n)*---[ \t]*\r?\n[\s\S]*?\r?\n---[ \t]*(?=\r?\n|$)/, (block) =>
    block.replace(/[^\r\n]/g, ''),
  );
}

/** What `renderMarkdown` does to the links of Markdown. */
function linksBy(address: (path: string) => string): HastPluginDefinition {
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

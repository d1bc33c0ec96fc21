import type { AstroIntegration } from 'astro';
import type { Features, HastPluginEntry, MdastPluginEntry } from 'satteri';
import { codeMeta } from '../lib/markdown/code-meta.ts';
import { headingIds } from '../lib/markdown/heading-ids.ts';
import { markdownFeatures } from '../lib/markdown/markdown.ts';
import { mdxElements } from '../lib/markdown/mdx-elements.ts';
import { wikiLinks } from '../lib/markdown/wiki-links.ts';

/**
 * Prepare MDX documents for the compiler. The loader has read their front matter, so it is blanked: MDX would take
 * `layout: project` for an import. Headings get ids, wiki links become links and pictures
 * placeholders, as `renderMarkdown` has it; the page resolves them.
 */
export default function contentModules(): AstroIntegration {
  return {
    name: 'content-modules',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const { mdastPlugins, hastPlugins, features } = config.markdown.processor.options as {
          mdastPlugins: MdastPluginEntry[];
          hastPlugins: HastPluginEntry[];
          features: Features;
        };
        Object.assign(features, markdownFeatures);
        mdastPlugins.push(wikiLinks(() => ''));
        hastPlugins.push(headingIds(), codeMeta(), mdxElements());
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

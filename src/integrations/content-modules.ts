import type { AstroIntegration } from 'astro';

/**
 * Blank the front matter of `.mdx` case studies before they are compiled: the loader has read it, and `layout: project`
 * would otherwise be taken for an import. Line numbers stay.
 */
export default function contentModules(): AstroIntegration {
  return {
    name: 'content-modules',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
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

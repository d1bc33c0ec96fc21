import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import { createUrls } from '../../lib/urls.ts';
import type { Site } from '../../schemas/site.ts';

/** Write the editor into its folder of the site, if the owner wants it there. It comes after all that reads pages: it is none of them. */
export default function editor({ editor: options, ...site }: Site): AstroIntegration {
  let root: string;
  return {
    name: 'editor',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (options?.path === undefined) return;
        const folder = fileURLToPath(new URL(options.path.slice(1), dir));
        if (existsSync(folder))
          throw new AstroError(
            `The site has pages or files at ${options.path} already.`,
            'Choose another `path` for the editor in src/site.config.ts.',
          );
        const { writeEditor } = await import('./write-editor.ts');
        const urls = createUrls({ origin: site.url, base: site.base, trailingSlash: 'always' });
        await writeEditor(root, { ...site, editor: options }, { folder, dist: fileURLToPath(dir), address: urls.written(options.path) });
        logger.info(`the editor is at ${urls.written(options.path)}`);
      },
    },
  };
}

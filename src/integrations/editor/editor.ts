import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import { createUrls } from '../../lib/urls.ts';
import type { Site } from '../../schemas/site.ts';
import { afterBuild } from '../after-build.ts';

/** Write the editor into its folder of the site, if the owner wants it there. It comes after all that reads pages: it is none of them. */
export default function editor({ editor: options, ...site }: Site): AstroIntegration {
  return afterBuild('editor', async ({ root, dist, logger }) => {
    if (options?.path === undefined) return;
    const folder = join(dist, options.path);
    if (existsSync(folder))
      throw new AstroError(
        `The site has pages or files at ${options.path} already.`,
        'Choose another `path` for the editor in src/site.config.ts.',
      );
    const { writeEditor } = await import('./write-editor.ts');
    const urls = createUrls({ origin: site.url, base: site.base, trailingSlash: 'always' });
    await writeEditor(root, { ...site, editor: options }, { folder, dist, address: urls.written(options.path) });
    logger.info(`the editor is at ${urls.written(options.path)}`);
  });
}

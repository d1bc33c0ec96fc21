import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { describeAccent, themeSheet } from '../lib/theme/theme.ts';
import type { Site } from '../schemas/site.ts';

/**
 * Write the owner's theme as a style sheet, `.astro/theme.css`, which `src/styles/site.css` imports, and say what became of the accent. The
 * development server writes it again when the options change.
 */
export default function theme(site: Site): AstroIntegration {
  let root: URL;
  return {
    name: 'theme',
    hooks: {
      'astro:config:setup': async ({ config, isRestart, logger }) => {
        root = config.root;
        await writeSheet(root, isRestart ? await readOptions(root) : site, logger);
      },
      'astro:server:setup': ({ server, logger }) => {
        const options = fileURLToPath(new URL(optionsFile, root));
        const update = async (): Promise<void> => writeSheet(root, await readOptions(root), logger);
        server.watcher.on('change', (path) => {
          // The pages show what is wrong with the options.
          if (path === options) update().catch(() => undefined);
        });
      },
    },
  };
}

const optionsFile = 'src/site.config.ts';

/** Read the options as they are now: Node keeps the modules that it has imported. */
async function readOptions(root: URL): Promise<Site> {
  const { href } = new URL(optionsFile, root);
  return ((await import(`${href}?${Date.now()}`)) as { default: Site }).default;
}

async function writeSheet(root: URL, { theme }: Site, logger: { info: (message: string) => void }): Promise<void> {
  const folder = new URL('.astro/', root);
  const file = new URL('theme.css', folder);
  const sheet = themeSheet(theme);
  const accent = describeAccent(theme);
  if (accent !== null) logger.info(accent);
  await mkdir(folder, { recursive: true });
  if ((await readFile(file, 'utf8').catch(() => null)) !== sheet) await writeFile(file, sheet);
}

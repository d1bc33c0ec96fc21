import { mkdir, readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { describeAccent, themeSheet } from '../lib/theme.ts';
import type { Site } from '../schemas/site.ts';

/** Write the owner's theme as a style sheet, `.astro/theme.css`, which `src/styles/site.css` imports, and say what became of the accent. */
export default function theme(site: Site): AstroIntegration {
  return {
    name: 'theme',
    hooks: {
      'astro:config:setup': async ({ config, command, addWatchFile, logger }) => {
        const options = new URL('src/site.config.ts', config.root);
        addWatchFile(options);
        // A restart of the development server loads the configuration again, but Node keeps the modules that it imports.
        const { default: now } = (command === 'dev' ? await import(`${options.href}?${Date.now()}`) : { default: site }) as { default: Site };
        const accent = describeAccent(now.theme);
        if (accent !== null) logger.info(accent);
        const folder = new URL('.astro/', config.root);
        await mkdir(folder, { recursive: true });
        await writeIfChanged(new URL('theme.css', folder), themeSheet(now.theme));
      },
    },
  };
}

async function writeIfChanged(file: URL, text: string): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => null)) !== text) await writeFile(file, text);
}

import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { AstroIntegration } from 'astro';
import { listOutput } from '../lib/delivery/output.ts';
import { sharedFolder } from '../lib/shared-address.ts';

/**
 * Name the pictures and films that only private pages show by their hashes alone: the names that their authors gave them would tell
 * everybody who finds one what they show.
 */
export default function secretPictures(): AstroIntegration {
  return {
    name: 'secret-pictures',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const files = listOutput(dir);
        const pages = files.filter((file) => file.startsWith(`${sharedFolder}/`) && file.endsWith('.html'));
        if (pages.length === 0) return;
        const others = files.filter((file) => !pages.includes(file) && /\.(?:html|css|js|json|xml|txt|md)$/.test(file));
        const known = new Set((await Promise.all(others.map(async (file) => namesIn(await readText(file, dir))))).flat());
        const renamed = new Map<string, string>();
        for (const page of pages) {
          const html = await readText(page, dir);
          for (const name of namesIn(html)) {
            if (known.has(name) || renamed.has(name)) continue;
            const file = new URL(`_astro/${name}`, dir);
            const hash = createHash('sha256')
              .update(await readFile(file))
              .digest('hex');
            const unnamed = hash.slice(0, 20) + extname(name);
            renamed.set(name, unnamed);
            await rename(file, new URL(`_astro/${unnamed}`, dir));
          }
          await writeFile(
            new URL(page, dir),
            html.replace(assetName, (address, name: string) => address.replace(name, renamed.get(name) ?? name)),
          );
        }
      },
    },
  };
}

const assetName = /_astro\/([^\s"'()<>&,\\]+\.(?:avif|webp|jpe?g|png|gif|svg|mp4|webm|vtt))/g;

function namesIn(text: string): string[] {
  return [...text.matchAll(assetName)].map(([, name = '']) => name);
}

function readText(file: string, dir: URL): Promise<string> {
  return readFile(new URL(file, dir), 'utf8');
}

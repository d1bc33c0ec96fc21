import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import { listFiles } from '../documents/files.ts';
import { readPictureMetadata } from '../documents/picture-metadata.ts';
import { listOutput } from '../lib/delivery/output.ts';
import { lastContent } from '../loaders/content-source.ts';
import { afterBuild } from './after-build.ts';

/** Fail the build when a picture would be published unprocessed, with its metadata: Astro does that where sharp cannot encode one. */
export default function originalPictures(): AstroIntegration {
  return afterBuild('original-pictures', async ({ root, dist }) => {
    const originals = Map.groupBy(listOriginals(root), (path) => statSync(join(root, path)).size);
    const published = new Map<string, string>();
    for (const file of listOutput(dist)) {
      const candidates = originals.get(statSync(join(dist, file)).size);
      // The check warns about pictures in `public/`.
      if (!candidates || existsSync(join(root, 'public', file))) continue;
      const bytes = readFileSync(join(dist, file));
      const original = candidates.find((path) => readFileSync(join(root, path)).equals(bytes));
      if (original !== undefined && (await readPictureMetadata(bytes)).present) published.set(original, file);
    }
    if (published.size === 0) return;
    const { documents } = await lastContent(root);
    const lines = [...published].map(([original, file]) => {
      const users = documents.filter(({ pictures }) =>
        Object.values(pictures).some((picture) => picture.kind === 'asset' && picture.path === `/${original}`),
      );
      return `\n  ${[original, ...users.map(({ path }) => `in ${path}`)].join(', ')}: ${file}`;
    });
    throw new AstroError(
      `Pictures would be published unprocessed, with everything their metadata says:${lines.join('')}`,
      'Save each again as JPEG or PNG. In MDX, show it with Markdown or <Image>, not by the `src` of an import. The last successful build is unchanged.',
    );
  });
}

function listOriginals(root: string): string[] {
  return ['src/assets', 'src/content']
    .flatMap((folder) => listFiles(join(root, folder), { hidden: true }).map((path) => `${folder}/${path}`))
    .filter((path) => /\.(?:jpe?g|png|webp|avif|gif)$/i.test(path));
}

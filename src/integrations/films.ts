import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { publishedName } from '../documents/films.ts';
import { clock } from '../lib/clock.ts';
import { visibilities } from '../lib/visibility.ts';
import { lastContent } from '../loaders/content-source.ts';
import { afterBuild } from './after-build.ts';

/** Copy the films of documents that have a page, and their captions, into the output, under names that the loader has given them. */
export default function films(): AstroIntegration {
  return afterBuild('films', async ({ root, dist }) => {
    const { documents } = await lastContent(root);
    const visibility = visibilities(documents, clock);
    const files = documents
      .filter((document) => visibility.get(document) !== 'hidden')
      .flatMap((document) => ('pictures' in document ? Object.values(document.pictures) : []))
      .flatMap(({ film }) => (film ? [...film.files, ...film.captions] : []))
      .flatMap((file) => (file.kind === 'asset' ? [file.file] : []));
    if (files.length > 0) await mkdir(join(dist, '_astro'), { recursive: true });
    for (const file of new Set(files)) await copyFile(file, join(dist, await publishedName(file)));
  });
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { listFiles } from '../documents/files.ts';
import { readPictureMetadata } from '../documents/picture-metadata.ts';

/** Find pictures in `public/`, which are published unchanged, that say where they were taken or who made them. */
export async function checkPublicPictures(root: string): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const file of listFiles(join(root, 'public'), { hidden: true })) {
    if (!/\.(?:jpe?g|png|webp|avif|gif|tiff?|heic)$/i.test(file)) continue;
    const { location, author } = await readPictureMetadata(readFileSync(join(root, 'public', file)));
    const says = [location ? 'where it was taken' : [], author ? 'who made it' : []].flat().join(' and ');
    if (says === '') continue;
    const message = `says in its metadata ${says}, and is published unchanged`;
    const fix = 'move it to `src/assets/images/`, or remove its metadata';
    diagnostics.push({ path: `public/${file}`, line: 1, column: 1, severity: 'warning', field: '', message, fix, related: [] });
  }
  return diagnostics;
}

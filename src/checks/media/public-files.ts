import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { warningIn, type Diagnostic } from '../../documents/diagnostic.ts';
import { listFiles } from '../../documents/files.ts';
import type { PictureFiles } from '../../documents/image-files.ts';
import { readPictureMetadata } from '../../documents/picture-metadata.ts';
import { locateAll } from '../fields/locate.ts';

/** Find pictures and PDFs in `public/`, which are published unchanged, that say where they were taken or who made them, or are damaged. */
export async function checkPublicFiles(root: string, files: PictureFiles): Promise<Diagnostic[]> {
  const diagnostics: Diagnostic[] = [];
  for (const file of listFiles(join(root, 'public'), { hidden: true })) {
    const absolute = join(root, 'public', file);
    const warn = (message: string, fix: string): void =>
      void diagnostics.push(...locateAll([warningIn([], message, fix)], `public/${file}`, null));
    if (/\.(?:jpe?g|png|webp|avif|gif)$/i.test(file)) {
      const info = await files.info(absolute);
      if ('message' in info) warn(info.message, info.fix ?? 'replace it, or give it the extension of its format');
    }
    const pdf = /\.pdf$/i.test(file);
    if (!pdf && !/\.(?:jpe?g|png|webp|avif|gif|tiff?|heic)$/i.test(file)) continue;
    const bytes = readFileSync(absolute);
    // Few sites have PDFs, and loading their reader takes longer than a whole check.
    const { location, author } = pdf
      ? { location: false, author: (await (await import('../../lib/pdf.ts')).pdfAuthor(bytes)) !== '' }
      : await readPictureMetadata(bytes);
    const says = [location ? 'where it was taken' : [], author ? 'who made it' : []].flat().join(' and ');
    if (says === '') continue;
    const fix = pdf
      ? 'remove the author from its properties if it is not meant to be public'
      : 'move it to `src/assets/images/`, or remove its metadata';
    warn(`says in its metadata ${says}, and is published unchanged`, fix);
  }
  return diagnostics;
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../lib/content/files.ts';
import site from '../site.config.ts';

/**
 * Digest all that decides how documents are read and pages are made besides the documents and their pictures: the code, the
 * configuration, the packages by their lock file, Node. What was made by other code is not used again.
 */
export function codeDigest(root: string): string {
  const known = digests.get(root);
  if (known) return known;
  const hash = createHash('sha256').update(`${process.version} ${process.env['PRINT'] ?? ''}`);
  const code = listFiles(join(root, 'src')).map((file) => `src/${file}`);
  const others = [...site.cardFonts, 'astro.config.mjs', 'package.json', 'package-lock.json'];
  for (const file of [...code.filter((path) => !documentName.test(path)), ...others]) {
    const path = join(root, file);
    hash.update(`\0${file}\0`).update(existsSync(path) ? readFileSync(path) : '');
  }
  const digest = hash.digest('base64url');
  digests.set(root, digest);
  return digest;
}

const digests = new Map<string, string>();
const documentName = /^src\/(?:content\/.*\.(?:mdx?|ya?ml|jpe?g|png|webp|avif|gif|svg)|assets\/images\/.*)$/i;

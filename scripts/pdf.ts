import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'astro';

const root = resolve(import.meta.dirname, '..');
const site = join(root, '.cache/pdf');
const target = join(root, 'pdf');

process.env['NODE_ENV'] = 'production';
process.env['PRINT'] = '1';
try {
  // A complete build, with all checks and the search for confidential names, into a folder of its own.
  await build({ root, outDir: site });
  const files = (await readdir(site, { recursive: true })).filter((file) => /^(?:portfolio|projects[/\\][^/\\]+)\.pdf$/.test(file));
  await rm(target, { recursive: true, force: true });
  await mkdir(target);
  for (const file of files) await cp(join(site, file), join(target, file));
  await rm(site, { recursive: true });
  console.log(`${files.length} files in pdf/`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

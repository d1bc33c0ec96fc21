import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pluralize } from './pluralize.ts';
import { requireSiteConfig } from './site-config.ts';

const { values } = parseArgs({
  options: { verbose: { type: 'boolean' }, selection: { type: 'string' }, only: { type: 'string' }, intro: { type: 'string' } },
});
const { selection, intro } = values;
const only = values.only?.split(',').map((slug) => slug.trim());
const root = resolve(import.meta.dirname, '..');
const site = join(root, '.cache/pdf');
const target = join(root, 'pdf');

await requireSiteConfig();
if (selection !== undefined && only !== undefined) stop('Choose a selection or case studies, not both.');
if (intro !== undefined && only === undefined) stop('--intro belongs to --only: a selection has its own introduction.');
if (intro !== undefined && !existsSync(intro)) stop(`There is no file ${intro}.`);
process.env['PRINT'] = '1';
if (selection ?? only) process.env['BOOKLET'] = JSON.stringify({ selection, only, ...(intro !== undefined && { intro: resolve(intro) }) });
const { buildSite } = await import('./site-build.ts');
// A complete build, with all checks and the search for confidential names, into a folder of its own.
await buildSite({ verbose: values.verbose, outDir: site });
const files = (await readdir(site, { recursive: true })).filter((file) => /^(?:portfolio|projects[/\\][^/\\]+)\.pdf$/.test(file));
if (selection ?? only) {
  const name = `${selection ?? 'booklet'}.pdf`;
  await mkdir(target, { recursive: true });
  await cp(join(site, 'portfolio.pdf'), join(target, name));
  console.log(`The booklet is pdf/${name}.`);
} else {
  await rm(target, { recursive: true, force: true });
  await mkdir(target);
  for (const file of files) await cp(join(site, file), join(target, file));
  console.log(`${pluralize(files.length, 'file')} in pdf/`);
}
await rm(site, { recursive: true });

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

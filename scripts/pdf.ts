import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { requireSiteConfig } from './site-config.ts';

const { values } = parseArgs({ options: { verbose: { type: 'boolean' } } });
const root = resolve(import.meta.dirname, '..');
const site = join(root, '.cache/pdf');
const target = join(root, 'pdf');

await requireSiteConfig();
process.env['PRINT'] = '1';
const { buildSite } = await import('./site-build.ts');
// A complete build, with all checks and the search for confidential names, into a folder of its own.
await buildSite({ ...values, outDir: site });
const files = (await readdir(site, { recursive: true })).filter((file) => /^(?:portfolio|projects[/\\][^/\\]+)\.pdf$/.test(file));
await rm(target, { recursive: true, force: true });
await mkdir(target);
for (const file of files) await cp(join(site, file), join(target, file));
await rm(site, { recursive: true });
console.log(`${files.length} files in pdf/`);

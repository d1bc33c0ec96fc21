import { parseArgs } from 'node:util';
import { requireSiteConfig } from './site-config.ts';

const { values } = parseArgs({ options: { force: { type: 'boolean' }, verbose: { type: 'boolean' } } });
await requireSiteConfig();
const { buildSite } = await import('./site-build.ts');
await buildSite(values);
console.log('The site is in dist/.');

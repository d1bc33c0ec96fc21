import { parseArgs } from 'node:util';
import { build, type AstroIntegration } from 'astro';
import { formatBuildError } from '../src/lib/build-error.ts';
import { listOutput } from '../src/lib/delivery/output.ts';
import { logged, logTo } from './astro-log.ts';

const { values } = parseArgs({ options: { force: { type: 'boolean' }, verbose: { type: 'boolean' } } });
const start = performance.now();
let pages = 0;
const countPages: AstroIntegration = {
  name: 'count-pages',
  hooks: {
    // Later, pages that only redirect are added.
    'astro:build:generated': ({ dir }) => {
      pages = listOutput(dir).filter((file) => /^[^_].*\.html$/.test(file)).length;
    },
  },
};

process.env['NODE_ENV'] = 'production';
try {
  // `--force` ignores what earlier builds have stored.
  await build({ force: values.force, integrations: [countPages], ...logTo(values) });
} catch (error) {
  console.error(formatBuildError(error, { page: logged.page, verbose: values.verbose }));
  // The workers of a build that failed would keep the process alive.
  process.exit(1);
}
const seconds = ((performance.now() - start) / 1000).toFixed(1);
console.log(`${pages} pages and ${logged.pictures} pictures (${logged.newPictures} new) in ${seconds} s. The site is in dist/.`);

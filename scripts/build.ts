import { build } from 'astro';
import { formatBuildError } from '../src/lib/build-error.ts';

process.env['NODE_ENV'] = 'production';
// `--force` ignores what earlier builds have stored.
await build({ force: process.argv.includes('--force') }).catch((error: unknown) => {
  console.error(formatBuildError(error));
  // The workers of a build that failed would keep the process alive.
  process.exit(1);
});

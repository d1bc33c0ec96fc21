import { build } from 'astro';
import { explainFault } from '../src/lib/build-error.ts';

process.env['NODE_ENV'] = 'production';
// `--force` makes everything anew.
await build({ force: process.argv.includes('--force') }).catch((error: unknown) => {
  console.error(explainFault(error));
  // A build that stops half-way leaves workers behind that would keep this process waiting.
  process.exit(1);
});

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import PromiseReporter from './reporter.ts';

const root = new URL('../../', import.meta.url);

if (!existsSync(new URL('dist/index.html', root))) {
  console.error('There is no dist/ to verify. Run `npm run build` first.');
  process.exit(1);
}

// The promises are kept by the owner's own site, not by the fixtures.
process.env['VERIFY'] = '1';

export default defineConfig({
  root: fileURLToPath(root),
  test: {
    include: ['tests/promises/**/*.test.ts'],
    reporters: [new PromiseReporter()],
    fileParallelism: false,
    isolate: false,
    maxConcurrency: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// The served build contains compressed files.
process.env['PRECOMPRESS'] = '1';

export default defineConfig({
  root: fileURLToPath(new URL('../../', import.meta.url)),
  test: {
    include: ['tests/delivery/**/*.test.ts'],
    globalSetup: 'tests/site/build.ts',
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});

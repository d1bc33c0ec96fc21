import { getViteConfig } from 'astro/config';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** Components are compiled as the site compiles them, with its whole configuration. */
const components = getViteConfig({
  test: { name: 'components', include: ['tests/components/**/*.test.ts'], testTimeout: 20_000, hookTimeout: 60_000 },
} as object);

/** The site is built once, into a folder of its own, for all files of both projects. */
const built: TestProjectInlineConfiguration['test'] = {
  globalSetup: 'tests/site/build.ts',
  fileParallelism: false,
  isolate: false,
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'] } },
      components as never,
      { test: { ...built, name: 'site', include: ['tests/site/**/*.test.ts'] } },
      // As many pages at a time as there are cores to draw them; on a busy machine each takes its time.
      { test: { ...built, name: 'browser', include: ['tests/browser/**/*.test.ts'], maxConcurrency: 2, testTimeout: 180_000 } },
    ],
  },
});

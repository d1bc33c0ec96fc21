import { fileURLToPath } from 'node:url';
import { fontProviders, getViteConfig } from 'astro/config';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import metricIslands from './src/integrations/metric-islands.ts';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Imports of the owner's options resolve to those of the fixtures. */
const alias = [{ find: /^.*\/site\.config\.ts$/, replacement: file('tests/fixtures/site/src/site.config.ts') }];

/** The two font families that the head asks for, both from one file. */
const fonts = ['--font-display-face', '--font-text-face'].map((cssVariable) => ({
  provider: fontProviders.local(),
  name: cssVariable,
  cssVariable,
  options: {
    variants: [{ src: ['@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2'], weight: '400', style: 'normal' }],
  },
}));

/** One worker more than a small machine has cores: each waits for builds and browsers. Files share the modules that a worker has loaded. */
const workers = { maxWorkers: 3, isolate: false } satisfies TestProjectInlineConfiguration['test'];

/** Compile components as Astro does, without the owner's configuration. */
const components = getViteConfig(
  {
    resolve: { alias: [...alias, { find: 'astro:data-layer-content', replacement: file('tests/components/no-documents.ts') }] },
    test: { ...workers, name: 'components', include: ['tests/components/**/*.test.ts'], testTimeout: 20_000 },
  } as object,
  { configFile: false, fonts: fonts as never, integrations: [metricIslands()] },
);

/** Tests of one build of the fixtures, which both projects share. */
const built = {
  ...workers,
  globalSetup: 'tests/site/build.ts',
  // The other worker builds or browses at the same time.
  testTimeout: 60_000,
  hookTimeout: 120_000,
} satisfies TestProjectInlineConfiguration['test'];

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          ...workers,
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'],
          setupFiles: 'tests/property-seed.ts',
          testTimeout: 20_000,
        },
      },
      components as never,
      { resolve: { alias }, test: { ...built, name: 'site', include: ['tests/site/**/*.test.ts', 'tests/promises/*.test.ts'] } },
      // One page at a time in each worker.
      {
        resolve: { alias },
        test: { ...built, name: 'browser', include: ['tests/browser/**/*.test.ts', 'tests/promises/browser/*.test.ts'], maxConcurrency: 1 },
      },
    ],
  },
});

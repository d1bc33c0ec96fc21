import { getViteConfig } from 'astro/config';

export default getViteConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts', 'tests/*.test.ts'] } },
      { extends: true, test: { name: 'components', include: ['tests/components/**/*.test.ts'] } },
      { extends: true, test: { name: 'site', include: ['tests/{site,browser}/**/*.test.ts'], globalSetup: 'tests/site/build.ts', fileParallelism: false, testTimeout: 120_000, hookTimeout: 240_000 } },
    ],
  },
} as never);

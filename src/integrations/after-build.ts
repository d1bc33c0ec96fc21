import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';

/** Make an integration that does one thing when the site is built. */
export function afterBuild(name: string, run: (build: Build) => Promise<void>): AstroIntegration {
  let root: string;
  return {
    name,
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ dir, logger }) => run({ root, dist: fileURLToPath(dir), logger }),
    },
  };
}

interface Build {
  /** The folder of the project, absolute. */
  root: string;
  /** The folder of the output, absolute. */
  dist: string;
  logger: AstroIntegrationLogger;
}

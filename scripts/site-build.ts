import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type AstroIntegration } from 'astro';
import { formatBuildError } from '../src/lib/build-error.ts';
import { listOutput } from '../src/lib/delivery/output.ts';
import { lastContent } from '../src/loaders/content-source.ts';
import { logged, logTo } from './astro-log.ts';
import { pluralize } from './pluralize.ts';

const root = resolve(import.meta.dirname, '..');

interface BuildOptions {
  /** Ignore what earlier builds have stored. */
  force?: boolean | undefined;
  verbose?: boolean | undefined;
  /** Folder of the site; `dist` by default. */
  outDir?: string;
}

/** Build the site and say what it has; ends the process with an explanation when that fails. */
export async function buildSite({ verbose = false, ...options }: BuildOptions): Promise<void> {
  const start = performance.now();
  let pages = 0;
  const countPages: AstroIntegration = {
    name: 'count-pages',
    hooks: {
      // Later, pages that only redirect are added.
      'astro:build:generated': ({ dir }) => {
        pages = listOutput(fileURLToPath(dir)).filter((file) => /^[^_].*\.html$/.test(file)).length;
      },
    },
  };
  process.env['NODE_ENV'] = 'production';
  try {
    await build({ root, ...options, integrations: [countPages], ...logTo({ verbose }) });
  } catch (error) {
    const documents = logged.page === undefined ? [] : (await lastContent(root)).documents.map(({ path }) => path);
    console.error(formatBuildError(error, { root, page: logged.page, documents, verbose }));
    // The workers of a build that failed would keep the process alive.
    process.exit(1);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${pluralize(pages, 'page')} and ${pluralize(logged.pictures, 'picture')} (${logged.newPictures} new) built in ${seconds} s.`,
  );
}

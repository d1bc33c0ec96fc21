import { createRequire } from 'node:module';
import type * as checks from '../checks/run.ts';
import { checkOptionsOf } from '../checks/options/site-config.ts';
import { clock } from '../lib/clock.ts';
import site from '../site.config.ts';

/** Read and check every document below a project's root, an absolute path; less strictly while the author is `writing`. */
export function readContent(root: string, writing = false): Promise<checks.CheckResult> {
  const today = clock.toISOString().slice(0, 10);
  // Node loads the checks: as imports of `content.config.ts`, Vite would transform a hundred modules. Their code knows no configuration.
  const { checkContent } = createRequire(import.meta.url)('../checks/run.ts') as typeof checks;
  const content = checkContent({ root, today, clock, writing, ...checkOptionsOf(site) });
  shared.casefolioContent = { root, content };
  return content;
}

/** Get the documents as they were last read in this process: in a build, those that its pages show. */
export function lastContent(root: string): Promise<checks.CheckResult> {
  const last = shared.casefolioContent;
  return last?.root === root ? last.content : readContent(root);
}

// Astro loads its configuration and `content.config.ts` as two module graphs, so a variable here would exist twice: the loaders would
// set one, and the integrations that run after them would read the other.
const shared = globalThis as { casefolioContent?: { root: string; content: Promise<checks.CheckResult> } };

import { checkContent, type CheckResult } from '../checks/run.ts';
import { clock } from '../lib/clock.ts';
import site from '../site.config.ts';

/** Read and check every document below a project's root, an absolute path. */
export function readContent(root: string): Promise<CheckResult> {
  const trusted = site.markdown.html === 'trusted';
  const today = clock.toISOString().slice(0, 10);
  return checkContent({ root, today, clock, locale: site.locale, trusted, address: site.url + site.base.replace(/\/$/, '') });
}

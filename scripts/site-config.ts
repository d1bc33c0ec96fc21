import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatReport } from '../src/checks/report.ts';
import { siteConfigDiagnostics } from '../src/checks/options/site-config.ts';
import type { Diagnostic } from '../src/documents/diagnostic.ts';
import type { Site } from '../src/schemas/site.ts';

const root = resolve(import.meta.dirname, '..');

/** Load the owner's options, which are parsed on import, or report what is wrong with them. */
export async function loadSiteConfig(): Promise<{ site: Site; diagnostics: [] } | { site: null; diagnostics: Diagnostic[] }> {
  try {
    const { default: site } = (await import('../src/site.config.ts')) as { default?: Site };
    if (!site) throw new Error('✖ exports no options; write `export default defineSite({ … })`');
    return { site, diagnostics: [] };
  } catch (error) {
    return { site: null, diagnostics: siteConfigDiagnostics(error, readFileSync(join(root, 'src/site.config.ts'), 'utf8')) };
  }
}

/** End the process with a report when the owner's options are invalid: Astro would print a stack trace. */
export async function requireSiteConfig(): Promise<void> {
  const { diagnostics } = await loadSiteConfig();
  if (diagnostics.length === 0) return;
  console.error(formatReport({ documents: [], diagnostics }).replace(/\n.*$/, ''));
  process.exit(1);
}

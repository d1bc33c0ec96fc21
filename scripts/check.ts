import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatReport, jsonReport, tally } from '../src/checks/report.ts';
import { checkContent } from '../src/checks/run.ts';
import { checkOptionsOf, siteConfigDiagnostics } from '../src/checks/site-config.ts';
import type { Diagnostic } from '../src/documents/diagnostic.ts';
import { describeAccent } from '../src/lib/theme.ts';

const root = resolve(import.meta.dirname, '..');
const terminal = process.stdout.isTTY === true && !process.env['NO_COLOR'];

try {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, strict: { type: 'boolean' } } });
  const { diagnostics: siteConfig, accent, ...site } = await loadSiteConfig();
  const clock = new Date();
  const result = await checkContent({ root, today: clock.toISOString().slice(0, 10), clock, ...site });
  const report = { ...result, diagnostics: [...siteConfig, ...result.diagnostics] };
  const source = (path: string): string | undefined =>
    /\.(?:mdx?|ya?ml|ts)$/.test(path) ? readFileSync(join(root, path), 'utf8') : undefined;
  if (accent !== null && !values.json) console.log(accent);
  process.stdout.write(`${values.json ? jsonReport(report) : formatReport(report, terminal ? { source, color: true } : {})}\n`);
  const { errors, warnings } = tally(report.diagnostics);
  process.exitCode = errors > 0 || (values.strict && warnings > 0) ? 1 : 0;
} catch (error) {
  console.error(`The check failed to run: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}

/** Load the owner's options, which are parsed on import, and say what became of the accent. */
async function loadSiteConfig(): Promise<SiteConfig> {
  try {
    const { default: site } = await import('../src/site.config.ts');
    return { ...checkOptionsOf(site), accent: describeAccent(site.theme), diagnostics: [] };
  } catch (error) {
    const diagnostics = siteConfigDiagnostics(error, readFileSync(join(root, 'src/site.config.ts'), 'utf8'));
    return { accent: null, diagnostics };
  }
}

type SiteConfig = Partial<ReturnType<typeof checkOptionsOf>> & { accent: string | null; diagnostics: Diagnostic[] };

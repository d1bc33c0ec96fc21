import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { formatReport, jsonReport, tally } from '../src/checks/report.ts';
import { checkContent } from '../src/checks/run.ts';
import { checkOptionsOf } from '../src/checks/site-config.ts';
import { describeAccent } from '../src/lib/theme.ts';
import { visibilities, type Visibility } from '../src/lib/visibility.ts';
import { loadSiteConfig } from './site-config.ts';

const root = resolve(import.meta.dirname, '..');
const terminal = process.stdout.isTTY === true && !process.env['NO_COLOR'];

try {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, strict: { type: 'boolean' } } });
  const { diagnostics: siteConfig, site } = await loadSiteConfig();
  const clock = new Date();
  const result = await checkContent({ root, today: clock.toISOString().slice(0, 10), clock, ...(site && checkOptionsOf(site)) });
  const accent = site && describeAccent(site.theme);
  const seen = [...visibilities(result.documents, clock).values()];
  const count = (visibility: Visibility): number => seen.filter((one) => one === visibility).length;
  const report = {
    ...result,
    ...{ diagnostics: [...siteConfig, ...result.diagnostics], hidden: count('hidden'), shared: count('unlisted') },
  };
  const source = (path: string): string | undefined =>
    /\.(?:mdx?|ya?ml|ts|astro)$/.test(path) ? readFileSync(join(root, path), 'utf8') : undefined;
  if (accent && !values.json) console.log(accent);
  process.stdout.write(`${values.json ? jsonReport(report) : formatReport(report, terminal ? { source, color: true } : {})}\n`);
  const { errors, warnings } = tally(report.diagnostics);
  process.exitCode = errors > 0 || (values.strict && warnings > 0) ? 1 : 0;
} catch (error) {
  console.error(`The check failed to run: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}

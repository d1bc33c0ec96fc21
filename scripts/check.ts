import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { explainOutcomes } from '../src/checks/explain.ts';
import { formatReport, jsonReport, tally } from '../src/checks/report.ts';
import { checkContent } from '../src/checks/run.ts';
import { checkOptionsOf } from '../src/checks/options/site-config.ts';
import { placeOf } from '../src/documents/collections.ts';
import { describeAccent } from '../src/lib/theme/theme.ts';
import { visibilities, type Visibility } from '../src/lib/visibility.ts';
import { loadSiteConfig } from './site-config.ts';

const root = resolve(import.meta.dirname, '..');
const terminal = process.stdout.isTTY === true && !process.env['NO_COLOR'];
const clock = new Date();
const today = clock.toISOString().slice(0, 10);

try {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, strict: { type: 'boolean' }, explain: { type: 'string' } } });
  if (values.explain === undefined) await check(values);
  else await explain(values.explain);
} catch (error) {
  console.error(`The check failed to run: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}

async function check({ json = false, strict = false }: { json?: boolean; strict?: boolean }): Promise<void> {
  const { diagnostics: siteConfig, site } = await loadSiteConfig();
  const result = await checkContent({ root, today, clock, ...(site && checkOptionsOf(site)) });
  const accent = site && describeAccent(site.theme);
  const seen = [...visibilities(result.documents, clock).values()];
  const count = (visibility: Visibility): number => seen.filter((one) => one === visibility).length;
  const report = {
    ...result,
    ...{ diagnostics: [...siteConfig, ...result.diagnostics], hidden: count('hidden'), shared: count('unlisted') },
  };
  const source = (path: string): string | undefined =>
    /\.(?:mdx?|ya?ml|ts|astro)$/.test(path) ? readFileSync(join(root, path), 'utf8') : undefined;
  if (accent && !json) console.log(accent);
  process.stdout.write(`${json ? jsonReport(report) : formatReport(report, terminal ? { source, color: true } : {})}\n`);
  const { errors, warnings } = tally(report.diagnostics);
  process.exitCode = errors > 0 || (strict && warnings > 0) ? 1 : 0;
}

/** Explain the outcomes of a case study, which is named from the folder of the call or of the project. */
async function explain(named: string): Promise<void> {
  const [file] = [resolve(process.env['INIT_CWD'] ?? '.', named), resolve(root, named)].filter((one) => existsSync(one));
  const path = relative(root, file ?? '')
    .split(sep)
    .join('/');
  if (file === undefined || placeOf(path)?.collection !== 'projects' || !/\.mdx?$/.test(path))
    throw new Error(`\`${named}\` is no case study; name a file like src/content/projects/shop.md`);
  const { site } = await loadSiteConfig();
  console.log(explainOutcomes(readFileSync(file, 'utf8'), path, { today, locale: site?.locale }));
}

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent } from '../src/checks/run.ts';
import type { Problem } from '../src/documents/diagnostic.ts';
import { formatReport, jsonReport, tally } from '../src/checks/report.ts';
import { siteProblems } from '../src/checks/site-config.ts';

const root = resolve(import.meta.dirname, '..');
const terminal = process.stdout.isTTY === true && !process.env['NO_COLOR'];

try {
  const { values } = parseArgs({ options: { json: { type: 'boolean' }, strict: { type: 'boolean' } } });
  const options = await readOptions();
  const today = new Date().toISOString().slice(0, 10);
  const { documents, problems: found, checked } = await checkContent({ root, today, locale: options.locale, trusted: options.trusted });
  const problems = [...options.problems, ...found];
  const report = { documents, problems, checked };
  const source = (path: string): string | undefined =>
    /\.(?:mdx?|ya?ml|ts)$/.test(path) ? readFileSync(join(root, path), 'utf8') : undefined;
  process.stdout.write(`${values.json ? jsonReport(report) : formatReport(report, terminal ? { source, color: true } : {})}\n`);
  const { errors, warnings } = tally(problems);
  process.exitCode = errors > 0 || (values.strict && warnings > 0) ? 1 : 0;
} catch (error) {
  console.error(`The check itself failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}

/** The owner's options are parsed when they are imported. */
async function readOptions(): Promise<{ locale?: string; trusted: boolean; problems: Problem[] }> {
  try {
    const { default: site } = await import('../src/site.config.ts');
    return { locale: site.locale, trusted: site.markdown.html === 'trusted', problems: [] };
  } catch (error) {
    return { trusted: false, problems: siteProblems(error, readFileSync(join(root, 'src/site.config.ts'), 'utf8')) };
  }
}

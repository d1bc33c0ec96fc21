import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent } from '../src/checks/run.ts';
import { listExistingAddresses, planImport, type PlannedDocument } from './import/plan.ts';
import { countImport, formatImport, jsonImport } from './import/report.ts';
import { openSite, type SourceSite } from './import/source-site.ts';

const usage = `npm run import -- PATH [--dry-run] [--json]

PATH is a Jekyll, Hugo or Astro site, a folder of documents, or one document. Case studies are written to src/content/projects/, their
pictures beside them; existing files are never overwritten. --dry-run writes nothing and prints the same report, --json prints it as JSON.
--root is the project's folder.`;

const today = new Date().toISOString().slice(0, 10);

try {
  process.exitCode = await run();
} catch (error) {
  console.error(`The import failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' }, root: { type: 'string' } },
  });
  const [path, ...more] = positionals;
  if (values.help || path === undefined || more.length > 0) {
    console.error(usage);
    return values.help ? 0 : 2;
  }
  const root = resolve(values.root ?? join(import.meta.dirname, '..'));
  // npm runs scripts in the project's folder; a relative path means the folder it was called from.
  const calledFrom = resolve(process.env['INIT_CWD'] ?? '.', path);
  const site = openSite(existsSync(calledFrom) ? calledFrom : resolve(path));
  if (site === null || site.documents.length === 0) {
    console.error(
      site === null
        ? `${path} does not exist.`
        : `${path} contains no case studies: no folder such as _projects, content/projects or src/content/work with Markdown.`,
    );
    return 2;
  }
  const plan = planImport(site, { root, today, taken: await listExistingAddresses(root) });
  const dryRun = values['dry-run'] === true;
  const target = dryRun ? copyContent(root) : root;
  try {
    const documents = plan.documents.filter(({ occupied }) => occupied === null);
    for (const document of documents) write(document, site, target);
    const paths = new Set(documents.map((document) => document.path));
    const { diagnostics } = await checkContent({ root: target, today });
    const outcome = {
      ...plan,
      dryRun,
      problems: diagnostics.filter(({ path, related }) => paths.has(path) || related.some((other) => paths.has(other))),
    };
    process.stdout.write(`${values.json ? jsonImport(outcome) : formatImport(outcome)}\n`);
    return countImport(outcome).errors > 0 ? 1 : 0;
  } finally {
    if (dryRun) rmSync(target, { recursive: true, force: true });
  }
}

/** Write a document and its pictures; throws rather than overwrite a file that has appeared since the plan was made. */
function write({ path, text, copies }: PlannedDocument, site: SourceSite, root: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: 'wx' });
  for (const { from, name } of copies) {
    const target = join(dirname(file), name);
    const bytes = site.read(from);
    // Translations share the pictures of one folder.
    if (!existsSync(target)) writeFileSync(target, bytes, { flag: 'wx' });
    else if (!readFileSync(target).equals(bytes)) throw new Error(`${relative(root, target)} exists already and differs from ${from}`);
  }
}

/** Copy everything the checks read to a temporary folder, where a dry run can write. */
function copyContent(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'casefolio-import-'));
  for (const folder of ['src/content', 'src/assets/images', 'src/pages', 'src/components', 'public']) {
    if (existsSync(join(root, folder))) cpSync(join(root, folder), join(copy, folder), { recursive: true });
  }
  return copy;
}

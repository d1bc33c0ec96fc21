import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkContent } from '../src/checks/run.ts';
import { planImport, takenAddresses, type PlannedDocument } from './import/plan.ts';
import { countImport, formatImport, jsonImport } from './import/report.ts';
import { openSite, type ForeignSite } from './import/site.ts';

const usage = `npm run import -- PATH [--dry-run] [--json]

PATH is a Jekyll, Hugo or Astro site, a folder of its documents, or one document. Case studies go to src/content/projects/, their
pictures beside them; nothing that is there is overwritten. --dry-run writes nothing and reports the same. --root is the project's folder.`;

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
  const from = resolve(process.env['INIT_CWD'] ?? '.', path);
  const site = openSite(existsSync(from) ? from : resolve(path));
  if (site === null || site.documents.length === 0) {
    console.error(
      site === null
        ? `There is no ${path}.`
        : `${path} holds no case studies: no folder such as _projects, content/projects or src/content/work with Markdown.`,
    );
    return 2;
  }
  const plan = planImport(site, { root, today, taken: await takenAddresses(root) });
  const dryRun = values['dry-run'] === true;
  const place = dryRun ? stage(root) : root;
  try {
    const written = plan.documents.filter(({ occupied }) => occupied === null);
    for (const document of written) write(document, site, place);
    const paths = new Set(written.map((document) => document.path));
    const { diagnostics: problems } = await checkContent({ root: place, today });
    const outcome = {
      ...plan,
      dryRun,
      problems: problems.filter((problem) => paths.has(problem.path) || problem.related.some((other) => paths.has(other))),
    };
    process.stdout.write(`${values.json ? jsonImport(outcome) : formatImport(outcome)}\n`);
    return countImport(outcome).errors > 0 ? 1 : 0;
  } finally {
    if (dryRun) rmSync(place, { recursive: true, force: true });
  }
}

/** `wx` refuses what has come to be there since the plan was made. */
function write({ path, text, copies }: PlannedDocument, site: ForeignSite, root: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: 'wx' });
  for (const { from, name } of copies) {
    const target = join(dirname(file), name);
    const bytes = site.read(from);
    if (!existsSync(target)) writeFileSync(target, bytes, { flag: 'wx' });
    else if (!readFileSync(target).equals(bytes))
      throw new Error(`${relative(root, target)} is there already and is another picture than ${from}`);
  }
}

/** A dry run writes into a copy of the content, so that the checker sees what it would see. */
function stage(root: string): string {
  const place = mkdtempSync(join(tmpdir(), 'casefolio-import-'));
  for (const folder of ['src/content', 'src/assets/images', 'src/pages', 'src/components', 'public']) {
    if (existsSync(join(root, folder))) cpSync(join(root, folder), join(place, folder), { recursive: true });
  }
  return place;
}

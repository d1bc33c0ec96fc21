import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { help } from './commands.mjs';
import { checkWritten } from './import/dead-links.ts';
import { listCandidates, type CandidateFolder } from './import/collections.ts';
import { listExistingAddresses, planImport, type PlannedDocument } from './import/plan.ts';
import { countImport, formatImport, jsonImport } from './import/report.ts';
import { openSite } from './import/open-site.ts';
import { pluralize } from './pluralize.ts';
import type { SourceSite } from './import/source-site.ts';

/** How many folders to propose where no name says which contains the case studies. */
const maxCandidates = 20;

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
    options: {
      collection: { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      root: { type: 'string' },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) {
    console.error(help('import'));
    return 2;
  }
  const root = resolve(values.root ?? join(import.meta.dirname, '..'));
  // npm runs scripts in the project's folder; a relative path means the folder it was called from.
  const calledFrom = resolve(process.env['INIT_CWD'] ?? '.', path);
  const from = existsSync(calledFrom) ? calledFrom : resolve(path);
  const site = await chooseCollection(from, values.collection);
  if (site === null) return 2;
  const plan = planImport(site, { root, today, taken: await listExistingAddresses(root) });
  const dryRun = values['dry-run'] === true;
  const target = dryRun ? copyContent(root) : root;
  try {
    const documents = plan.documents.filter(({ occupied }) => occupied === null);
    for (const document of documents) write(document, site, target);
    const paths = new Set(documents.map((document) => document.path));
    const diagnostics = await checkWritten(target, today, documents);
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

/** Open the site with its case studies; if their folder is unknown, ask for it or list the candidates. Null if there is nothing to import. */
async function chooseCollection(path: string, collection: string | undefined): Promise<SourceSite | null> {
  const site = openSite(path, collection);
  if (site === null) {
    console.error(`${collection === undefined ? path : join(path, collection)} does not exist.`);
    return null;
  }
  if (site.documents.length > 0) return site;
  const candidates = listCandidates(site).slice(0, maxCandidates);
  console.error(explainEmpty(path, site, candidates));
  if (collection !== undefined || candidates.length === 0 || !process.stdin.isTTY) return null;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = (await terminal.question('Which folder contains the case studies? ')).trim();
  terminal.close();
  return answer === '' ? null : chooseCollection(path, candidates[Number(answer) - 1]?.folder ?? answer);
}

function explainEmpty(path: string, { skipped }: SourceSite, candidates: readonly CandidateFolder[]): string {
  const reasons = Map.groupBy(skipped, ({ reason }) => reason);
  const folders = candidates.map(({ folder, count }, index) => `  ${index + 1}. ${folder}  ${pluralize(count, 'document')}`);
  return [
    `${path} contains no case studies: no folder such as case-studies, work, projects or portfolio with documents.`,
    ...[...reasons].map(([reason, files]) => `${files.length} skipped: ${reason}.`),
    ...(folders.length > 0 ? ['Folders with documents, to name with --collection:', ...folders] : []),
  ].join('\n');
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

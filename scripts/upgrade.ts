import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { applyChanges, write } from './upgrade/apply-changes.ts';
import { ownersTasks } from './upgrade/changelog.ts';
import { changedFiles, git, GitError } from './upgrade/git.ts';
import { lockFor, mergePackage } from './upgrade/merge-package.ts';
import { mergeReleases, readReleaseFile, type Change, type Merge } from './upgrade/merge-releases.ts';
import { compareVersions, listReleases, noUpstream, repositoryAddress, tagOf, upstreamAddress } from './upgrade/releases.ts';
import { formatCounts, formatMerge, formatTasks } from './upgrade/report.ts';

try {
  process.exitCode = run();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

function run(): number {
  const { values } = parseArgs({
    options: {
      to: { type: 'string' },
      from: { type: 'string' },
      upstream: { type: 'string' },
      root: { type: 'string' },
      'dry-run': { type: 'boolean' },
      'no-install': { type: 'boolean' },
    },
  });
  const root = resolve(values.root ?? join(import.meta.dirname, '..'));
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version?: string; repository?: unknown };
  const upstream = values.upstream === undefined ? repositoryAddress(manifest.repository) : upstreamAddress(values.upstream);
  if (upstream === null) return refuse(noUpstream);
  if (values.from === undefined && manifest.version === undefined)
    return refuse('package.json has no `version`. Name the release that this site was made from: --from v1.2.3');
  const from = tagOf(values.from ?? manifest.version ?? '');
  const uncommitted = changedFiles(root);
  if (uncommitted !== null && uncommitted.length > 0 && !values['dry-run']) return refuse(explainUncommitted(uncommitted));

  const releases = readReleases(upstream);
  const to = values.to === undefined ? releases.at(-1) : tagOf(values.to);
  if (to === undefined) return refuse(`${upstream} has no releases: no tags such as v1.2.3.`);
  const unknown = [from, to].find((version) => !releases.includes(version));
  if (unknown !== undefined) {
    const hint = unknown === from ? ' --from names the release that this site was made from.' : '';
    return refuse(`${unknown} is no release of ${upstream}. Its releases: ${releases.join(', ')}.${hint}`);
  }
  if (from === to) {
    console.log(`Nothing to do: this site has ${to}.`);
    return 0;
  }
  if (compareVersions(to, from) < 0) return refuse(`This site has ${from}, which is newer than ${to}. An upgrade does not go back.`);

  const repository = mkdtempSync(join(tmpdir(), 'casefolio-upgrade-'));
  try {
    fetchReleases(repository, upstream, { from, to });
    const plan = planUpgrade(root, repository, { from, to });
    console.log(plan.summary);
    if (values['dry-run']) {
      if (plan.toLookAt) console.log(`\n${plan.toLookAt}`);
      console.log('\nThis was a dry run; nothing has changed.');
      return plan.conflicts > 0 ? 1 : 0;
    }
    for (const { path, release } of plan.merge.conflicts) if (release) write(join(root, '.cache/upgrade', to, path), release);
    const backUp = uncommitted === null ? `.cache/before-${to}` : null;
    applyChanges(root, plan.changes, backUp);
    const finished = finish(root, plan, values['no-install'] === true);
    if (plan.toLookAt) console.log(`\n${plan.toLookAt}`);
    console.log(`\n${explainEnd(plan, finished, { to, backUp })}`);
    return plan.conflicts > 0 || !finished.ok ? 1 : 0;
  } finally {
    rmSync(repository, { recursive: true, force: true, maxRetries: 3 });
  }
}

function refuse(reason: string): number {
  console.error(reason);
  return 2;
}

function explainUncommitted(files: readonly string[]): string {
  const shown = files.slice(0, 10).map((file) => `  ${file}`);
  const more = files.length > shown.length ? [`  and ${files.length - shown.length} more`] : [];
  const remedy = 'Commit them, or set them aside with `git stash --include-untracked`, and run this again.';
  return ['These files differ from the last commit:', ...shown, ...more, remedy].join('\n');
}

function readReleases(upstream: string): string[] {
  try {
    return listReleases(upstream);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new Error(`The releases of ${upstream} could not be read. Is the address right, and are you online? git says:\n${error.message}`);
  }
}

function fetchReleases(repository: string, upstream: string, { from, to }: Range): void {
  git(repository, ['init', '--quiet', '--template=', '.']);
  mkdirSync(join(repository, '.git/info'), { recursive: true });
  // The owner's attributes say how files look in their folder; this repository holds them as they are committed.
  writeFileSync(join(repository, '.git/info/attributes'), '* -text -filter -ident !merge !working-tree-encoding\n');
  const refs = [`+refs/tags/${from}:refs/releases/from`, `+refs/tags/${to}:refs/releases/to`];
  try {
    git(repository, ['fetch', '--quiet', '--no-tags', '--depth=1', '--', upstream, ...refs]);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    throw new Error(`The releases of ${upstream} could not be fetched. Nothing has changed; run this again. git says:\n${error.message}`);
  }
}

interface Range {
  from: string;
  to: string;
}

interface Plan {
  merge: Merge;
  changes: Change[];
  /** What to do with the packages; `by hand` in a project without the lock file of npm. */
  install: 'ci' | 'install' | 'by hand';
  conflicts: number;
  summary: string;
  toLookAt: string;
}

function planUpgrade(root: string, repository: string, { from, to }: Range): Plan {
  const merge = mergeReleases(root, repository, to);
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  const release = (which: 'from' | 'to', path: string): string => readReleaseFile(repository, which, path) ?? '{}';
  const parse = (text: string): Parameters<typeof mergePackage>[0] => JSON.parse(text) as Parameters<typeof mergePackage>[0];
  const manifestText = read('package.json');
  const manifest = mergePackage(parse(release('from', 'package.json')), parse(manifestText), parse(release('to', 'package.json')));
  const lock = readReleaseFile(repository, 'to', 'package-lock.json');
  const hasLock = lock !== null && existsSync(join(root, 'package-lock.json'));
  const indent = /^\{\r?\n([ \t]+)/.exec(manifestText)?.[1] ?? 2;
  const asBefore = (path: string, text: string): Change => ({
    ...{ path, kind: 'changed', mode: '100644' },
    bytes: Buffer.from(read(path).includes('\r\n') ? text.replaceAll('\n', '\r\n') : text),
  });
  // Last, so that an interrupted upgrade leaves the old version.
  const changes = [
    ...merge.changes,
    ...(hasLock ? [asBefore('package-lock.json', lockFor(manifest.package, lock))] : []),
    asBefore('package.json', `${JSON.stringify(manifest.package, null, indent)}\n`),
  ];
  const tasks = ownersTasks(readReleaseFile(repository, 'to', 'docs/CHANGELOG.md') ?? '', from, to);
  const notes = [
    ...manifest.conflicts.map((conflict) => `package.json: ${conflict}. Settle it.`),
    ...manifest.notes.map((note) => `package.json: ${note}.`),
  ];
  return {
    ...{ merge, changes, install: hasLock ? (manifest.sameDependencies ? 'ci' : 'install') : 'by hand' },
    conflicts: merge.conflicts.length + merge.lostImports.length + manifest.conflicts.length,
    summary: [`Casefolio ${from} → ${to}`, formatCounts({ ...merge, changes }), formatTasks(tasks)].filter(Boolean).join('\n\n'),
    toLookAt: [...notes, formatMerge(merge, { version: to, saved: `.cache/upgrade/${to}/` })].filter(Boolean).join('\n\n'),
  };
}

/** What was done after the files were written: whether all went well, and the steps left to the owner. */
interface Finish {
  ok: boolean;
  left: string[];
}

/** Install the packages and check the documents, unless that is left to the owner. */
function finish(root: string, { install, conflicts }: Plan, leave: boolean): Finish {
  const installing = install === 'by hand' ? 'install the packages' : `npm ${install}`;
  // Windows cannot replace the program that runs this.
  const ownNode = process.platform === 'win32' && process.execPath.startsWith(join(root, 'node_modules') + sep);
  if (leave || install === 'by hand' || ownNode) return { ok: true, left: [installing, 'npm run check'] };
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const installed = npm(root, install === 'ci' ? ['ci', ...quiet] : ['install', '--omit-lockfile-registry-resolved', ...quiet]);
  if (!installed) return { ok: false, left: [installing, 'npm run check'] };
  // A file with conflict markers cannot be run.
  if (conflicts > 0) return { ok: true, left: ['npm run check'] };
  return npm(root, ['run', '--silent', 'check']) ? { ok: true, left: [] } : { ok: false, left: ['fix what the check reports'] };
}

function npm(root: string, args: readonly string[]): boolean {
  console.log(`\n> npm ${args.filter((arg) => !arg.startsWith('--')).join(' ')}`);
  const script = process.env['npm_execpath'];
  const options = { cwd: root, stdio: 'inherit' } as const;
  const { status } = script?.endsWith('.js')
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  return status === 0;
}

function explainEnd({ conflicts }: Plan, { left }: Finish, { to, backUp }: { to: string; backUp: string | null }): string {
  const steps = [...(conflicts > 0 ? ['settle what is listed above'] : []), ...left, 'npm start'];
  const undo = backUp
    ? `The files as they were before are in ${backUp}/.`
    : 'To keep the upgrade, commit it. To undo it: git stash --include-untracked, then npm ci';
  return `This site has ${to} now. Next: ${steps.join(', ')}.\n${undo}`;
}

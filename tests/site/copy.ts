import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isEnginePage } from '../fixtures/engine-pages.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const fixtures = join(root, 'tests/fixtures/site');
const testSite = join(root, '.cache/test-site');

/** What the owner writes below `src/`, besides pages; a copy has the fixtures instead. */
const owned = ['content', 'assets', 'site.config.ts'];

/** What builds keep: optimised pictures, social images, placeholder colours. */
const caches = ['node_modules/.astro/assets', '.cache/social'];

/** Compiled code of the packages, which all copies link: compiling it is a tenth of a small build, and half of a small command. */
export const compiled = join(testSite, '.cache/code');

/** A copy of the project with documents, pictures and options of the fixtures. */
export interface Copy {
  /** Absolute. */
  root: string;
  path: (path: string) => string;
  write: (path: string, content: string | Uint8Array) => void;
  /** Start a build; `env` is added to ours, flags are those of `npm run build`. */
  start: (env?: Record<string, string>, ...flags: string[]) => Build;
  /** Start any other command in it. */
  run: (command: readonly [string, ...string[]]) => Build;
  /** Read every file of `dist/`: its bytes, as Latin-1, by its path. */
  dist: () => Record<string, string>;
  remove: () => void;
}

export interface Build {
  process: ChildProcess;
  /** What it has printed so far. */
  output: () => string;
  ended: Promise<{ code: number | null; output: string }>;
}

/**
 * Copy the project into a temporary folder, or into `below` within one. `projects` replace the case studies of the fixtures, `only`
 * names those to keep; `pictures` brings the optimised pictures and social images of the site under test, for a faster build.
 */
export function copyProject({ projects, only, below = '.', pictures = false }: CopyOptions = {}): Copy {
  const top = mkdtempSync(join(tmpdir(), 'casefolio-'));
  const copy = fill(join(top, below), () => rmSync(top, { recursive: true, force: true }));
  // The selections of the fixtures name their case studies.
  if (projects ?? only) rmSync(copy.path('src/content/selections'), { recursive: true, force: true });
  if (projects) {
    rmSync(copy.path('src/content/projects'), { recursive: true });
    for (const [name, document] of Object.entries(projects)) copy.write(`src/content/projects/${name}`, document);
  }
  const folder = copy.path('src/content/projects');
  if (only) for (const name of readdirSync(folder).filter((one) => !only.includes(one))) rmSync(join(folder, name), { recursive: true });
  if (pictures)
    for (const name of caches.filter((one) => existsSync(join(testSite, one))))
      cpSync(join(testSite, name), copy.path(name), { recursive: true });
  return copy;
}

/** Copy the project into the folder of the site under test, where the caches of the last run are. */
export function copyTestSite(): Copy {
  const remove = () => {
    for (const name of ['src', 'public', 'scripts', 'dist', '.cache/code']) rmSync(join(testSite, name), { recursive: true, force: true });
  };
  remove();
  return fill(testSite, remove);
}

interface CopyOptions {
  projects?: Record<string, string>;
  only?: readonly string[];
  below?: string;
  pictures?: boolean;
}

/** Build copies in one process and return what it printed. Half of a small build is loading Astro, which happens once. */
export async function buildAll(copies: readonly Copy[]): Promise<string> {
  const script = fileURLToPath(new URL('build-all.mjs', import.meta.url));
  const { code, output } = await start(root, [process.execPath, script, ...copies.map((copy) => copy.root)]).ended;
  if (code !== 0) throw new Error(`A site does not build:\n${output}`);
  return output;
}

function fill(folder: string, remove: () => void): Copy {
  const path = (one: string): string => join(folder, one);
  const write: Copy['write'] = (one, content) => {
    mkdirSync(dirname(path(one)), { recursive: true });
    writeFileSync(path(one), content);
  };
  for (const name of ['scripts', 'package.json', 'astro.config.mjs', 'tsconfig.json'])
    cpSync(join(root, name), path(name), { recursive: true });
  const left = new Set(owned.map((name) => join(root, 'src', name)));
  cpSync(join(root, 'src'), path('src'), { recursive: true, filter: (source) => !left.has(source) && isEnginePage(source) });
  cpSync(fixtures, folder, { recursive: true });
  for (const [name, above] of [
    ['src/site.config.ts', './'],
    ['src/pages/talks.astro', '../'],
  ] as const)
    write(name, readFileSync(join(fixtures, name), 'utf8').replaceAll(/(?:\.\.\/){4,}src\//g, above));
  write('.env', 'CASEFOLIO_SECRET=the secret of the fixtures\n');
  // Packages are shared; the caches that a build keeps among them are not.
  mkdirSync(path('node_modules'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')).filter((one) => !one.startsWith('.')))
    if (!existsSync(path(`node_modules/${name}`))) symlinkSync(join(root, 'node_modules', name), path(`node_modules/${name}`));
  return {
    ...{ root: folder, path, write, remove },
    start: (env = {}, ...flags) => start(folder, [process.execPath, 'scripts/run.mjs', 'build', ...flags], env),
    run: (command) => start(folder, command),
    dist: () => (existsSync(path('dist')) ? contents(path('dist')) : {}),
  };
}

function start(cwd: string, [command, ...args]: readonly [string, ...string[]], added: Record<string, string> = {}): Build {
  const { VITEST: _test, VITEST_MODE: _mode, MODE: _alias, DEV: _dev, PROD: _prod, SSR: _ssr, NODE_ENV: _env, ...env } = process.env;
  const child = spawn(command, args, { cwd, env: { NODE_COMPILE_CACHE: compiled, ...env, ...added } });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const ended = new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    child.on('close', (code) => resolve({ code, output })).on('error', reject);
  });
  return { process: child, output: () => output, ended };
}

function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(folder, file)).isFile());
  return Object.fromEntries(files.toSorted().map((file) => [file, readFileSync(join(folder, file), 'latin1')]));
}

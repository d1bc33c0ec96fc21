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

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A copy of the project in a folder of its own, which may be broken. */
export interface Copy {
  /** Absolute. */
  root: string;
  path: (path: string) => string;
  write: (path: string, content: string | Uint8Array) => void;
  /** Start a build; `env` is added to ours, flags are those of `npm run build`. */
  start: (env?: Record<string, string>, ...flags: string[]) => Build;
  /** Start any other command in it. */
  run: (command: readonly [string, ...string[]]) => Build;
  /** Every file of `dist/` with its bytes, as Latin-1. */
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
 * Copy the project, with `projects` in place of its case studies where given; `below` are folders to put it in, `pictures` brings
 * those, and the cards, that builds of the project have made.
 */
export function copyProject({ projects, below = '.', pictures = false }: CopyOptions = {}): Copy {
  const top = mkdtempSync(join(tmpdir(), 'casefolio-'));
  const copy = join(top, below);
  const path = (one: string): string => join(copy, one);
  const write: Copy['write'] = (one, content) => {
    mkdirSync(dirname(path(one)), { recursive: true });
    writeFileSync(path(one), content);
  };
  for (const name of ['src', 'public', 'scripts', 'package.json', 'astro.config.mjs', 'tsconfig.json'])
    cpSync(join(root, name), path(name), { recursive: true });
  if (projects) {
    rmSync(path('src/content/projects'), { recursive: true });
    for (const [name, document] of Object.entries(projects)) write(`src/content/projects/${name}`, document);
  }
  // Packages are shared, what a build keeps among them is not.
  mkdirSync(path('node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')).filter((one) => !one.startsWith('.')))
    symlinkSync(join(root, 'node_modules', name), path(`node_modules/${name}`));
  for (const name of pictures ? ['node_modules/.astro/assets', '.cache/social'] : [])
    if (existsSync(join(root, name))) cpSync(join(root, name), path(name), { recursive: true });
  return {
    ...{ root: copy, path, write },
    start: (env = {}, ...flags) => start(copy, [process.execPath, 'scripts/build.ts', ...flags], env),
    run: (command) => start(copy, command),
    dist: () => (existsSync(path('dist')) ? contents(path('dist')) : {}),
    remove: () => rmSync(top, { recursive: true, force: true }),
  };
}

interface CopyOptions {
  projects?: Record<string, string>;
  below?: string;
  pictures?: boolean;
}

function start(cwd: string, [command, ...args]: readonly [string, ...string[]], added: Record<string, string> = {}): Build {
  const { VITEST: _test, VITEST_MODE: _mode, MODE: _alias, DEV: _dev, PROD: _prod, SSR: _ssr, NODE_ENV: _env, ...env } = process.env;
  const child = spawn(command, args, { cwd, env: { ...env, ...added } });
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

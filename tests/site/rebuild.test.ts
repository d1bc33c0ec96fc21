import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
// Below the project, so that packages are found and the caches are its own.
const copy = join(root, '.cache/rebuild');
const projects = 'src/content/projects';

beforeAll(() => {
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(join(copy, '.cache'), { recursive: true });
  for (const name of ['src', 'public', 'scripts', 'package.json', 'package-lock.json', 'astro.config.mjs', 'tsconfig.json']) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  // Pictures and cards that are made already are no subject here.
  for (const name of ['node_modules/.astro/assets', '.cache/social', '.cache/tints.txt']) {
    if (existsSync(join(root, name))) cpSync(join(root, name), join(copy, name), { recursive: true });
  }
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('a build that keeps what is unchanged makes the files that one from nothing makes', () => {
  test('after changes to case studies, pages, pictures and technologies', { timeout: 400_000 }, async () => {
    await build();
    edit(`${projects}/gift-ledger.md`, (text) =>
      text.replace(/^title: .*$/m, 'title: A ledger by another name').replace(/^technologies: \[/m, 'technologies: [Zig, '),
    );
    rmSync(join(copy, projects, 'museum-timed-entry.md'));
    cpSync(join(copy, projects, 'irrigation-by-soil/field-map.jpg'), join(copy, projects, 'irrigation-by-soil/night-plan.jpg'));
    edit('src/content/pages/about.md', (text) => text.replace(/^title: .*$/m, 'title: About this practice'));
    edit('src/content/technologies/technologies.yaml', (text) =>
      text.replace('- name: AWS\n  aliases: [', '- name: AWS cloud\n  aliases: [AWS, '),
    );
    expect(keptIn(await build())).toBeGreaterThan(10);
    const rebuilt = contents();
    expect(keptIn(await build('--force'))).toBe(0);
    const fresh = contents();
    expect([...rebuilt.keys()]).toEqual([...fresh.keys()]);
    expect(differing(fresh, rebuilt)).toEqual([]);
  });

  test('after its memory was damaged and its last output changed by hand', { timeout: 200_000 }, async () => {
    const before = contents();
    for (const name of ['output-facts.json', 'documents.json']) writeFileSync(join(copy, '.cache', name), '{"code": ');
    edit('dist/projects/gift-ledger/index.html', () => '<p>Not ours.</p>');
    rmSync(join(copy, 'dist/projects/claims-worklist.md'));
    expect(keptIn(await build())).toBeGreaterThan(10);
    expect(differing(before, contents())).toEqual([]);
  });
});

function differing(one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): string[] {
  return [...one].filter(([path, bytes]) => !other.get(path)?.equals(bytes)).map(([path]) => path);
}

function keptIn(output: string): number {
  return Number(/(\d+) files are kept/.exec(output)?.[1] ?? 0);
}

function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(join(copy, path), 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`Nothing to change in ${path}.`);
  writeFileSync(join(copy, path), after);
}

function contents(): Map<string, Buffer> {
  const dist = join(copy, 'dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(dist, path)).isFile());
  return new Map(files.toSorted().map((path) => [path, readFileSync(join(dist, path))]));
}

function build(...flags: string[]): Promise<string> {
  const { VITEST: _test, VITEST_MODE: _mode, MODE: _alias, DEV: _dev, PROD: _prod, SSR: _ssr, ...env } = process.env;
  const child = spawn(process.execPath, ['scripts/build.ts', ...flags], { cwd: copy, env: { ...env, NODE_ENV: 'production' } });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  return new Promise((resolve, reject) => {
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(output.slice(-4000))))).on('error', reject);
  });
}

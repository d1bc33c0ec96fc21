import { spawn } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const reference = 'src/content/projects/ecommerce-platform-re-architecture.md';

let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'casefolio-'));
  for (const name of ['src', 'public', 'scripts', 'package.json', 'astro.config.mjs', 'tsconfig.json']) {
    cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(join(copy, 'dist'));
  writeFileSync(join(copy, 'dist/index.html'), 'the last good site');
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

function build(): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const { VITEST: _test, VITEST_MODE: _mode, MODE: _alias, DEV: _dev, PROD: _prod, SSR: _ssr, ...env } = process.env;
    const child = spawn(process.execPath, ['scripts/build.ts'], { cwd: copy, env: { ...env, NODE_ENV: 'production' } });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.on('close', (code) => resolve({ code, output })).on('error', reject);
  });
}

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(join(copy, path), change(readFileSync(join(copy, path), 'utf8')));
}

describe('a build that fails leaves the last good site as it was', () => {
  test('documents with errors stop it before anything is rendered, all of them named at once', async () => {
    edit(reference, (text) => text.replace('2023-08-15', '2023-02-29').replace('tagline:', 'taglin:'));
    edit('src/content/projects/gift-ledger.md', (text) => text.replace(/^technologies:.*$/m, 'technologies: PHP'));
    const { code, output } = await build();
    expect(code).toBe(1);
    expect(output).toContain(`${reference}:4:1  error  taglin`);
    expect(output).toContain(`${reference}:6:1  error  date`);
    expect(output).toMatch(/gift-ledger\.md:\d+:\d+ {2}error {2}technologies/);
    expect(output.match(/documents read:/g)).toHaveLength(1);
    expect(output).not.toContain('/index.html (+');
    expect(readFileSync(join(copy, 'dist/index.html'), 'utf8')).toBe('the last good site');
  });

  test('a confidential name in a file that would be published stops it, and the file is named', async () => {
    const [, name = ''] =
      /^ {2}name: ['"]?(.+?)['"]?$/m.exec(readFileSync(join(copy, 'src/content/projects/lab-results-feed.md'), 'utf8')) ?? [];
    expect(name.length).toBeGreaterThan(3);
    appendFileSync(join(copy, 'public/humans.txt'), `Thanks to ${name.toUpperCase()}.\n`);
    const { code, output } = await build();
    expect(code).toBe(1);
    expect(output).toContain(`humans.txt names ${name}`);
    expect(existsSync(join(copy, 'dist/humans.txt'))).toBe(false);
    expect(readFileSync(join(copy, 'dist/index.html'), 'utf8')).toBe('the last good site');
  });
});

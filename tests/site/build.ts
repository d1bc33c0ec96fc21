import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { dist } from './dist.ts';

/** Build the site into a folder of its own, once for all test projects of a run; throws what the build printed if it fails. */
export default async function setup(): Promise<void> {
  await (shared.casefolioTestBuild ??= build());
}

async function build(): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  const { VITEST: _test, VITEST_MODE: _mode, MODE: _alias, DEV: _dev, PROD: _prod, SSR: _ssr, ...env } = process.env;
  const cli = fileURLToPath(new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url));
  // What an earlier build has stored must not stand in for what this one would make.
  const child = spawn(process.execPath, [cli, 'build', '--force', '--outDir', fileURLToPath(dist)], {
    cwd: fileURLToPath(new URL('../../', import.meta.url)),
    env: { ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const code = await new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  if (code !== 0) throw new Error(`The site does not build, so there is nothing to test:\n${Buffer.concat(output).toString()}`);
}

// Each test project loads this module anew; what they share is the process.
const shared = globalThis as { casefolioTestBuild?: Promise<void> };

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a process and those it started came to: seconds of all cores (user and system), seconds on the wall, the largest resident set in MB. */
export interface Cost {
  cpu: number;
  wall: number;
  peak: number;
}

/** Run a script of Node in a folder and measure it; throws the last of what it printed when it fails. */
export async function measure(folder: string, args: readonly string[]): Promise<Cost> {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
  const notes = join(scratch, 'usage');
  const began = performance.now();
  try {
    await run(folder, ['--import', atExit(notes), ...args]);
    const wall = (performance.now() - began) / 1000;
    const processes = readFileSync(notes, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as [number, number]);
    return { cpu: sum(processes.map(([cpu]) => cpu)) / 1e6, wall, peak: Math.max(...processes.map(([, peak]) => peak)) / 1024 };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** A module that notes at the end of its process what that has used; the threads of a process count with it. */
function atExit(notes: string): string {
  const code = `import { appendFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  appendFileSync(${JSON.stringify(notes)}, JSON.stringify([userCPUTime + systemCPUTime, maxRSS]) + '\\n');
});`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

function run(folder: string, args: readonly string[]): Promise<void> {
  const { NODE_ENV: _env, ...env } = process.env;
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const keep = (text: Buffer): void => {
    printed = (printed + text.toString()).slice(-4000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${args.at(-1)} in ${folder} failed:\n${printed}`))));
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

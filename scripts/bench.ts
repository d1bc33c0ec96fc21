import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeDocuments } from './bench/documents.ts';
import { help } from './commands.mjs';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({ options: { n: { type: 'string', default: '20,200' } } });
const counts = values.n.split(',').map(Number);

/** Runs in the build's process and writes its resource usage to a pipe, because Node reports that of a child only from inside. */
const usageReporter = `import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));`;

if (!counts.every((count) => Number.isInteger(count) && count > 0)) {
  console.error(help('bench'));
  process.exitCode = 2;
} else {
  console.log('| documents | build     | wall s | CPU s | peak MB |\n| --------: | --------- | -----: | ----: | ------: |');
  for (const count of counts) bench(count);
  console.log(`\nNode ${process.versions.node}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}.`);
}

function bench(count: number): void {
  const copy = copyProject();
  try {
    writeDocuments(join(copy, 'src/content/projects'), count);
    // The first build encodes the pictures and compiles the code, which every later build reuses.
    build(copy);
    console.log(row(count, 'forced', build(copy, '--force')));
    console.log(row(count, 'unchanged', build(copy)));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Copy the project without its case studies; packages are linked, while each copy keeps its own caches. */
function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'casefolio-bench-'));
  const documents = join(root, 'src/content/projects');
  for (const name of ['src', 'public', 'scripts', 'package.json', 'package-lock.json', 'astro.config.mjs', 'tsconfig.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true, filter: (path) => !path.startsWith(documents) });
  mkdirSync(join(copy, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')).filter((one) => !one.startsWith('.')))
    symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name), 'junction');
  return copy;
}

interface Cost {
  wallSeconds: number;
  cpuSeconds: number;
  peakMegabytes: number;
}

function build(folder: string, ...flags: string[]): Cost {
  const start = performance.now();
  const { status, output } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(usageReporter)}`, 'scripts/run.mjs', 'build', ...flags],
    { cwd: folder, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' }, stdio: ['ignore', 'pipe', 'pipe', 'pipe'], encoding: 'utf8' },
  );
  const wallSeconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`The build failed:\n${output.slice(1, 3).join('').slice(-4000)}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(output[3] ?? '') as NodeJS.ResourceUsage;
  return { wallSeconds, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024 };
}

function row(count: number, name: string, { wallSeconds, cpuSeconds, peakMegabytes }: Cost): string {
  const cells = [String(count).padStart(9), name.padEnd(9), wallSeconds.toFixed(1).padStart(6), cpuSeconds.toFixed(1).padStart(5)];
  return `| ${cells.join(' | ')} | ${peakMegabytes.toFixed(0).padStart(7)} |`;
}

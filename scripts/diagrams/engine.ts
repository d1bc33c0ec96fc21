import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Drawn, Source } from './draw.ts';

/** The packages that draw, beside those of the site: no build needs them. */
export interface Engine {
  isInstalled: () => boolean;
  /** Install the exact packages of the lock file of `scripts/diagrams/engine/`; returns whether that worked. */
  install: () => boolean;
  /** Draw in a process of its own, in which Mermaid finds the globals of a browser. */
  draw: (sources: Source[]) => Drawn[];
}

/** Find the engine of a project. */
export function engineOf(root: string): Engine {
  const folder = join(root, '.cache', 'diagrams');
  const shipped = join(import.meta.dirname, 'engine');
  return {
    // npm writes the hidden list of what it has installed in the end.
    isInstalled: () =>
      existsSync(join(folder, 'node_modules', '.package-lock.json')) && sameText(join(folder, lockFile), join(shipped, lockFile)),
    install: () => {
      mkdirSync(folder, { recursive: true });
      for (const name of ['package.json', lockFile]) copyFileSync(join(shipped, name), join(folder, name));
      const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
        ...{ cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' },
      });
      return status === 0;
    },
    draw: (sources) => {
      const { status, stdout } = spawnSync(process.execPath, [join(import.meta.dirname, 'draw.ts'), folder], {
        input: JSON.stringify(sources),
        maxBuffer: 1_000_000_000,
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'inherit'],
        // Gantt charts count days in the time zone of the process.
        env: { ...process.env, TZ: 'UTC' },
      });
      if (status !== 0) throw new Error('The process that draws ended with an error, shown above.');
      return JSON.parse(stdout) as Drawn[];
    },
  };
}

const lockFile = 'package-lock.json';

function sameText(...paths: [string, string]): boolean {
  const [one, other] = paths.map((path) => (existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : null));
  return one !== null && one === other;
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { sidePackages } from '../../src/lib/side-packages.ts';
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
  const { folder, isInstalled, install } = sidePackages(root, 'diagrams');
  return {
    isInstalled,
    install,
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

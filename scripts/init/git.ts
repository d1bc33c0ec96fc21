import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import type { Plan } from './plan.ts';

/** How Git keeps a project: `clean` when it can undo any change, `dirty` with uncommitted changes, `none` when it does not keep it at all. */
export function gitState(root: string): 'clean' | 'dirty' | 'none' {
  if (git(root, 'ls-files', '--error-unmatch', 'src/site.config.ts') === null) return 'none';
  return git(root, 'status', '--porcelain', '.') === '' ? 'clean' : 'dirty';
}

/** Return the command that takes back a plan carried out in a clean project, and with it what its owner changes there later. */
export function undoCommand({ write, remove }: Pick<Plan, 'write' | 'remove'>): string {
  const touched = [...write.keys(), ...remove];
  const folders = ['src/site.config.ts', 'src/assets', 'src/content'].filter((folder) => touched.some((path) => path.startsWith(folder)));
  const added = new Set([...write.keys()].filter((path) => path.startsWith('src/content/projects/')).map((path) => dirname(path)));
  return [`git restore ${folders.join(' ')}`, ...(added.size > 0 ? [`git clean -fdq ${[...added].join(' ')}`] : [])].join(' && ');
}

/** Run Git; null when it fails or is not installed. */
function git(cwd: string, ...args: string[]): string | null {
  const { status, stdout } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

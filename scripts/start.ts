import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

// The build has a process of its own, which frees its memory and its lock when it ends.
const isOfBuild = (arg: string): boolean => arg === '--force' || arg === '--verbose';
const args = process.argv.slice(2);
const script = join(import.meta.dirname, 'build.ts');
const { status } = spawnSync(process.execPath, [script, ...args.filter(isOfBuild)], { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
process.argv = [...process.argv.slice(0, 2), ...args.filter((arg) => arg !== '--force')];
await import('./preview.ts');

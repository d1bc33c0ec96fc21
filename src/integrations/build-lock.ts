import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';

/** Let one build at a time work in a folder: two would write into each other's output. A lock whose process has died is taken over. */
export default function buildLock(): AstroIntegration {
  return {
    name: 'build-lock',
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        // Not below `.cache`, which may come from another machine, where the number names another process.
        if (command === 'build') lock(fileURLToPath(new URL('./.astro/build.lock', config.root)));
      },
    },
  };
}

function lock(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  if (take(file)) return;
  const holder = Number(attempt(() => readFileSync(file, 'utf8')));
  if (holder === process.pid) return;
  if (holder > 0 && isAlive(holder)) {
    throw new AstroError(
      `Another build of this folder is under way, by process ${holder}.`,
      `Wait for it, or end it; if no such build runs, delete ${file}.`,
    );
  }
  rmSync(file, { force: true });
  if (!take(file)) throw new AstroError('Another build of this folder has just begun.', 'Wait for it.');
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  process.once('exit', () => rmSync(file, { force: true }));
  return true;
}

/** A signal of 0 is not sent; one that may not be sent tells of a process of somebody else's. */
function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

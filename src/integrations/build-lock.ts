import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';

/**
 * Let one build at a time run in a project, and empty Astro's picture cache after a build that was killed. Astro writes cached
 * pictures in place, so a second build or the next one could publish half a picture.
 */
export default function buildLock(): AstroIntegration {
  let makingPictures = false;
  return {
    name: 'build-lock',
    hooks: {
      'astro:config:setup': ({ command, config, logger }) => {
        if (command !== 'build') return;
        const [file, pictures] = ['build.lock', 'assets/'].map((name) => fileURLToPath(new URL(name, config.cacheDir))) as [string, string];
        mkdirSync(config.cacheDir, { recursive: true });
        if (!lock(file)) {
          rmSync(pictures, { recursive: true, force: true });
          rmSync(file);
          lock(file);
          logger.warn('The last build stopped early; its pictures are made again.');
        }
        // A lock that stays is the sign for the next build that some pictures may be incomplete.
        process.once('exit', () => makingPictures || rmSync(file, { force: true }));
      },
      'astro:build:start': () => {
        makingPictures = true;
      },
      'astro:build:generated': () => {
        makingPictures = false;
      },
    },
  };
}

/** Create the lock; false where a build that no longer runs has left its own. Throws while another build runs. */
function lock(file: string): boolean {
  try {
    writeFileSync(file, `${hostname()} ${process.pid}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const [host, id] = readFileSync(file, 'utf8').split(' ');
  if (host === hostname() && Number(id) !== process.pid && isRunning(Number(id))) {
    throw new AstroError(
      `Another build of this project is running, as process ${id}.`,
      `Wait until it ends. If no build is running, delete ${file}.`,
    );
  }
  return false;
}

/** Signal 0 only asks whether a process exists; EPERM means that it belongs to another user. */
function isRunning(id: number): boolean {
  try {
    return id > 0 && process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

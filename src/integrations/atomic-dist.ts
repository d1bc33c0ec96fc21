import { existsSync, readlinkSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Build into a staging directory and replace `dist/` only after every other integration has passed. A build that fails leaves
 * the last good site unchanged. If a build is killed between the two renames, the next build restores that site.
 */
export default function atomicDist(): AstroIntegration {
  let folders: Folders;
  return {
    name: 'atomic-dist',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, logger }) => {
        if (command !== 'build') return;
        folders = foldersOf(config.outDir);
        const staging = new URL('./.cache/dist/', config.root);
        updateConfig({ outDir: staging });
        if (await restore(folders)) logger.warn('The last build stopped while it replaced the site. The site before it is restored.');
        for (const folder of [staging, folders.next, folders.previous]) await rm(folder, { recursive: true, force: true });
        // Where `.cache` is read-only, say so at once: bundlers hide the reason.
        await mkdir(staging, { recursive: true });
      },
      'astro:build:done': async ({ dir: staging }) => {
        const { target, next, previous } = folders;
        try {
          await move(staging, next);
          if (existsSync(target)) await rename(target, previous);
          await rename(next, target);
        } catch (error) {
          await restore(folders);
          await rm(next, { recursive: true, force: true });
          throw error;
        }
        await rm(previous, { recursive: true, force: true });
      },
    },
  };
}

/** Folders of one file system, so that each rename is atomic. */
interface Folders {
  /** The published site. */
  target: URL;
  /** The new site, complete. */
  next: URL;
  /** The site before it, until the new one is in its place. */
  previous: URL;
}

/** Name the folders for an output: `.dist.next` and `.dist.previous` are hidden neighbours of `dist`. */
function foldersOf(outDir: URL): Folders {
  const target = followLink(outDir);
  const neighbour = (suffix: string): URL => new URL(target.href.replace(/([^/]+)\/?$/, `.$1.${suffix}`));
  return { target: new URL(target.href.replace(/\/$/, '')), next: neighbour('next'), previous: neighbour('previous') };
}

/** Resolve a folder that is a symlink, even one whose target does not exist yet: the site is replaced where the link points. */
function followLink(folder: URL): URL {
  const path = resolve(fileURLToPath(folder));
  try {
    return pathToFileURL(resolve(dirname(path), readlinkSync(path)));
  } catch {
    return folder;
  }
}

async function restore({ target, previous }: Folders): Promise<boolean> {
  if (existsSync(target) || !existsSync(previous)) return false;
  await rename(previous, target);
  return true;
}

/** Rename a folder; copy it where `.cache` is on another file system. */
async function move(from: URL, to: URL): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  }
}

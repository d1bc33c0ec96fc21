import { existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { readlinkSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Build into a folder of its own and put it in the place of `dist/` only when everything before it has passed.
 * A build that fails at any point leaves the last good output as it was; one killed between the two renames is put right by the next.
 */
export default function safeDist(): AstroIntegration {
  let places: Places;
  return {
    name: 'safe-dist',
    hooks: {
      'astro:config:setup': async ({ command, config, updateConfig, logger }) => {
        places = placesOf(config.outDir);
        if (command !== 'build') return;
        const { target, coming, leaving } = places;
        updateConfig({ outDir: new URL('./.cache/dist/', config.root) });
        if (await putBack(leaving, target)) logger.warn('The last build was ended while it took its place; the site before it is back.');
        for (const left of [coming, leaving]) await rm(left, { recursive: true, force: true });
      },
      'astro:build:done': async ({ dir }) => {
        const { target, coming, leaving } = places;
        try {
          await move(dir, coming);
          if (existsSync(target)) await rename(fileURLToPath(target), fileURLToPath(leaving));
          await rename(fileURLToPath(coming), fileURLToPath(target));
        } catch (error) {
          await putBack(leaving, target);
          await rm(coming, { recursive: true, force: true });
          throw error;
        }
        await rm(leaving, { recursive: true, force: true });
      },
    },
  };
}

async function putBack(leaving: URL, target: URL): Promise<boolean> {
  if (existsSync(target) || !existsSync(leaving)) return false;
  await rename(fileURLToPath(leaving), fileURLToPath(target));
  return true;
}

/** Rename a folder; copy it where `.cache` lies on another disk. */
async function move(from: URL, to: URL): Promise<void> {
  try {
    await rename(fileURLToPath(from), fileURLToPath(to));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  }
}

/** Folders of one disk that an output passes through. */
interface Places {
  /** Where the site stands. */
  target: URL;
  /** Whole, about to take its place. */
  coming: URL;
  /** The site before it, while the two change places. */
  leaving: URL;
}

/** Name the places of an output: hidden neighbours of the folder it is to stand in, `.dist.old` of `dist`. */
function placesOf(outDir: URL): Places {
  const target = linked(outDir);
  const beside = (end: string): URL => new URL(target.href.replace(/([^/]+)\/?$/, `.$1.${end}/`));
  return { target, coming: beside('new'), leaving: beside('old') };
}

/** Follow a folder that is a link, even to nothing: while the site changes places, it leads there. */
function linked(folder: URL): URL {
  const path = resolve(fileURLToPath(folder));
  try {
    return pathToFileURL(`${resolve(dirname(path), readlinkSync(path))}/`);
  } catch {
    return folder;
  }
}

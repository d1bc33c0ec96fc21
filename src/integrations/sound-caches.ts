import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isWholePicture } from '../lib/whole-picture.ts';
import { readJson, stampOf } from './output.ts';

/**
 * Stop where nothing can be kept, before anything is made. Throw away kept pictures that are not all there, as a build leaves them
 * that was killed or whose disk was full. They are made anew. One that was whole when a build before this one ended, and has not
 * been written to since, is not read again.
 */
export default function soundCaches(): AstroIntegration {
  let folders: Record<string, URL>;
  let cache: URL;
  let last: URL;
  let sound: Record<string, string> = {};
  return {
    name: 'sound-caches',
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        last = config.outDir;
        const written = [config.cacheDir, new URL('./.cache/', config.root)];
        // A folder that is made on a read-only disk is told as one that is not there.
        if (command === 'build') for (const folder of written.filter((one) => existsSync(one))) accessSync(folder, constants.W_OK);
      },
      'astro:config:done': ({ config }) => {
        cache = new URL('./.cache/', config.root);
        folders = { _astro: new URL('assets/', config.cacheDir), social: new URL('social/', cache) };
      },
      'astro:build:start': ({ logger }) => {
        const before = readJson<Record<string, string>>(new URL(notes, cache)) ?? {};
        sound = {};
        for (const [key, file] of pictures(folders)) {
          const stamp = stampOf(file);
          const known = before[key];
          if (known === stamp || (sizeIn(known ?? stamp) === sizeIn(stamp) && isWhole(file))) {
            sound[key] = stamp;
            continue;
          }
          // The output of the last build may hold the same file under a second name; no page that shows it is kept then.
          const twin = new URL(key, last);
          if (isSame(file, twin)) rmSync(twin, { force: true });
          rmSync(file, { force: true, recursive: true });
          logger.warn(`${fileURLToPath(file)} was damaged; it is made anew.`);
        }
      },
      'astro:build:done': () => {
        // What has come since was written by this build, which has not failed.
        for (const [key, file] of pictures(folders)) sound[key] ??= stampOf(file);
        mkdirSync(cache, { recursive: true });
        writeFileSync(new URL(notes, cache), JSON.stringify(sound));
      },
    },
  };
}

const notes = 'sound-pictures.json';

/** The pictures in folders, by folder and name. */
function* pictures(folders: Record<string, URL>): Generator<[string, URL]> {
  for (const [folder, url] of Object.entries(folders)) {
    for (const name of attempt(() => readdirSync(url)) ?? []) {
      if (/\.(?:png|jpe?g|webp|avif)$/.test(name)) yield [`${folder}/${encodeURIComponent(name)}`, new URL(encodeURIComponent(name), url)];
    }
  }
}

function sizeIn(stamp: string): string | undefined {
  return stamp.split(' ')[0];
}

function isWhole(file: URL): boolean {
  return isWholePicture(attempt(() => readFileSync(file)) ?? Buffer.alloc(0));
}

/** Tell whether two names are of one file. */
function isSame(one: URL, other: URL): boolean {
  const [here, there] = [one, other].map((file) => statSync(file, { bigint: true, throwIfNoEntry: false }));
  return here !== undefined && here.ino === there?.ino && here.dev === there.dev;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

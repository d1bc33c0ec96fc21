import { mkdirSync, readdirSync, readlinkSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { outputFiles } from './output.ts';

/** Folders of one disk that an output passes through. */
export interface Places {
  /** Where the site stands. */
  target: URL;
  /** Whole, about to take its place. */
  coming: URL;
  /** The site before it, while the two change places. */
  leaving: URL;
  /** The site before it, afterwards: the next output grows from it. */
  spare: URL;
}

/** Name the places of an output: hidden neighbours of the folder it is to stand in, `.dist.old` of `dist`. */
export function placesOf(outDir: URL): Places {
  const target = linked(outDir);
  const beside = (end: string): URL => new URL(target.href.replace(/([^/]+)\/?$/, `.$1.${end}/`));
  return { target, coming: beside('new'), leaving: beside('old'), spare: beside('spare') };
}

/**
 * Let an output grow from an older one, which saves making ten thousand folders and taking as many away: of the older one only what
 * `stays` is left, all that the output has so far is put into it, and it takes its place. Files of the older one may be those of the
 * site that stands, under a second name: they are taken out or replaced, never written to. Returns what has stayed.
 */
export function growFrom(older: string, output: string, stays: (file: string) => boolean): Set<string> {
  const stayed = new Set<string>();
  thin(older, '', (file) => stays(file) && stayed.add(file));
  for (const file of outputFiles(output)) {
    mkdirSync(dirname(join(older, file)), { recursive: true });
    renameSync(join(output, file), join(older, file));
  }
  rmSync(output, { recursive: true, force: true });
  renameSync(older, output);
  return stayed;
}

/** Take out what does not stay, and the folders that leaves empty; tells whether anything is left. */
function thin(root: string, folder: string, stays: (file: string) => unknown): boolean {
  let left = false;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const file = `${folder}${entry.name}`;
    const path = `${root}/${file}`;
    if (entry.isDirectory() && thin(root, `${file}/`, stays)) left = true;
    else if (entry.isDirectory()) rmdirSync(path);
    else if (entry.isFile() && stays(file)) left = true;
    else rmSync(path);
  }
  return left;
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

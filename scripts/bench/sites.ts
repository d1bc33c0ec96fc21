import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { astroSite } from './astro-site.ts';
import { pictures, slugOf, writeDocuments } from './documents.ts';
import { eleventySite } from './eleventy-site.ts';

/** A generator in the race: how its site is laid out and built. */
export interface Contestant {
  name: string;
  documents: string;
  /** Arguments for Node; null with the reason where it cannot be run here. */
  prepare: (folder: string) => readonly string[] | null;
}

const root = resolve(import.meta.dirname, '../..');
const packages = join(root, '.cache/bench/packages');
const putAway = join(root, '.cache/bench/put-away');

/** This project, the plain Astro site and Eleventy. */
export const contestants: readonly Contestant[] = [
  {
    name: 'Casefolio',
    documents: 'src/content/projects',
    prepare: (folder) => {
      const others = join(root, 'src/content/projects');
      const shared = ['src', 'public', 'scripts', 'package.json', 'package-lock.json', 'astro.config.mjs', 'tsconfig.json'];
      for (const name of shared)
        cpSync(join(root, name), join(folder, name), { recursive: true, filter: (path) => !path.startsWith(others) });
      return ['scripts/build.ts'];
    },
  },
  {
    name: 'plain Astro',
    documents: 'src/content/projects',
    prepare: (folder) => {
      writeSite(folder, astroSite);
      return [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'];
    },
  },
  {
    name: 'Eleventy',
    documents: 'content/projects',
    prepare: (folder) => {
      writeSite(folder, { 'package.json': '{ "type": "module", "private": true }', ...eleventySite });
      if (!installed('@11ty/eleventy@3.1.5')) return null;
      symlinkSync(join(packages, 'node_modules'), join(folder, 'node_modules'), 'junction');
      return ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'];
    },
  },
];

/**
 * Lay a contestant's site out in a folder with `count` documents; returns how it is built, null where it cannot be. What was there is
 * only put away: ext4 passes over the places of files deleted in the last minutes, and a build that makes thousands would pay for it.
 */
export function layOut({ prepare, documents }: Contestant, folder: string, count: number): readonly string[] | null {
  mkdirSync(putAway, { recursive: true });
  if (existsSync(folder)) renameSync(folder, join(putAway, randomUUID()));
  mkdirSync(folder, { recursive: true });
  const args = prepare(folder);
  writeDocuments(join(folder, documents), count);
  return args;
}

/** Delete what has been put away. */
export function clearAway(): void {
  rmSync(putAway, { recursive: true, force: true });
}

/** Change the title of the document in the middle. */
export function changeOne({ documents }: Contestant, folder: string, count: number): void {
  const file = join(folder, documents, `${slugOf(Math.floor(count / 2))}.md`);
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/^title: .*$/m, (title) => `${title} again`),
  );
}

function writeSite(folder: string, files: Record<string, string>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  for (const name of pictures) cpSync(join(root, 'src/assets/images/projects', name), join(folder, 'public/assets/images/projects', name));
}

/** Install a package where it is no dependency of this project; false where it is not to be had. */
function installed(name: string): boolean {
  if (existsSync(join(packages, 'node_modules'))) return true;
  mkdirSync(packages, { recursive: true });
  writeFileSync(join(packages, 'package.json'), '{ "private": true }');
  const npm = ['install', '--no-audit', '--no-fund', '--save-exact', name];
  return spawnSync('npm', npm, { cwd: packages, shell: process.platform === 'win32' }).status === 0;
}

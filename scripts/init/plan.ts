import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { digestOf, filesIn, type Samples } from './samples.ts';
import { configPath } from './site-files.ts';

/** What `npm run init` does to a project. It touches no file that its owner wrote or changed. */
export interface Plan {
  /** Texts of new files, and of samples to replace, by path. */
  write: ReadonlyMap<string, string>;
  /** Samples to remove. */
  remove: readonly string[];
  /** Samples that stay because their owner changed them. */
  changed: readonly string[];
  /** Unchanged samples that stay because a document of the owner names them. */
  used: readonly string[];
}

/** Compare a project with the shipped samples; `files` are the texts that a new site starts with. */
export function makePlan(root: string, { samples, files }: { samples: Samples; files: ReadonlyMap<string, string> }): Plan {
  const states = new Map(
    [...new Set([...Object.keys(samples), ...files.keys()])].map((path) => [path, stateOf(root, path, samples)] as const),
  );
  const documents = filesIn(root, 'src/content').filter((path) => /\.(?:mdx?|ya?ml|json)$/.test(path));
  const own = documents.filter((path) => (states.get(path) ?? 'own') === 'own');
  const write = new Map([...files].filter(([path]) => states.get(path) !== 'own' && !isTaken(path, own)));
  const texts = own.map((path) => readFileSync(join(root, path), 'utf8'));
  const shipped = Object.keys(samples).filter((path) => states.get(path) === 'shipped' && !write.has(path));
  const used = shipped.filter((path) => isPicture(path) && texts.some((text) => text.includes(basename(path))));
  return {
    write,
    used,
    remove: shipped.filter((path) => !used.includes(path) && path !== configPath),
    changed: Object.keys(samples).filter((path) => states.get(path) === 'own'),
  };
}

/**
 * Carry out a plan, or leave the project as it was: nothing here waits, so that no signal is handled between two files, and an error
 * brings back what was done before it.
 */
export function carryOut(root: string, { write, remove }: Plan): void {
  const before = [...remove, ...write.keys()].map((path) => [path, readIfPresent(join(root, path))] as const);
  // A handler replaces the default of signals, which ends the process at once.
  const wait = (): void => {};
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, wait);
  try {
    for (const path of remove) rmSync(join(root, path));
    for (const [path, text] of write) writeText(join(root, path), text);
    for (const folder of new Set(remove.map((path) => dirname(path)))) removeEmptyFolders(root, folder);
  } catch (error) {
    for (const [path, bytes] of before) restore(join(root, path), bytes);
    const isReadOnly = /^(?:EACCES|EPERM|EROFS)$/.test((error as NodeJS.ErrnoException).code ?? '');
    if (!isReadOnly) throw error;
    const { path = 'A file' } = error as NodeJS.ErrnoException;
    throw new Error(`${path} may not be changed. Give yourself the right to write there. Nothing was changed.`, { cause: error });
  } finally {
    for (const signal of signals) process.off(signal, wait);
  }
}

/** Whether a file is there and is no longer the shipped one. */
export function isOwn(root: string, path: string, samples: Samples): boolean {
  return stateOf(root, path, samples) === 'own';
}

type State = 'absent' | 'shipped' | 'own';

function stateOf(root: string, path: string, samples: Samples): State {
  const bytes = readIfPresent(join(root, path));
  return bytes === null ? 'absent' : digestOf(bytes) === samples[path] ? 'shipped' : 'own';
}

/** Whether the owner has a page of the same name in another format, or case studies, which need no example. */
function isTaken(path: string, own: readonly string[]): boolean {
  const projects = 'src/content/projects/';
  if (path.startsWith(projects)) return own.some((one) => one.startsWith(projects));
  return own.includes(path.replace(/\.md$/, '.mdx'));
}

function isPicture(path: string): boolean {
  return !/\.(?:mdx?|ya?ml|json|ts)$/.test(path);
}

function removeEmptyFolders(root: string, folder: string): void {
  if (folder === 'src' || !existsSync(join(root, folder)) || readdirSync(join(root, folder)).length > 0) return;
  rmdirSync(join(root, folder));
  removeEmptyFolders(root, dirname(folder));
}

function writeText(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function restore(file: string, bytes: Buffer | null): void {
  const now = readIfPresent(file);
  if (bytes === null) rmSync(file, { force: true });
  else if (now === null || !now.equals(bytes)) writeText(file, bytes);
}

function readIfPresent(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

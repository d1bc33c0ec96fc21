import { chmodSync, cpSync, lstatSync, mkdirSync, rmSync, rmdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Change } from './merge-releases.ts';

/** Write and remove files of a project; `backUp` is the folder that keeps what they were before, null for none. */
export function applyChanges(root: string, changes: readonly Change[], backUp: string | null): void {
  if (backUp !== null) {
    for (const { path } of changes.filter(({ kind }) => kind !== 'added'))
      cpSync(join(root, path), join(root, backUp, path), { verbatimSymlinks: true });
  }
  // Removed files first: a folder may take the place of a file.
  for (const { path } of changes.filter(({ kind }) => kind === 'removed')) remove(root, path);
  for (const { path, kind, bytes, mode } of changes) {
    const file = join(root, path);
    if (kind === 'removed') continue;
    // Writing to a symbolic link would write to its target.
    if (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) rmSync(file);
    if (mode === '120000') link(file, bytes.toString());
    else write(file, bytes, mode === '100755');
  }
}

/** Write a file and its folders. */
export function write(file: string, bytes: Buffer, executable = false): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  if (((statSync(file).mode & 0o100) !== 0) !== executable) chmodSync(file, executable ? 0o755 : 0o644);
}

function link(file: string, target: string): void {
  rmSync(file, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  symlinkSync(target, file);
}

/** Remove a file and the folders that it leaves empty. */
function remove(root: string, path: string): void {
  rmSync(join(root, path), { force: true });
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(root, folder));
    } catch {
      return;
    }
  }
}

import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** List every file of the output folder by its path below it, sorted, with forward slashes. */
export function listOutput(dist: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .toSorted();
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** List the files of the output, as sorted paths from `dist` (absolute) with forward slashes. */
export function outputFiles(dist: string): string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length).replaceAll('\\', '/').replace(/^\//, ''))
    .toSorted();
}

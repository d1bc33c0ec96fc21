import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../../src/documents/files.ts';
import { configPath } from './site-files.ts';

/** Digests of the files of the sample site, by path. */
export type Samples = Readonly<Record<string, string>>;

/** The list that Casefolio ships; `npm run schema -- --samples` writes it. */
export const samplesPath = 'scripts/init/samples.json';

/** Read the shipped list of a project. */
export function readSamples(root: string): Samples {
  return JSON.parse(readFileSync(join(root, samplesPath), 'utf8')) as Samples;
}

/** List what the project's own files would ship as samples: options, documents and pictures. */
export function listSamples(root: string): Samples {
  const paths = [configPath, ...['src/assets', 'src/content'].flatMap((folder) => filesIn(root, folder))];
  return Object.fromEntries(paths.toSorted().map((path) => [path, digestOf(readFileSync(join(root, path)))]));
}

/** List the files of a folder, by their paths from the root. */
export function filesIn(root: string, folder: string): string[] {
  return listFiles(join(root, folder)).map((path) => `${folder}/${path}`);
}

/** Hash a file; the line endings that Git may change on Windows do not count. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1').digest('hex');
}

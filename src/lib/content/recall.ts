import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { lazily } from '../lazily.ts';
import { readDocument, type Document } from './document.ts';
import { readBytes } from './files.ts';
import { resolvePicture, type PictureOptions } from './pictures.ts';
import type { Problem } from './problem.ts';
import type { ReadFile } from './read.ts';

/** What is remembered of a document without errors from one build to the next. */
export interface Recalled extends Omit<ReadFile, 'document' | 'findings'> {
  problems: Problem[];
}

/** Remembers documents by their paths as long as their files are untouched. */
export interface ReadMemory {
  recall: (path: string) => Recalled | undefined;
  keep: (path: string, read: Recalled) => void;
}

/** Take a document from memory where its file is untouched and its pictures are found where they were; its text is read when asked for. */
export function recallFile(path: string, memory: ReadMemory, options: PictureOptions): (ReadFile & { problems: Problem[] }) | undefined {
  const recalled = memory.recall(path);
  const same = Object.entries(recalled?.pictures ?? {}).every(
    ([written, picture]) => picture.kind === 'remote' || isDeepStrictEqual(resolvePicture(written, path, options), picture),
  );
  return recalled && same ? withoutDocument(recalled, options.root) : undefined;
}

/** What was read of a document without its text, which is read again where it is asked for. */
export function withoutDocument(read: Recalled, root: string): ReadFile & { problems: Problem[] } {
  let document: Document | undefined;
  return lazily(Object.create(read, { findings: { value: [] } }) as Recalled & { findings: [] }, {
    body: () => read.body,
    document: () => (document ??= readDocument(readBytes(join(root, read.path)) ?? new Uint8Array(), read.path)),
  });
}

/** Whether a document may be remembered: nothing but its own file, its pictures and the day decides how it reads. */
export function isMemorable({ path, data }: ReadFile, problems: readonly Problem[]): boolean {
  return path.endsWith('.md') && data !== null && data.draft !== true && problems.every(({ severity }) => severity === 'warning');
}

import { statSync } from 'node:fs';
import { byOrderAndDate } from '../../lib/project/order.ts';
import { listDocuments, type Listed } from './catalogue.ts';
import { readVersion } from './documents.ts';
import { editFields } from './front-matter-edits.ts';
import { findDocument } from './paths.ts';
import { Refusal } from './refusal.ts';
import { readTextFile, writeFileSafely } from './text-files.ts';
import type { Workspace } from './workspace.ts';

/** Make lists show case studies in the order of their paths; returns the paths of the documents that it changed. */
export async function reorder(paths: readonly string[], workspace: Workspace): Promise<{ changed: string[] }> {
  const { root } = workspace;
  const listed = new Map(listDocuments(workspace).map((document) => [document.path, document]));
  const documents = paths.map((path) => {
    const document = listed.get(path);
    if (document?.collection !== 'projects' || document.lang !== null)
      throw new Refusal(400, `${path} is no case study that can be moved.`, { fix: 'Reload the list.' });
    return document;
  });
  if (new Set(paths).size < paths.length) throw new Refusal(400, 'The list names a case study twice.', { fix: 'Reload the list.' });
  // All texts are made before the first is written: one that cannot be changed leaves the others as they are.
  const files = newOrders(documents).map(({ path, order }) => {
    const { file, collection } = findDocument(root, path);
    const { text, version } = readTextFile(file, path);
    return { path, version, text: editFields(text, { order }, { collection, path }) };
  });
  if (files.length > 0)
    await workspace.change(() => {
      const found = files.map(({ path, version }) => readVersion(path, version, workspace).file);
      for (const [index, file] of found.entries()) writeFileSafely(file, files[index]?.text ?? '', { mode: statSync(file).mode });
    });
  return { changed: files.map(({ path }) => path) };
}

type Ordered = Pick<Listed, 'path' | 'slug' | 'order' | 'date'>;

/**
 * Number case studies so that lists show them as given, with as few changes as possible. The last ones keep their place by date where that
 * is the order wanted; of the others, those whose numbers already rise stay.
 */
export function newOrders(documents: readonly Ordered[]): { path: string; order: number }[] {
  let end = documents.length;
  while (end > 0 && isInPlace(documents[end - 1], documents[end])) end--;
  const numbered = documents.slice(0, end);
  const kept = rising(numbered);
  return numbered.flatMap(({ path }, index) => {
    if (kept.includes(index)) return [];
    const before = kept.findLast((at) => at < index) ?? -1;
    const after = kept.find((at) => at > index) ?? numbered.length;
    const [low = null, high = null] = [numbered[before]?.order, numbered[after]?.order];
    if (high === null) return [{ path, order: (low ?? 0) + gap * (index - before) }];
    if (low === null) return [{ path, order: high - (after - index) }];
    return [{ path, order: low + Math.floor(((high - low) * (index - before)) / (after - before)) }];
  });
}

/** Between two new numbers, so that a later move changes one document. */
const gap = 10;

function isInPlace(document: Ordered | undefined, next: Ordered | undefined): boolean {
  return document?.order === null && (next === undefined || byOrderAndDate(document, next) < 0);
}

/** Find the longest list of indexes whose orders rise and leave room for whole numbers between them. */
function rising(documents: readonly Ordered[]): number[] {
  const best: number[][] = [];
  for (const [index, { order }] of documents.entries()) {
    const fits = (other: number[]): boolean => {
      const at = other.at(-1) ?? -1;
      const last = documents[at]?.order;
      return typeof last === 'number' && order !== null && order - last >= index - at;
    };
    const longest = best.filter(fits).reduce<number[]>((a, b) => (b.length > a.length ? b : a), []);
    best.push(order === null ? [] : [...longest, index]);
  }
  return best.reduce<number[]>((a, b) => (b.length > a.length ? b : a), []);
}

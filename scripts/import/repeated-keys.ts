import { isRecord } from './front-matter/values.ts';
import { collectTexts } from './missing-words.ts';

/** With fewer documents, equal values may be chance. */
const fewestDocuments = 4;

/**
 * Find the keys of each document's front matter whose value is the same in most documents: an invitation to call, say, which belongs to the
 * old layout and not to the story.
 */
export function findRepeatedKeys(documents: readonly Record<string, unknown>[]): ReadonlySet<string>[] {
  const entries = documents.map(({ params, ...data }) => Object.entries(isRecord(params) ? { ...params, ...data } : data).map(identify));
  const counts = Map.groupBy(entries.flat(), ({ identity }) => identity);
  const isRepeated = (identity: string): boolean =>
    documents.length >= fewestDocuments && (counts.get(identity)?.length ?? 0) > documents.length / 2;
  return entries.map((own) => new Set(own.filter(({ identity }) => isRepeated(identity)).map(({ key }) => key)));
}

function identify([key, value]: [string, unknown]): { key: string; identity: string } {
  return { key, identity: JSON.stringify([key, ...collectTexts(value)]) };
}

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { pageAddress } from '../../checks/cross-document/cross-document.ts';
import { gateOf } from '../../checks/cross-document/link-index.ts';
import { tally } from '../../checks/report.ts';
import type { CheckResult } from '../../checks/run.ts';
import { readDocument } from '../../documents/document.ts';
import { collectionFolder } from '../../documents/collections.ts';
import { listFiles, readBytes } from '../../documents/files.ts';
import { readSecret } from '../../documents/secret.ts';
import { textAt } from '../../documents/values.ts';
import { byOrderAndDate } from '../../lib/project/order.ts';
import { sharedCode, sharedFolder } from '../../lib/shared-address.ts';
import { visibilities, visibilityOf, type Gated } from '../../lib/visibility.ts';
import { editedCollections, type DocumentEntry, type State } from '../api.ts';
import { readDocumentPath, realFile, type DocumentPath } from './paths.ts';
import { Refusal } from './refusal.ts';
import type { Workspace } from './workspace.ts';

/** A document as its front matter describes it, whether it has errors or not. */
export interface Listed extends DocumentPath {
  slug: string;
  lang: string | null;
  title: string;
  data: Gated;
  order: number | null;
  date: string | null;
}

/** List the documents that the studio can open. */
export function listDocuments({ root }: Pick<Workspace, 'root'>): Listed[] {
  return editedCollections.flatMap((collection) => {
    const folder = collectionFolder(collection);
    return listFiles(join(root, folder)).flatMap((relative) => describe(root, `${folder}/${relative}`) ?? []);
  });
}

/** Make the entries of the list: case studies in the order of the site, everything else by path. */
export async function documentEntries(workspace: Workspace): Promise<DocumentEntry[]> {
  const listed = listDocuments(workspace);
  const content = await readShown(workspace);
  const stateOf = states(listed, workspace.clock);
  const found = Map.groupBy(content.diagnostics, ({ path }) => path);
  const cases = listed.filter(({ collection }) => collection === 'projects').toSorted(byOrderAndDate);
  return [...cases, ...listed.filter(({ collection }) => collection !== 'projects')].map((document) => {
    const { path, collection, id, slug, lang, title } = document;
    const diagnostics = found.get(path) ?? [];
    return {
      path,
      collection,
      id,
      slug,
      lang,
      title,
      state: stateOf(document),
      ...tally(diagnostics),
      address: addressOf(document, workspace),
    };
  });
}

/** Return who can see one document and where it is. */
export async function whereabouts(path: string, workspace: Workspace): Promise<{ state: State; address: string | null }> {
  const listed = listDocuments(workspace);
  const document = listed.find((one) => one.path === path);
  await readShown(workspace);
  if (!document) return { state: { visibility: 'hidden', because: null }, address: null };
  return { state: states(listed, workspace.clock)(document), address: addressOf(document, workspace) };
}

/** Get the content of the development server, and note which documents it shows. */
async function readShown({ lastContent, shown }: Workspace): Promise<CheckResult> {
  const content = await lastContent();
  for (const { path } of content.documents) shown.add(path);
  return content;
}

function states(listed: readonly Listed[], clock: Date): (document: Listed) => State {
  const visibility = visibilities(listed, clock);
  return (document) => {
    const seen = visibility.get(document) ?? 'hidden';
    const { draft, publish_at, expires } = document.data;
    const hides = (gated: Gated): boolean => visibilityOf(gated, clock) === 'hidden';
    if (seen !== 'hidden') return { visibility: seen, because: null };
    const because = hides({ draft }) ? 'draft' : hides({ publish_at }) ? 'scheduled' : hides({ expires }) ? 'expired' : 'original';
    return { visibility: seen, because };
  };
}

/** Return the path of a document's page on the development server, which shows hidden ones too. */
function addressOf({ path, collection, id, name, data }: Listed, { root, urls, shown }: Workspace): string | null {
  if (!shown.has(path)) return null;
  if (collection === 'selections' || (collection === 'projects' && data.unlisted))
    return urls.page(sharedFolder, sharedCode(`${collection}/${id}`, readSecret(root) ?? ''));
  return urls.written(pageAddress({ collection, name }));
}

function describe(root: string, path: string): Listed | null {
  try {
    const document = readDocumentPath(path);
    const file = realFile(root, path);
    if (file === null) return null;
    const { mtimeMs, size } = statSync(file);
    const stamp = `${mtimeMs} ${size}`;
    const known = described.get(file);
    if (known?.stamp === stamp) return known.listed;
    const listed = readListed(document, readBytes(file) ?? new Uint8Array());
    described.set(file, { stamp, listed });
    return listed;
  } catch (error) {
    // Links and files with other names are for the check to report.
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function readListed(path: DocumentPath, bytes: Uint8Array): Listed {
  const document = readDocument(bytes, path.path);
  const { slug, lang } = path.name;
  const order = Number(textAt(document.data, ['order']) ?? NaN);
  return {
    ...path,
    ...{ slug, lang, title: textAt(document.data, ['title'])?.trim() || slug },
    data: gateOf({ data: null, document }),
    order: Number.isFinite(order) ? order : null,
    date: textAt(document.data, ['date']) ?? textAt(document.data, ['duration', 'end']) ?? null,
  };
}

/** Documents as they were last read, by file. */
const described = new Map<string, { stamp: string; listed: Listed }>();

import { statSync } from 'node:fs';
import type { Input, OpenDocument } from '../api.ts';
import { whereabouts } from './catalogue.ts';
import { findingsOf, withWholeCheck } from './findings.ts';
import { findDocument, type DocumentFile } from './paths.ts';
import { Refusal } from './refusal.ts';
import { readTextFile, versionOf, writeFileSafely, type TextFile } from './text-files.ts';
import type { Workspace } from './workspace.ts';

/** Open a document for the page. */
export async function openDocument(path: string, workspace: Workspace): Promise<OpenDocument> {
  const document = findDocument(workspace.root, path);
  const { text, version } = readTextFile(document.file, path);
  const findings = await withWholeCheck(path, await findingsOf(document, text, workspace), workspace);
  return { path, text, version, ...findings, ...(await whereabouts(path, workspace)) };
}

/** Save a text byte for byte; refuses when the file is not the one that was opened. */
export async function saveDocument({ path, text, version }: Input<'PUT document'>, workspace: Workspace): Promise<OpenDocument> {
  const bytes = Buffer.from(text);
  if (versionOf(bytes) !== readVersion(path, version, workspace).version)
    await workspace.change(() => {
      // Another request may have saved meanwhile.
      const { file } = readVersion(path, version, workspace);
      writeFileSafely(file, bytes, { mode: statSync(file).mode });
    });
  return openDocument(path, workspace);
}

/** Read a document, and refuse to change it when its file is not of the version that the page knows. */
export function readVersion(path: string, version: string, { root }: Pick<Workspace, 'root'>): TextFile & DocumentFile {
  const document = findDocument(root, path);
  const found = readTextFile(document.file, path);
  if (found.version !== version)
    throw new Refusal(409, `${path} has changed since it was opened.`, {
      fix: 'Take the version on disk, or save yours over it.',
      text: found.text,
      version: found.version,
    });
  return { ...found, ...document };
}

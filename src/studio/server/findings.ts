import { checkDocument, type CheckedFile } from '../../checks/document.ts';
import { locateAll } from '../../checks/fields/locate.ts';
import { readBack, readEach, type ReadingOptions } from '../../checks/fields/readings.ts';
import type { Diagnostic } from '../../documents/diagnostic.ts';
import { createPictureFiles } from '../../documents/image-files.ts';
import { textAt, valueAt } from '../../documents/values.ts';
import { drawing } from '../../metrics/format/drawing.ts';
import type { Findings } from '../api.ts';
import type { DocumentPath } from './paths.ts';
import type { Workspace } from './workspace.ts';

/** Check a text as if it were in its file: pictures are looked up from there. */
export async function checkText(
  { collection, path, relative }: DocumentPath,
  bytes: Uint8Array,
  { root, site, clock }: Pick<Workspace, 'root' | 'site' | 'clock'>,
): Promise<CheckedFile | null> {
  const options = { root, today: clock.toISOString().slice(0, 10), locale: site.locale, trusted: site.markdown.html === 'trusted' };
  return checkDocument({ collection, path, relative, read: () => bytes }, { ...options, writing: true, files: createPictureFiles(root) });
}

/** Diagnose a text that is not saved. */
export async function findingsOf(document: DocumentPath, text: string, workspace: Workspace): Promise<Findings> {
  const file = await checkText(document, Buffer.from(text), workspace);
  if (!file) return { diagnostics: [], outcomes: [] };
  const { data } = file.document ?? {};
  const { locale } = workspace.site;
  const metrics = document.collection === 'projects' ? valueAt(data, ['metrics']) : undefined;
  const lang = document.name.lang ?? textAt(data, ['lang']) ?? locale;
  // A translation has a page in its language.
  const drawn = await drawEach(metrics, { lang, locale: document.name.lang ?? locale, draw: workspace.draw });
  return {
    diagnostics: locateAll(file.diagnostics, document.path, file.document),
    outcomes: readBack(metrics, { lang, locale }).map((reading, index) => ({ ...reading, drawn: drawn[index] ?? '' })),
  };
}

/** Draw each outcome as its page does. */
async function drawEach(metrics: unknown, { lang, locale, draw }: ReadingOptions & Pick<Workspace, 'draw'>): Promise<string[]> {
  const each = readEach(metrics, lang).map(async (outcomes) => {
    const drawings = outcomes.map((outcome) => drawing(outcome, locale)).filter((one) => one !== null);
    return (await Promise.all(drawings.map(draw))).join('');
  });
  return Promise.all(each);
}

/** Add what the check of the whole site found in a document, such as two documents with one address. */
export async function withWholeCheck(path: string, findings: Findings, { lastContent }: Workspace): Promise<Findings> {
  const whole = (await lastContent()).diagnostics.filter((one) => one.path === path);
  const key = ({ line, field, message }: Diagnostic): string => `${line} ${field} ${message}`;
  const known = new Set(findings.diagnostics.map(key));
  return {
    ...findings,
    diagnostics: [...findings.diagnostics, ...whole.flatMap((one) => (known.has(key(one)) ? [] : { ...one, whole: true as const }))],
  };
}

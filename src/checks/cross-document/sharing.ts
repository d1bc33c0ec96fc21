import { errorIn, warningIn, type FieldDiagnostic } from '../../documents/diagnostic.ts';
import { secretName, shortestSecret } from '../../documents/secret.ts';
import { visibilities, visibilityOf, type Visibility } from '../../lib/visibility.ts';
import type { SelectionData } from '../../schemas/selection.ts';
import type { CrossDocumentDiagnostic } from './cross-document.ts';
import type { CheckedFile } from '../document.ts';
import { gateOf } from './link-index.ts';
import { unknownSlug } from './related.ts';

/** Find unlisted documents and selections that have no address, and selections of case studies that nobody could see. */
export function checkSharing(files: readonly CheckedFile[], { clock, secret, writing }: SharingOptions): CrossDocumentDiagnostic[] {
  const gated = files.map((file) => ({ collection: file.collection, ...file.name, data: gateOf(file), file }));
  const byFile = new Map([...visibilities(gated, clock)].map(([{ file }, visibility]) => [file, visibility]));
  const originals = files.filter(({ collection, name: { lang } }) => collection === 'projects' && lang === null);
  const cases = new Map(originals.map((file) => [file.name.slug, { path: file.path, visibility: byFile.get(file) ?? 'hidden' }]));
  return files.flatMap((file) => {
    const { path, collection, data } = file;
    const selection = collection === 'selections' ? (data as SelectionData | null) : null;
    const diagnostics = [
      ...(byFile.get(file) === 'unlisted' ? checkSecret(secret, { collection, writing }) : []),
      ...(selection ? checkSelection(selection, { cases, clock }) : []),
    ];
    return diagnostics.map((diagnostic) => ({ path, ...diagnostic }));
  });
}

interface SharingOptions {
  clock: Date;
  /** The owner's secret, which the addresses come from. */
  secret: string | undefined;
  /** Whether the author is writing: the development server has addresses of its own without a secret. */
  writing: boolean;
}

function checkSecret(
  secret: string | undefined,
  { collection, writing }: Pick<CheckedFile, 'collection'> & Pick<SharingOptions, 'writing'>,
): FieldDiagnostic[] {
  const field = collection === 'projects' ? ['unlisted'] : [];
  const report = writing ? warningIn : errorIn;
  if (secret === undefined) {
    const fix = `run \`npm run share -- --init\`, or set ${secretName} in the environment`;
    return [report(field, 'needs a secret, which its address comes from', fix)];
  }
  if (secret.length >= shortestSecret) return [];
  const message = `needs a secret that nobody guesses: ${secretName} is shorter than ${shortestSecret} characters`;
  return [report(field, message, 'delete it from `.env` and run `npm run share -- --init`')];
}

function checkSelection(data: SelectionData, { cases, clock }: { cases: ReadonlyMap<string, Case>; clock: Date }): FieldDiagnostic[] {
  const expired = data.expires !== undefined && visibilityOf({ expires: data.expires }, clock) === 'hidden' ? [isExpired] : [];
  if (data.projects.length === 0) return [...expired, namesNone];
  const unseen = data.projects.flatMap((slug, index) => {
    const [field, found] = [['projects', index], cases.get(slug)];
    if (!found) return [unknownSlug(field, slug, cases.keys())];
    if (found.visibility !== 'hidden') return [];
    const fix = 'publish that case study, or make it `unlisted: true`';
    return [warningIn(field, `is hidden and left out: ${found.path}`, fix, { related: [found.path] })];
  });
  const nobody = unseen.length === data.projects.length && unseen.every(({ severity }) => severity === 'warning') && data.draft !== true;
  return [...expired, ...unseen, ...(nobody ? [showsNone] : [])];
}

interface Case {
  path: string;
  visibility: Visibility;
}

const namesNone = errorIn(['projects'], 'names no case study', 'list the slugs of some, like `[shop-checkout, stock-counts]`');
const showsNone = errorIn(
  ['projects'],
  'names only case studies that are hidden, so the page would be empty',
  'publish one of them, make it `unlisted: true`, or hide the selection with `draft: true`',
);
const isExpired = warningIn(['expires'], 'has passed: the selection has no page any more', 'write a later date, or delete the file');

import type { Diagnostic } from '../../src/documents/diagnostic.ts';
import { pluralize } from '../pluralize.ts';
import { logKinds, type LogEntry, type LogKind } from './conversion-log.ts';
import type { ImportPlan, PlannedDocument } from './plan.ts';

/** What an import wrote, or would write in a dry run, and what the checks say of it. */
interface ImportOutcome extends ImportPlan {
  /** Problems of the imported documents only. */
  problems: Diagnostic[];
  dryRun: boolean;
}

/** Count the documents of an import, its pictures, and the problems the checks found. */
export function countImport({ documents, problems }: Pick<ImportOutcome, 'documents' | 'problems'>) {
  const written = documents.filter(({ occupied }) => occupied === null);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const invalidPaths = new Set(errors.map(({ path }) => path));
  const valid = written.filter(({ path }) => !invalidPaths.has(path));
  return {
    in: documents.length,
    written: written.length,
    /** Not written because something exists in their place. */
    kept: documents.length - written.length,
    /** Written and without an error of the checks. */
    valid: valid.length,
    /** Valid and with something to read. */
    complete: valid.filter(({ missing }) => missing.length === 0).length,
    /** Written and not hidden. */
    public: written.filter(({ text }) => !isHidden(text)).length,
    pictures: written.reduce((sum, { copies }) => sum + copies.length, 0),
    errors: errors.length,
    warnings: problems.length - errors.length,
  };
}

/**
 * Format the report for people: the notes, each kind once with its count; what a person must do, by document; then three lines of documents,
 * pictures and where to look first.
 */
export function formatImport(outcome: ImportOutcome): string {
  const { skipped } = outcome;
  const tasks = outcome.documents.map((document) => ({ document, lines: listTasks(document, outcome.problems) }));
  const toDo = tasks.flatMap(({ document, lines }) =>
    lines.length === 0 ? [] : [`  ${document.occupied === null ? document.path : document.source}`, ...lines.map((line) => `    ${line}`)],
  );
  return [
    ...formatNotes(outcome),
    ...skipped.map(({ path, reason }) => `${path}  skipped: ${reason}`),
    ...(toDo.length > 0 ? ['', 'To do', ...toDo] : []),
    '',
    ...formatSummary(outcome, tasks),
  ].join('\n');
}

/** Format the report for programs: one JSON object. */
export function jsonImport(outcome: ImportOutcome): string {
  const { dryRun, skipped, problems } = outcome;
  const documents = outcome.documents.map(({ source, path, occupied, copies, logEntries, missing }) => ({
    source,
    path,
    occupied,
    pictures: copies,
    missing,
    notes: logEntries,
  }));
  return JSON.stringify({ dryRun, counts: countImport(outcome), documents, skipped, problems }, null, 2);
}

interface Tasks {
  document: PlannedDocument;
  lines: string[];
}

/** List what a person must do for a document: errors of the check, and what the import could not find. */
function listTasks({ source, path, occupied, logEntries }: PlannedDocument, problems: readonly Diagnostic[]): string[] {
  if (occupied !== null) return [`not written: ${occupied} exists already; rename one of the two, or delete it and import again`];
  const errors = problems.filter((problem) => problem.path === path && problem.severity === 'error');
  const missing = logEntries.filter(({ kind }) => kind === 'missing').map(({ field, text }) => `${field}: ${oneLine(text)}`);
  const lines = [
    ...errors.map(({ line, column, field, message }) => `${line}:${column}  ${[field, message].filter(Boolean).join('  ')}`),
    ...missing,
  ];
  const more = lines.length - maxTasks;
  return more > 0 ? [...lines.slice(0, maxTasks), `and ${more} more; see ${source}, or --json`] : lines;
}

const maxTasks = 8;

/** Format the notes that need nobody, and the warnings of the check: a line for each kind, with the number of documents. */
function formatNotes({ documents, problems }: ImportOutcome): string[] {
  const written = documents.filter(({ occupied }) => occupied === null);
  const entries = written.flatMap(({ logEntries, path }) => logEntries.map((entry) => ({ ...entry, group: groupOf(entry), path })));
  const notes = (Object.keys(logKinds) as LogKind[]).flatMap((kind) => {
    const groups = countDocuments(entries.filter((entry) => entry.kind === kind && kind !== 'missing'));
    if (groups.length === 0) return [];
    return kind === 'unsure' ? [logKinds[kind], ...groups.map((group) => `  ${group}`)] : [`${logKinds[kind]}: ${groups.join(', ')}`];
  });
  const warnings = countDocuments(
    problems
      .filter(({ severity }) => severity === 'warning')
      .map(({ path, field, message }) => ({ group: [field.replace(/\[\d+\]/g, ''), shorten(message)].filter(Boolean).join('  '), path })),
  );
  return [...notes, ...(warnings.length > 0 ? ['the check warns', ...warnings.map((group) => `  ${group}`)] : [])];
}

/** Entries of one kind differ in their quotations and addresses only. */
function groupOf({ kind, field, text }: LogEntry): string {
  if (kind === 'mapped') return `${field.replace(/\d+/g, 'N')} → ${shorten(text)}`;
  if (kind === 'unsure') return `${field.replace(/\[\d+\]/g, '')}: ${shorten(text.replace(/: .*$/s, ''))}`;
  return field.replace(/\[\d+\]/g, '');
}

/** Leave out of a message what differs from document to document. */
function shorten(message: string): string {
  return oneLine(message)
    .replace(/“[^”]*”|"[^"]*"|(?<=^|\s)(?:\.{0,2}\/|https?:|src\/)\S+/g, '…')
    .slice(0, 160);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** List the groups, each with the number of its documents, the most frequent first. */
function countDocuments(items: readonly { group: string; path: string }[]): string[] {
  return [...Map.groupBy(items, ({ group }) => group)]
    .map(([group, members]) => ({ group, count: new Set(members.map(({ path }) => path)).size }))
    .toSorted((a, b) => b.count - a.count)
    .map(({ group, count }) => (count === 1 ? group : `${group} (${count})`));
}

/** Documents, pictures, and the document with most to do. */
function formatSummary(outcome: ImportOutcome, tasks: readonly Tasks[]): string[] {
  const { written, kept, pictures, errors, public: shown } = countImport(outcome);
  const hidden = written - shown;
  const lost = outcome.documents
    .flatMap(({ logEntries }) => logEntries)
    .filter(({ kind, text }) => kind === 'missing' && /picture/.test(text)).length;
  const verb = outcome.dryRun ? 'would be written' : 'written';
  const existing = kept > 0 ? `; ${kept} left alone` : '';
  const invalid = errors > 0 ? `; ${pluralize(errors, 'error')}` : '';
  const [first] = tasks.filter(({ lines }) => lines.length > 0).toSorted((a, b) => b.lines.length - a.lines.length);
  return [
    `${pluralize(written, 'document')} ${verb}: ${shown} public, ${pluralize(hidden, 'draft')}${existing}${invalid}.`,
    `${pluralize(pictures, 'picture')} ${outcome.dryRun ? 'would be copied' : 'copied'}${lost > 0 ? `, ${lost} not found` : ''}.`,
    first
      ? `Look first at ${first.document.path}: ${pluralize(first.lines.length, 'thing')} to do.`
      : 'Nothing to do; look at the pages with `npm run dev`.',
  ];
}

function isHidden(text: string): boolean {
  return /^(?:draft: true|publish_at: .*)$/m.test(/^---\n[^]*?\n---\n/.exec(text)?.[0] ?? '');
}

import type { Diagnostic } from '../../src/documents/diagnostic.ts';
import { noteKinds, type Note, type NoteKind } from './notes.ts';
import type { ImportPlan, PlannedDocument } from './plan.ts';

/** What an import did, or would do, and what the checker says of it. */
export interface ImportOutcome extends ImportPlan {
  /** Problems of the imported documents alone. */
  problems: Diagnostic[];
  dryRun: boolean;
}

/** The counts an import ends with. */
export interface ImportCounts {
  in: number;
  written: number;
  /** Not written, since something is there already. */
  kept: number;
  /** Written without an error of the checker. */
  valid: number;
  /** Valid, and with nothing required left to fill in. */
  complete: number;
  pictures: number;
  errors: number;
  warnings: number;
}

/** Count documents in and out. */
export function countImport({ documents, problems }: Pick<ImportOutcome, 'documents' | 'problems'>): ImportCounts {
  const written = documents.filter(({ occupied }) => occupied === null);
  const faulty = new Set(problems.filter(({ severity }) => severity === 'error').map(({ path }) => path));
  const valid = written.filter(({ path }) => !faulty.has(path));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return {
    in: documents.length,
    written: written.length,
    kept: documents.length - written.length,
    valid: valid.length,
    complete: valid.filter(({ missing }) => missing.length === 0).length,
    pictures: written.reduce((sum, { copies }) => sum + copies.length, 0),
    errors,
    warnings: problems.length - errors,
  };
}

/** Write the report for people: by document what became of its fields and what is left to do, then what the checker says, then the counts. */
export function formatImport(outcome: ImportOutcome): string {
  const { documents, skipped, problems, dryRun } = outcome;
  const lines = documents.flatMap((document) => formatDocument(document, problems, dryRun));
  for (const { path, reason } of skipped) lines.push(`${path}  not brought over: ${reason}`);
  return [...lines, '', summary(countImport(outcome), dryRun)].join('\n');
}

/** Write the report for machines: one JSON object. */
export function jsonImport(outcome: ImportOutcome): string {
  const { documents, skipped, problems, dryRun } = outcome;
  const told = documents.map(({ source, path, occupied, copies, notes, missing }) => ({
    source,
    path,
    occupied,
    pictures: copies,
    missing,
    notes,
  }));
  return JSON.stringify({ dryRun, counts: countImport(outcome), documents: told, skipped, problems }, null, 2);
}

const order = Object.keys(noteKinds) as NoteKind[];

function formatDocument(
  { source, path, occupied, copies, notes, missing }: PlannedDocument,
  problems: readonly Diagnostic[],
  dryRun: boolean,
): string[] {
  if (occupied !== null) return [`${source}  not written: ${occupied} is there already`];
  // What is to be filled in was said above.
  const own = problems.filter((problem) => problem.path === path && !missing.includes(problem.field));
  return [
    `${source} → ${path}${copies.length > 0 ? `  with ${counted(copies.length, 'picture')}` : ''}${dryRun ? '  (dry run)' : ''}`,
    ...order.flatMap((kind) => notes.filter((note) => note.kind === kind).map(formatNote)),
    ...own.map(
      ({ line, column, severity, field, message }) =>
        `  ${severity.padEnd(16)} ${line}:${column}  ${[field, message].filter(Boolean).join('  ')}`,
    ),
  ];
}

function formatNote({ kind, field, text }: Note): string {
  const arrow = kind === 'mapped' ? ' → ' : ': ';
  return `  ${noteKinds[kind].padEnd(16)} ${field}${arrow}${text.replace(/\s+/g, ' ')}`;
}

function summary({ in: all, written, kept, valid, complete, pictures, errors, warnings }: ImportCounts, dryRun: boolean): string {
  return [
    `${counted(all, 'document')} in, ${written} ${dryRun ? 'would be written' : 'written'} with ${counted(pictures, 'picture')}${kept > 0 ? `, ${kept} left alone` : ''}.`,
    `${valid} of ${written} valid (${counted(errors, 'error')}, ${counted(warnings, 'warning')}): ${complete} complete, ${valid - complete} drafts until what is "to fill in" is filled in.`,
  ].join('\n');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

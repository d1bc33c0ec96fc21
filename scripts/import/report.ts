import type { Diagnostic } from '../../src/documents/diagnostic.ts';
import { logKinds, type LogEntry, type LogKind } from './conversion-log.ts';
import type { ImportPlan, PlannedDocument } from './plan.ts';

/** What an import wrote, or would write in a dry run, and what the checks say of it. */
interface ImportOutcome extends ImportPlan {
  /** Problems of the imported documents only. */
  problems: Diagnostic[];
  dryRun: boolean;
}

interface ImportCounts {
  in: number;
  written: number;
  /** Not written because something exists in their place. */
  kept: number;
  /** Written and without an error of the checks. */
  valid: number;
  /** Valid and without an empty required field. */
  complete: number;
  pictures: number;
  errors: number;
  warnings: number;
}

/** Count the documents of an import, its pictures, and the problems the checks found. */
export function countImport({ documents, problems }: Pick<ImportOutcome, 'documents' | 'problems'>): ImportCounts {
  const written = documents.filter(({ occupied }) => occupied === null);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const invalidPaths = new Set(errors.map(({ path }) => path));
  const valid = written.filter(({ path }) => !invalidPaths.has(path));
  return {
    in: documents.length,
    written: written.length,
    kept: documents.length - written.length,
    valid: valid.length,
    complete: valid.filter(({ missing }) => missing.length === 0).length,
    pictures: written.reduce((sum, { copies }) => sum + copies.length, 0),
    errors: errors.length,
    warnings: problems.length - errors.length,
  };
}

/** Format the report for people: for each document its log and its problems, then the skipped files and the counts. */
export function formatImport(outcome: ImportOutcome): string {
  const { documents, skipped, problems, dryRun } = outcome;
  return [
    ...documents.flatMap((document) => formatDocument(document, problems, dryRun)),
    ...skipped.map(({ path, reason }) => `${path}  skipped: ${reason}`),
    '',
    formatCounts(countImport(outcome), dryRun),
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

const labelWidth = 16;

function formatDocument(document: PlannedDocument, problems: readonly Diagnostic[], dryRun: boolean): string[] {
  const { source, path, occupied, copies, logEntries, missing } = document;
  if (occupied !== null) return [`${source}  not written: ${occupied} exists already`];
  const pictures = copies.length > 0 ? `  with ${pluralize(copies.length, 'picture')}` : '';
  // The log lists the missing fields already.
  const ownProblems = problems.filter((problem) => problem.path === path && !missing.includes(problem.field));
  return [
    `${source} → ${path}${pictures}${dryRun ? '  (dry run)' : ''}`,
    ...(Object.keys(logKinds) as LogKind[]).flatMap((kind) => logEntries.filter((entry) => entry.kind === kind).map(formatEntry)),
    ...ownProblems.map(formatProblem),
  ];
}

function formatEntry({ kind, field, text }: LogEntry): string {
  const separator = kind === 'mapped' ? ' → ' : ': ';
  return `  ${logKinds[kind].padEnd(labelWidth)} ${field}${separator}${text.replace(/\s+/g, ' ')}`;
}

function formatProblem({ line, column, severity, field, message }: Diagnostic): string {
  return `  ${severity.padEnd(labelWidth)} ${line}:${column}  ${[field, message].filter(Boolean).join('  ')}`;
}

function formatCounts(counts: ImportCounts, dryRun: boolean): string {
  const { written, kept, valid, complete } = counts;
  const existing = kept > 0 ? `, ${kept} left alone` : '';
  const checks = `${pluralize(counts.errors, 'error')}, ${pluralize(counts.warnings, 'warning')}`;
  return [
    `${pluralize(counts.in, 'document')} read, ${written} ${dryRun ? 'would be written' : 'written'} with ${pluralize(counts.pictures, 'picture')}${existing}.`,
    `${valid} of ${written} valid (${checks}): ${complete} complete, ${pluralize(valid - complete, 'draft')} with fields to fill in.`,
  ].join('\n');
}

function pluralize(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

import { byPosition, escapeControlCharacters, fieldName, type Diagnostic, type FieldDiagnostic } from '../../documents/diagnostic.ts';
import type { Document } from '../../documents/document.ts';

/** The most diagnostics reported for one document; the rest are counted. */
const maxDiagnostics = 100;

/** Give what rules report about a document its position there, and sort it. */
export function locateAll(diagnostics: readonly FieldDiagnostic[], path: string, document: Document | null): Diagnostic[] {
  const all = diagnostics.map((diagnostic) => locate(diagnostic, path, document)).toSorted(byPosition);
  if (all.length <= maxDiagnostics) return all;
  const errorsFirst = all.toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
  const message = `has ${all.length - maxDiagnostics} more problems`;
  return [...errorsFirst.slice(0, maxDiagnostics), locate({ severity: 'error', field: [], message, fix: 'fix these first' }, path, null)];
}

function locate(diagnostic: FieldDiagnostic, path: string, document: Document | null): Diagnostic {
  const { severity, field, message, value, fix, related = [] } = diagnostic;
  const { line, column } =
    diagnostic.line === undefined
      ? (document?.locate(field) ?? { line: 1, column: 1 })
      : { line: diagnostic.line, column: diagnostic.column ?? 1 };
  const name = escapeControlCharacters(fieldName(field));
  return { path, line, column, severity, field: name, message, value: value ?? document?.written(field), fix, related };
}

import { SourceScalar } from '../schemas/scalar.ts';
import { escapeControlCharacters, type FieldDiagnostic } from '../documents/diagnostic.ts';
import type { Document } from '../documents/document.ts';
import { valueAt } from '../documents/values.ts';

/** Find the name of a confidential client, or another spelling of it, as whole words in anything that would be published. */
export function checkConfidentiality(document: Document, slug: string): FieldDiagnostic[] {
  const confidential = valueAt(document.data, ['client', 'confidential']);
  if (!(confidential instanceof SourceScalar) || confidential.value !== true) return [];
  const names = [valueAt(document.data, ['client', 'name']), valueAt(document.data, ['client', 'also'])].flat().flatMap(asText);
  if (names.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(namePattern).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const alias = asText(valueAt(document.data, ['client', 'alias']))[0];
  return [
    ...(alias !== undefined && alias.search(pattern) !== -1 ? [nameInAlias] : []),
    ...(slug.replaceAll('-', ' ').search(new RegExp(pattern.source.replaceAll("'", "'?"), 'iu')) === -1 ? [] : [nameInSlug(slug)]),
    ...occurrences(document, pattern, alias),
  ];
}

const nameInAlias: FieldDiagnostic = {
  severity: 'error',
  field: ['client', 'alias'],
  message: 'contains the name it should hide',
  fix: 'choose an alias without it',
};

function nameInSlug(slug: string): FieldDiagnostic {
  return {
    severity: 'warning',
    field: [],
    message: 'has the name of its confidential client in its file name',
    value: slug,
    fix: 'rename it',
  };
}

function occurrences(document: Document, pattern: RegExp, alias: string | undefined): FieldDiagnostic[] {
  const diagnostics: FieldDiagnostic[] = [];
  for (const match of document.text.matchAll(pattern)) {
    const position = document.positionAt(match.index);
    const field = position.line >= document.bodyLine ? ['body'] : document.fieldAt(match.index);
    if (field === null || field[0] === 'extra' || (field[0] === 'client' && exempt.has(String(field[1])))) continue;
    diagnostics.push({
      severity: 'warning',
      field,
      ...position,
      message: 'names the confidential client',
      value: escapeControlCharacters(match[0]),
      fix: `write ${alias ? `“${alias}”` : 'the alias'} instead`,
    });
    if (diagnostics.length === maxOccurrences) break;
  }
  return diagnostics;
}

const maxOccurrences = 50;

/** Fields of the client that are never published, and the alias, which has a diagnostic of its own. */
const exempt = new Set(['name', 'also', 'alias', 'url']);

function asText(value: unknown): string[] {
  const text = value instanceof SourceScalar ? value.source : value;
  return typeof text === 'string' && text.trim() ? [text.trim()] : [];
}

/** Match the words of a name with any whitespace between them. */
function namePattern(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join('\\s+');
}

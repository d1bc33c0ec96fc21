import { valueAt } from '../documents/values.ts';
import type { Document } from '../documents/document.ts';
import { printable, type Finding } from '../documents/diagnostic.ts';
import { TypedScalar } from '../schemas/scalar.ts';

/** Find where the name of a confidential client, or another spelling of it, stands as whole words in what would be published. */
export function confidentialFindings(document: Document, slug: string): Finding[] {
  const confidential = valueAt(document.data, ['client', 'confidential']);
  if (!(confidential instanceof TypedScalar) || confidential.value !== true) return [];
  const names = [valueAt(document.data, ['client', 'name']), valueAt(document.data, ['client', 'also'])].flat().flatMap(asText);
  if (names.length === 0) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map(loosely).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const alias = asText(valueAt(document.data, ['client', 'alias']))[0];
  const findings: Finding[] = [];
  if (alias !== undefined && alias.search(pattern) !== -1) {
    findings.push({
      severity: 'error',
      field: ['client', 'alias'],
      message: 'holds the name that it is to hide',
      fix: 'choose an alias without it',
    });
  }
  if (slug.replaceAll('-', ' ').search(new RegExp(pattern.source.replaceAll("'", "'?"), 'iu')) !== -1) {
    findings.push({
      severity: 'warning',
      field: [],
      message: 'has the name of its confidential client in its file name',
      value: slug,
      fix: 'rename it',
    });
  }
  for (const match of document.text.matchAll(pattern)) {
    const inBody = document.place(match.index).line >= document.bodyLine;
    const field = inBody ? ['body'] : document.fieldAt(match.index);
    if (field === null || field[0] === 'extra' || (field[0] === 'client' && hidden.has(String(field[1])))) continue;
    const place = document.place(match.index);
    findings.push({
      severity: 'warning',
      field,
      ...place,
      message: 'names the confidential client',
      value: printable(match[0]),
      fix: `write ${alias ? `“${alias}”` : 'the alias'} instead`,
    });
    if (findings.length > 50) break;
  }
  return findings;
}

/** Fields of the client that are never published, and the alias, which is judged by itself. */
const hidden = new Set(['name', 'also', 'alias', 'url']);

function asText(value: unknown): string[] {
  const text = value instanceof TypedScalar ? value.source : value;
  return typeof text === 'string' && text.trim() ? [text.trim()] : [];
}

/** The words of a name with any blanks between them. */
function loosely(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
    .join('\\s+');
}

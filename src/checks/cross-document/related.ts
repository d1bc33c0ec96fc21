import { slugPattern } from '../../schemas/slug.ts';
import { isPublic } from '../../lib/visibility.ts';
import { closestMatch } from '../../schemas/closest-match.ts';
import type { FieldDiagnostic } from '../../documents/diagnostic.ts';
import { textAt, valueAt } from '../../documents/values.ts';
import type { CrossDocumentDiagnostic } from './cross-document.ts';
import type { CheckedFile } from '../document.ts';

/** Find related case studies that do not exist, are hidden on `today` (a calendar date), or are the document itself. */
export function checkRelated(files: readonly CheckedFile[], today: string): CrossDocumentDiagnostic[] {
  const projects = files.filter(({ collection, document }) => collection === 'projects' && document !== null);
  const originals = new Map(projects.flatMap((file) => (file.name.lang === null ? [[file.name.slug, file] as const] : [])));
  const endOfDay = new Date(`${today}T23:59:59Z`);
  return projects.flatMap((file) => {
    const written = valueAt(file.document?.data, ['related']);
    return (Array.isArray(written) ? written : []).flatMap((one, index): CrossDocumentDiagnostic[] => {
      const slug = textAt(one, [])?.trim() ?? '';
      if (!slugPattern.test(slug)) return [];
      const other = originals.get(slug);
      const found = slug === file.name.slug ? itself : other === undefined ? absent(slug, originals.keys()) : hidden(other, endOfDay);
      return found ? [{ path: file.path, diagnostic: { field: ['related', index], ...found } }] : [];
    });
  });
}

type Found = Omit<FieldDiagnostic, 'field'>;

const itself: Found = { severity: 'error', message: 'is the case study itself', fix: 'delete it' };

function absent(slug: string, slugs: Iterable<string>): Found {
  const match = closestMatch(slug, slugs);
  const fix = match ? `did you mean \`${match}\`?` : 'write the file name of a case study without `.md`, or delete it';
  return { severity: 'error', message: 'is not the slug of a case study', fix };
}

function hidden({ data, path }: CheckedFile, clock: Date): Found | null {
  if (data === null || isPublic(data, clock)) return null;
  return {
    severity: 'warning',
    message: `is hidden and not shown: ${path}`,
    fix: 'delete it, or publish that case study',
    related: [path],
  };
}

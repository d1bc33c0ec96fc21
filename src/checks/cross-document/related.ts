import { slugPattern } from '../../schemas/slug.ts';
import { isPublic } from '../../lib/visibility.ts';
import { closestMatch, didYouMean } from '../../schemas/closest-match.ts';
import { errorIn, warningIn, type FieldDiagnostic } from '../../documents/diagnostic.ts';
import { listAt, textAt } from '../../documents/values.ts';
import type { CrossDocumentDiagnostic } from './cross-document.ts';
import type { CheckedFile } from '../document.ts';

/** Find related case studies that do not exist, are hidden on `today` (a calendar date), or are the document itself. */
export function checkRelated(files: readonly CheckedFile[], today: string): CrossDocumentDiagnostic[] {
  const projects = files.filter(({ collection, document }) => collection === 'projects' && document !== null);
  const originals = new Map(projects.flatMap((file) => (file.name.lang === null ? [[file.name.slug, file] as const] : [])));
  const endOfDay = new Date(`${today}T23:59:59Z`);
  return projects.flatMap((file) => {
    const diagnostics = listAt(file.document?.data, ['related']).flatMap((one, index) => {
      const slug = textAt(one, [])?.trim() ?? '';
      const field = ['related', index];
      if (!slugPattern.test(slug)) return [];
      if (slug === file.name.slug) return [errorIn(field, 'is the case study itself', 'delete it')];
      const other = originals.get(slug);
      if (!other) return [unknownSlug(field, slug, originals.keys())];
      if (other.data === null || isPublic(other.data, endOfDay)) return [];
      const message = `is hidden and not shown: ${other.path}`;
      return [warningIn(field, message, 'delete it, or publish that case study', { related: [other.path] })];
    });
    return diagnostics.map((diagnostic) => ({ path: file.path, ...diagnostic }));
  });
}

/** Report a slug that no case study has. */
export function unknownSlug(field: readonly PropertyKey[], slug: string, slugs: Iterable<string>): FieldDiagnostic {
  const otherwise = 'write the file name of a case study without `.md`, or delete it';
  return errorIn(field, 'is not the slug of a case study', didYouMean(closestMatch(slug, slugs), otherwise));
}

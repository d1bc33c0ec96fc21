import { closestMatch, didYouMean } from '../../schemas/closest-match.ts';
import { attempt } from '../../documents/attempt.ts';
import { errorIn } from '../../documents/diagnostic.ts';
import { listAt, textAt } from '../../documents/values.ts';
import type { CrossDocumentDiagnostic } from './cross-document.ts';
import type { CheckedFile } from '../document.ts';

/** Find entries of `links` with the path of a file that is not in `public/`; `publicFiles` are relative to it. */
export function checkLinkedFiles(files: readonly CheckedFile[], publicFiles: ReadonlySet<string>): CrossDocumentDiagnostic[] {
  return files.flatMap(({ path, document }) =>
    listAt(document?.data, ['links']).flatMap((link, index) => {
      const url = textAt(link, ['url'])?.trim() ?? '';
      const name = fileName(url);
      if (name === null || publicFiles.has(name)) return [];
      const match = closestMatch(name, publicFiles);
      const fix = didYouMean(match && `/${match}`, 'put the file into `public/`, or write the whole address');
      const message = `was not found: there is no file \`public/${name}\``;
      return [{ path, ...errorIn(['links', index, 'url'], message, fix) }];
    }),
  );
}

/** Return the name of the file that a path of the site means; null for any other address. */
function fileName(url: string): string | null {
  return /^\/(?![/\\])/.test(url) ? attempt(() => decodeURIComponent(url.slice(1)), url.slice(1)) : null;
}

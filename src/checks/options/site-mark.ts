import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { Diagnostic } from '../../documents/diagnostic.ts';
import type { PictureError } from '../../documents/image-format.ts';
import { identifySvg } from '../../documents/svg.ts';
import { optionDiagnostic } from './site-config.ts';

/** Check the SVG that `theme.mark` names, if it is a path. */
export function checkMark(root: string, mark: string | undefined): Diagnostic[] {
  if (mark === undefined || mark === 'plate' || mark === 'initials') return [];
  const wrong = checkFile(root, mark);
  return wrong ? [optionDiagnostic({ field: 'theme.mark', value: mark, ...wrong }, root)] : [];
}

function checkFile(root: string, mark: string): Required<PictureError> | null {
  if (normalize(mark).startsWith('..')) return { message: 'is outside the project', fix: 'copy the file into `src/assets/`' };
  const file = join(root, mark);
  if (!existsSync(file) || !statSync(file).isFile())
    return { message: 'does not exist', fix: 'write the path of an SVG from the root of the project, like `src/assets/logo.svg`' };
  const bytes = readFileSync(file);
  const svg = identifySvg(bytes);
  if (svg === null) return { message: 'is no SVG', fix: 'export the mark as SVG; a picture in a file renamed to .svg is not enough' };
  if ('message' in svg) return svg;
  if (svg.notes?.includes('scripted'))
    return { message: 'contains code, which the header would not run', fix: 'save it as plain SVG, without scripts' };
  if (foreign.test(bytes.toString()))
    return {
      message: 'draws on another file, which browsers do not load for an icon',
      fix: 'embed pictures and fonts in the SVG when you export it',
    };
  const { width, height } = svg;
  if (!width || !height) return { message: 'has no size', fix: 'give its root element a `viewBox`' };
  if (Math.max(width / height, height / width) > longest)
    return {
      message: `is ${width} × ${height}, and icons are square`,
      fix: 'save the mark without the name beside it; the header shows your name after it',
    };
  return null;
}

/** A picture, style or shape from elsewhere; `#` refers to the file itself. */
const foreign = /<(?:image|use|feImage)\b[^>]*[\s:]href\s*=\s*["'](?!#|data:)|url\(\s*["']?(?!#|data:)[\w/.]|@import\b/i;

/** The longer side of a mark, as a multiple of the shorter one, that an icon still shows large enough. */
const longest = 1.5;

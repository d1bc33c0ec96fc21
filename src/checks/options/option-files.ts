import type { Diagnostic } from '../../documents/diagnostic.ts';
import { sidePackages } from '../../lib/side-packages.ts';
import { checkCardFonts } from './card-fonts.ts';
import { optionDiagnostic } from './site-config.ts';
import { checkMark } from './site-mark.ts';

/** Files that the owner's options name or need, other than pictures. */
export interface OptionFiles {
  /** `theme.mark` of the options. */
  mark?: string | undefined;
  cardFonts: readonly string[];
  /** `editor.path` of the options. */
  editor?: string | undefined;
}

/** Check that the files which the owner's options name or need can be used. */
export function checkOptionFiles(root: string, { mark, cardFonts, editor }: OptionFiles): Diagnostic[] {
  return [...checkMark(root, mark), ...checkCardFonts(root, cardFonts), ...checkEditor(root, editor)];
}

/** Check that the build can write the editor at its path, if it has one: its packages are no part of the site's. */
function checkEditor(root: string, path: string | undefined): Diagnostic[] {
  if (path === undefined || sidePackages(root, 'editor').isInstalled()) return [];
  const fix = 'run `npm run editor -- --install`, here and before each build';
  return [optionDiagnostic({ field: 'editor', message: 'needs packages that are not installed', fix }, root)];
}

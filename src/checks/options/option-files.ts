import type { Diagnostic } from '../../documents/diagnostic.ts';
import { checkCardFonts } from './card-fonts.ts';
import { checkEditor } from './editor.ts';
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
export function checkOptionFiles(root: string, named: OptionFiles | undefined): Diagnostic[] {
  return named ? [...checkMark(root, named.mark), ...checkCardFonts(root, named.cardFonts), ...checkEditor(root, named.editor)] : [];
}

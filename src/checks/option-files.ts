import type { Diagnostic } from '../documents/diagnostic.ts';
import { checkCardFonts } from './card-fonts.ts';
import { checkMark } from './site-mark.ts';

/** Files that the owner's options name, other than pictures. */
export interface OptionFiles {
  /** `theme.mark` of the options. */
  mark?: string | undefined;
  cardFonts: readonly string[];
}

/** Check that the files which the owner's options name can be used. */
export function checkOptionFiles(root: string, named: OptionFiles | undefined): Diagnostic[] {
  return named ? [...checkMark(root, named.mark), ...checkCardFonts(root, named.cardFonts)] : [];
}

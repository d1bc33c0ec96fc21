import { readFileSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import type { Diagnostic } from '../../documents/diagnostic.ts';
import { optionDiagnostic } from './site-config.ts';

/** Check that every font that `cardFonts` names is a file of the project. */
export function checkCardFonts(root: string, paths: readonly string[]): Diagnostic[] {
  return paths.flatMap((path, index) => {
    const wrong = checkFont(root, path);
    return wrong ? [optionDiagnostic({ field: `cardFonts[${index}]`, value: path, ...wrong }, root)] : [];
  });
}

function checkFont(root: string, path: string): Pick<Diagnostic, 'message' | 'fix'> | null {
  if (normalize(path).startsWith('..')) return { message: 'is outside the project', fix: 'copy the font into `src/assets/`' };
  const file = statSync(join(root, path), { throwIfNoEntry: false });
  if (!file?.isFile())
    return { message: 'does not exist', fix: 'write the path of a font from the root of the project, like `src/assets/noto-sans-sc.ttf`' };
  const start = readFileSync(join(root, path)).toString('latin1', 0, 4);
  if (signatures.has(start)) return null;
  const fix = 'convert it to .ttf, .otf or .woff; another name for the file is not enough';
  return { message: 'is no font that social images can use', fix };
}

/** The first bytes of TrueType, OpenType and WOFF fonts. */
const signatures = new Set(['\0\x01\0\0', 'true', 'OTTO', 'wOFF']);

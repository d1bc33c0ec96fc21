import { createLocator } from './positions.ts';
import { errorIn, escapeControlCharacters, type FieldDiagnostic } from './diagnostic.ts';

/** Decode UTF-8 and drop a byte order mark; for anything else return a diagnostic at the first character that is not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | FieldDiagnostic {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const fix = 'save the file as UTF-8';
    const isUtf16 = ['255,254', '254,255'].includes(bytes.subarray(0, 2).join());
    if (isUtf16) return errorIn([], 'is encoded as UTF-16, not UTF-8', fix, { line: 1, column: 1 });
    const lenient = new TextDecoder().decode(bytes);
    const position = createLocator(lenient)(lenient.indexOf('\uFFFD'));
    const value = escapeControlCharacters(lenient.split(/\r?\n/)[position.line - 1] ?? '');
    return errorIn([], 'is not valid UTF-8: `\uFFFD` marks the unreadable bytes', fix, { ...position, value });
  }
}

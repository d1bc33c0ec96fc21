import { createLocator } from './positions.ts';
import { escapeControlCharacters, type FieldDiagnostic } from './diagnostic.ts';

/** Decode UTF-8 and drop a byte order mark; for anything else return a diagnostic at the first character that is not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | FieldDiagnostic {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const utf16 = ['255,254', '254,255'].includes(bytes.subarray(0, 2).join());
    const lenient = new TextDecoder().decode(bytes);
    if (utf16) return { ...error, line: 1, column: 1, message: 'is encoded as UTF-16, not UTF-8' };
    const position = createLocator(lenient)(lenient.indexOf('\uFFFD'));
    const value = escapeControlCharacters(lenient.split(/\r?\n/)[position.line - 1] ?? '');
    return { ...error, ...position, message: 'is not valid UTF-8: `\uFFFD` marks the unreadable bytes', value };
  }
}

const error = { severity: 'error', field: [], fix: 'save the file as UTF-8' } as const;

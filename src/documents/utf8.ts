import { placer, type Place } from './positions.ts';
import { printable } from './diagnostic.ts';

/** Decode a file; one that is not UTF-8 is reported at its first wrong byte, and null. */
export function decode(bytes: Uint8Array, fault: Fault): string | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    fault({ line: 1, column: 1 }, 'is encoded as UTF-16', 'save the file as UTF-8');
    return null;
  }
  try {
    return strict.decode(bytes);
  } catch {
    const { line, column, byte, before } = firstBadByte(bytes);
    const code = `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    fault({ line, column }, `is not UTF-8: the byte ${code} cannot be read`, 'save the file as UTF-8', `${printable(before)}${code}`);
    return null;
  }
}

const strict = new TextDecoder('utf-8', { fatal: true });

/** Find the first byte that is no part of a character, and where an editor shows it. */
function firstBadByte(bytes: Uint8Array): Place & { byte: number; before: string } {
  let at = 0;
  for (let length = characterLength(bytes, at); length > 0; length = characterLength(bytes, at)) at += length;
  const before = new TextDecoder().decode(bytes.subarray(0, at));
  return { ...placer(before)(before.length), byte: bytes[at] ?? 0, before: before.slice(before.lastIndexOf('\n') + 1).slice(-40) };
}

/** The length of the character at an offset in bytes; 0 where there is none. */
function characterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0xff;
  if (lead < 0x80) return 1;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  try {
    strict.decode(bytes.subarray(at, at + length));
    return length;
  } catch {
    return 0;
  }
}

/** Notes a fault of the file as a whole. */
export type Fault = (place: Place, message: string, fix: string, value?: string) => void;

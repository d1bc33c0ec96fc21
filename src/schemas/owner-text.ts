import { z } from 'zod';
import { exceeds, graphemeCount, refusedBy } from './scalar.ts';

/** One line of the owner's text, 1 to `max` grapheme clusters. Line breaks and blanks around it only lay out the source; `empty` says what to write. */
export function ownerText(max = Infinity, { empty }: { empty?: string } = {}) {
  return z
    .string()
    .overwrite((value) => value.replace(/[ \t\r\n]+/g, ' ').trim())
    .min(1, { error: empty })
    .superRefine(refusedBy((value) => unprintable(value) ?? tooLong(value, max)));
}

/** Return which character of a text no page can contain, or turns around what follows it, with the fix; null for none. */
export function unprintable(text: string): string | null {
  const [found] = /(?![\t\r\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/u.exec(text) ?? [];
  const code = found?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return code === undefined ? null : `contains the invisible character U+${code}; delete it, or type the text again`;
}

/** Return the message for a text of more than `max` grapheme clusters; null for a shorter one. */
export function tooLong(text: string, max: number): string | null {
  return exceeds(text, max) ? `has ${graphemeCount(text)} characters; it may have at most ${max} characters` : null;
}

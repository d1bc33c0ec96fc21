import { graphemeCount } from '../../../src/schemas/scalar.ts';

/** Reduce a text to one line without tags. */
export function toSingleLine(text: string): string {
  return text
    .replace(/<\/?[a-z][a-z\d]*(?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*\s*\/?>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Get the first sentence of a text if it is short enough for a tagline (10 to 200 characters), else null. */
export function firstSentence(text: string): string | null {
  const sentence = /^.{10,}?[.!?](?=\s+\p{Lu}|\s*$)/su.exec(text)?.[0] ?? text;
  return sentence.length >= 10 && graphemeCount(sentence) <= 200 ? sentence : null;
}

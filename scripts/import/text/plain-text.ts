/** Reduce a text to one line without tags. */
export function toSingleLine(text: string): string {
  return text
    .replace(/<\/?[a-z][a-z\d]*(?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*\s*\/?>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

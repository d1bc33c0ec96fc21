/** Set the apostrophes of plain text as typography asks, as Markdown does for the rest; quotation marks stay as they are. */
export function setApostrophes(text: string): string {
  return text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
}

interface Heading {
  level: number;
  words: string;
  /** Offsets of the heading in the text. */
  start: number;
  end: number;
}

/** Find the headings of Markdown, with number signs or underlines. Expects protected code. */
export function findHeadings(text: string): Heading[] {
  const pattern = /^ {0,3}(#{1,6})[ \t]+([^\n]*?)(?:[ \t]+#+)?[ \t]*$|^(?! {0,3}(?:[-*+>|]|\d+[.)]) ?)([^\n]+)\n {0,3}(=+|-{3,})[ \t]*$/gm;
  return [...text.matchAll(pattern)].map((match) => ({
    level: match[1]?.length ?? (match[4]?.startsWith('=') ? 1 : 2),
    words: (match[2] ?? match[3] ?? '').trim(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Split a text into numbers, words and symbols in one pass; a line break is a symbol, other whitespace only separates tokens. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let adjacent = false;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [raw, number, word, space] = match;
    if (space !== undefined) {
      if (space.includes('\n'))
        tokens.push({ kind: 'symbol', text: '\n', lower: '\n', start: match.index, end: pattern.lastIndex, adjacent: false });
      adjacent = false;
      continue;
    }
    if (adjacent && raw.startsWith('.') && raw.length > 1 && tokens.at(-1)?.kind !== 'symbol') {
      // "Rs.500": after a word the dot is no decimal point.
      tokens.push({ kind: 'symbol', text: '.', lower: '.', start: match.index, end: match.index + 1, adjacent });
      pattern.lastIndex = match.index + 1;
      continue;
    }
    const kind = number !== undefined ? 'number' : word !== undefined ? 'word' : 'symbol';
    const lower = kind === 'word' ? raw.toLowerCase() : raw;
    tokens.push({ kind, text: raw, lower, start: match.index, end: pattern.lastIndex, adjacent });
    adjacent = true;
  }
  return tokens;
}

export interface Token {
  kind: 'number' | 'word' | 'symbol';
  text: string;
  lower: string;
  start: number;
  end: number;
  /** Follows the previous token without whitespace. */
  adjacent: boolean;
}

// Spaces group digits only in threes; words may contain apostrophes and hyphens. The alternatives exclude one another, so nothing backtracks.
const pattern =
  /(\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?![\d.,]?\d)|\d+(?:[.,'’]\d+)*|\.\d+)|(\p{L}[\p{L}\p{M}₀-₉]*(?:['’\-\u2011]\p{L}[\p{L}\p{M}]*)*)|(\s+)|-{1,2}>|={1,2}>|–>|./suy;

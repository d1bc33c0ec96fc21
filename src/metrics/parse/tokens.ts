/** Cut a text into numbers, words and signs in one pass; a line break is a sign, other white space is only remembered as a gap. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let glued = false;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [raw, number, word, space] = match;
    if (space !== undefined) {
      if (space.includes('\n'))
        tokens.push({ kind: 'sign', text: '\n', lower: '\n', start: match.index, end: pattern.lastIndex, glued: false });
      glued = false;
      continue;
    }
    if (glued && raw.startsWith('.') && raw.length > 1 && tokens.at(-1)?.kind !== 'sign') {
      // "Rs.500": behind a word the dot is no decimal point.
      tokens.push({ kind: 'sign', text: '.', lower: '.', start: match.index, end: match.index + 1, glued });
      pattern.lastIndex = match.index + 1;
      continue;
    }
    const kind = number !== undefined ? 'number' : word !== undefined ? 'word' : 'sign';
    const lower = kind === 'word' ? raw.toLowerCase() : raw;
    tokens.push({ kind, text: raw, lower, start: match.index, end: pattern.lastIndex, glued });
    glued = true;
  }
  return tokens;
}

export interface Token {
  kind: 'number' | 'word' | 'sign';
  text: string;
  lower: string;
  start: number;
  end: number;
  /** No white space between this token and the one before. */
  glued: boolean;
}

// Digits may be grouped by blanks only in threes, and words may hold apostrophes and hyphens; no alternative can match what another does.
const pattern =
  /(\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?![\d.,]?\d)|\d+(?:[.,'’]\d+)*|\.\d+)|(\p{L}[\p{L}\p{M}]*(?:['’\-\u2011]\p{L}[\p{L}\p{M}]*)*)|(\s+)|-{1,2}>|={1,2}>|–>|./suy;

/** Text that looks like a picture or a link, but that Markdown shows as it is written. */
interface LostLink {
  offset: number;
  written: string;
  message: string;
  fix: string;
}

/** The most that are reported for one text. */
const maxReported = 20;

/** Find what looks like a picture or link; `isSyntax` tells whether Markdown reads the text at an offset as one, or as code. */
export function findLostLinks(text: string, isSyntax: (offset: number) => boolean): LostLink[] {
  const lost: LostLink[] = [];
  for (const match of text.matchAll(candidates)) {
    const [written, embed, mark, gap = '', address = ''] = match;
    const picture = embed !== undefined || mark === '!';
    if (lost.length === maxReported) break;
    if (isSyntax(match.index) || (!picture && (gap !== '' || !/\s/.test(address.trim()) || !isAddress.test(address.trim())))) continue;
    const message = `looks like a ${picture ? 'picture' : 'link'}, but is shown as text`;
    lost.push({ offset: match.index, written, message, fix: fixFor(embed, gap) });
  }
  return lost;
}

/** `![[x]]` of another editor, and `![a](b)` or `[a](b)` with anything between the brackets. */
const candidates = /(?<!\\!?)(?:(!\[\[[^[\]\n]+\]\])|(!?)\[[^[\]\n]*\]([ \t]?)\(((?:[^()\n]|\([^()\n]*\))*)\))/g;
const isAddress = /^(?:\.{0,2}\/|https?:|mailto:|#)|\.[a-z0-9]{2,5}(?:[?#]\S*)?(?:\s+["'].*)?$/i;

function fixFor(embed: string | undefined, gap: string): string {
  if (embed !== undefined) return 'write `![what it shows](./picture.jpg)`';
  return gap === '' ? 'write `%20` for each space in the address, or put the address in `<…>`' : 'delete the space between `]` and `(`';
}

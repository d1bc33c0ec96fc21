/** Template code of another system that would show on the page as it stands. */
export interface Leftover {
  offset: number;
  written: string;
  kind: string;
}

const kinds = [
  { open: '{%', close: '%}', kind: 'a Liquid tag' },
  { open: '{{<', close: '>}}', kind: 'a Hugo shortcode' },
  { open: '{{%', close: '%}}', kind: 'a Hugo shortcode' },
  { open: '{{', close: '}}', kind: 'a Liquid output' },
  { open: '{:', close: '}', kind: 'a kramdown attribute list' },
] as const;

/** The most that are reported of one text. */
const most = 20;

/** Find leftovers in a text whose code has been blanked; in MDX only `{% … %}`, since braces are its expressions. */
export function findLeftovers(text: string, { mdx = false }: { mdx?: boolean } = {}): Leftover[] {
  const found: Leftover[] = [];
  for (let at = text.indexOf('{'); at !== -1 && found.length < most; at = text.indexOf('{', at + 1)) {
    const kind = kinds.find(({ open }) => text.startsWith(open, at) && (!mdx || open === '{%'));
    if (!kind) continue;
    const lineEnd = text.indexOf('\n', at);
    const limit = kind.open === '{:' && lineEnd !== -1 ? lineEnd : at + 2000;
    const close = text.slice(at + 2, limit).indexOf(kind.close);
    if (close === -1) continue;
    const end = at + 2 + close + kind.close.length;
    found.push({ offset: at, written: text.slice(at, end), kind: kind.kind });
    at = end - 1;
  }
  return found;
}

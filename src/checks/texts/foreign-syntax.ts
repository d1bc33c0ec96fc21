/** Template code of another system, which would appear on the page as text. */
interface ForeignSyntax {
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

/** The most that are reported for one text. */
const maxReported = 20;

/** Find foreign template syntax in a text without code; in MDX only `{% … %}`, since braces are its own expressions. */
export function findForeignSyntax(text: string, { mdx = false }: { mdx?: boolean } = {}): ForeignSyntax[] {
  const matches: ForeignSyntax[] = [];
  for (let at = text.indexOf('{'); at !== -1 && matches.length < maxReported; at = text.indexOf('{', at + 1)) {
    const syntax = kinds.find(({ open }) => text.startsWith(open, at) && (!mdx || open === '{%'));
    if (!syntax) continue;
    const lineEnd = text.indexOf('\n', at);
    const limit = syntax.open === '{:' && lineEnd !== -1 ? lineEnd : at + 2000;
    const close = text.slice(at + 2, limit).indexOf(syntax.close);
    if (close === -1) continue;
    const end = at + 2 + close + syntax.close.length;
    matches.push({ offset: at, written: text.slice(at, end), kind: syntax.kind });
    at = end - 1;
  }
  return matches;
}

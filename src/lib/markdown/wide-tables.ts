import { escapeHtml, unescapeHtml } from './escape-html.ts';

/**
 * Mark the figures in the tables of rendered HTML, which must not break, and wrap a table that may be wider than a phone, so that readers
 * can scroll it with a keyboard. Its caption names it, or the heading above, or else `name`.
 */
export function withWideTables(html: string, name: string): string {
  return html.replace(/<table(?=[\s>])[^]*?<\/table>/g, (table, at: number) => {
    if (table.indexOf('<table', 1) !== -1) return table;
    const marked = table.replace(cell, (whole, tag: string, attributes: string, content: string) => {
      const kind = kindOf(wordsOf(content));
      return kind && !/\sclass=/.test(attributes) ? `<${tag} class="${kind}"${attributes}>${content}</${tag}>` : whole;
    });
    if (leastWidth(table) <= widthOfPhone) return marked;
    const caption = /<caption[^>]*>([^]*?)<\/caption>/.exec(table)?.[1];
    const heading = [...html.slice(0, at).matchAll(/<h[1-6][^>]*>([^]*?)<\/h[1-6]>/g)].at(-1)?.[1];
    const label = escapeHtml(wordsOf(caption ?? heading ?? '') || name);
    return `<div class="wide" role="group" tabindex="0" aria-label="${label}">${marked}</div>`;
  });
}

const cell = /<(t[hd])((?:\s[^>]*)?)>([^]*?)<\/\1>/g;

/** Characters of the small text that fit on one line of a phone of 320 pixels. */
const widthOfPhone = 40;

/** Tell a number with its unit (`−70 %`, `1,240 ms`, `€ 1.2 M`, `3–5 days`), which must not break, and a word that must, like an address. */
function kindOf(words: string): 'num' | 'long' | undefined {
  if (longestWord(words) > 24) return 'long';
  const isFigure = words.length <= 20 && /^(?:\p{Lu}{3} |[^\p{L}\p{N}]{0,4})\p{N}/u.test(words);
  return isFigure && (words.match(/\p{L}+/gu) ?? []).length <= 2 ? 'num' : undefined;
}

/** Estimate the width of a table whose words do not break, in characters; between columns is room for one. */
function leastWidth(table: string): number {
  const columns: number[] = [];
  for (const [row] of table.matchAll(/<tr[^]*?<\/tr>/g)) {
    [...row.matchAll(cell)].forEach(([, , , content = ''], index) => {
      const words = wordsOf(content);
      const widths = { num: words.length, long: 12 };
      const kind = kindOf(words);
      columns[index] = Math.max(columns[index] ?? 0, kind ? widths[kind] : longestWord(words));
    });
  }
  return columns.reduce((sum, width) => sum + width + 1, 0);
}

function longestWord(words: string): number {
  return Math.max(...words.split(/[\s\-–/]/).map(({ length }) => length));
}

function wordsOf(html: string): string {
  return unescapeHtml(html.replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();
}

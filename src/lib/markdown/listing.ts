import { parseMeta } from './code-meta.ts';

/** What the fence of a listing asks for. */
export interface Listing {
  title: string | undefined;
  /** Whether long lines continue below instead of scrolling. */
  wrap: boolean;
  /** The element of each line that stands out, by its number from 1. */
  lines: ReadonlyMap<number, LineElement>;
}

type LineElement = (typeof lineElements)[keyof typeof lineElements];

/** The elements of lines, by the name that a fence writes before the braces: `{2}`, `ins={3}`. */
export const lineElements = { '': 'mark', ins: 'ins', del: 'del' } as const;

/** Words that a fence may have after its language, apart from line numbers. */
export const listingWords = ['wrap', 'title'] as const;

/** Read what follows the language of a listing's fence. */
export function readListing(meta: string): Listing {
  const { words, values, lines } = parseMeta(meta);
  const elements = Object.entries(lineElements).flatMap(([name, element]) =>
    (lines[name] ?? []).map((line): [number, LineElement] => [line, element]),
  );
  return { title: values['title'], wrap: words.includes('wrap'), lines: new Map(elements) };
}

/**
 * Join lines of HTML. Each that stands out is an element, which contains the end of its line; the lines between such elements are one, so
 * that all of them are blocks.
 */
export function joinLines(lines: readonly string[], { lines: elements }: Pick<Listing, 'lines'>): string {
  const runs: { element: string; html: string }[] = [];
  for (const [index, line] of lines.entries()) {
    const element = elements.get(index + 1) ?? 'span';
    const html = index === lines.length - 1 ? line : `${line}\n`;
    const last = runs.at(-1);
    if (last && element === 'span' && last.element === 'span') last.html += html;
    else runs.push({ element, html });
  }
  const plain = runs.every(({ element }) => element === 'span');
  return runs.map(({ element, html }) => (plain ? html : `<${element}>${html}</${element}>`)).join('');
}

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

/** Join lines of HTML; each that stands out is an element, which contains the end of its line. */
export function joinLines(lines: readonly string[], { lines: elements }: Pick<Listing, 'lines'>): string {
  return lines
    .map((line, index) => {
      const element = elements.get(index + 1);
      const ended = index === lines.length - 1 ? line : `${line}\n`;
      return element ? `<${element}>${ended}</${element}>` : ended;
    })
    .join('');
}

import chart from '../styles/chart.css?inline';
import film from '../styles/film.css?inline';
import blocks from '../styles/prose-blocks.css?inline';

/** Return the style sheets that texts need beside the main one: those of the blocks that they have. */
export function proseSheets(...texts: string[]): string[] {
  return sheets.flatMap(({ css, block }) => (texts.some((html) => block.test(html)) ? [css] : []));
}

/** Every style sheet of texts, for the booklet, which has all pages in one. */
export const allProseSheets = (): string[] => sheets.map(({ css }) => css);

const sheets = [
  { css: blocks, block: /<(?:pre|code|kbd|samp|table|blockquote|figcaption|hr|sup)\b|class="(?:contains-task-list|footnotes)/ },
  { css: chart, block: /<code class="language-csv" data-meta="(?:[^"]* )?chart[" ]/ },
  { css: film, block: /<video\b|<img data-picture="[^"]+\.(?:mp4|webm)"/i },
];

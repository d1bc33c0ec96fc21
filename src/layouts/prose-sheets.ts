import chart from '../styles/chart.css?inline';
import code from '../styles/code.css?inline';
import diagrams from '../styles/diagrams.css?inline';
import film from '../styles/film.css?inline';
import alerts from '../styles/prose-alerts.css?inline';
import blocks from '../styles/prose-blocks.css?inline';
import comparison from '../styles/prose-comparison.css?inline';
import embeds from '../styles/prose-embeds.css?inline';
import headings from '../styles/prose-headings.css?inline';
import pictures from '../styles/prose-pictures.css?inline';
import tables from '../styles/prose-tables.css?inline';
import terms from '../styles/prose-terms.css?inline';
import { splitProse } from '../lib/markdown/prose-parts.ts';

/** Return the style sheets that texts need beside the main one: those of the blocks that they have. */
export function proseSheets(...texts: string[]): string[] {
  const parts = texts.flatMap(splitProse);
  const has = ({ block, part }: Sheet): boolean =>
    texts.some((html) => block?.test(html)) || parts.some((one) => typeof one !== 'string' && part !== undefined && part in one);
  return sheets.flatMap((sheet) => (has(sheet) ? [sheet.css] : []));
}

/** Every style sheet of texts, for the booklet, which has all pages in one. */
export const allProseSheets = (): string[] => sheets.map(({ css }) => css);

/** A block of code in a language, unless it is drawn, or with words after the language. */
const listing =
  /<pre><code [^>]*\bclass="(?:[^"]* )?language-(?!(?:mermaid|dot|graphviz)"|csv" data-meta="[^"]*\bchart\b|(?:te?xt|plain(?:text)?)">)/;

/** The sheet of two pictures that readers compare. */
export const comparisonSheet = comparison;

interface Sheet {
  css: string;
  /** Recognises the block in rendered HTML. */
  block?: RegExp;
  /** Key of a part of a text. */
  part?: 'row' | 'before' | 'embed';
}

const sheets: readonly Sheet[] = [
  {
    css: blocks,
    block:
      /<(?:pre|code|kbd|samp|mark|blockquote|figcaption|hr|sup|sub)\b|<img data-picture[^>]* title=|class="(?:contains-task-list|footnotes)/,
  },
  { css: code, block: listing },
  { css: diagrams, block: /<code class="language-(?:mermaid|dot|graphviz)"/ },
  { css: chart, block: /<code class="language-csv" data-meta="(?:[^"]* )?chart[" ]/ },
  { css: film, block: /<video\b|<img data-picture="[^"]+\.(?:mp4|webm)"/i },
  { css: alerts, block: /<blockquote>\s*<p>\[![a-z]+\]/i },
  { css: tables, block: /<table\b/ },
  { css: terms, block: /<dl\b/ },
  { css: headings, block: /<h[2-6][^>]* id="(?!section-)/ },
  { css: pictures, part: 'row' },
  { css: comparison, part: 'before' },
  { css: embeds, part: 'embed' },
];

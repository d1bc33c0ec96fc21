import diagrams from '../styles/diagrams.css?inline';
import blocks from '../styles/prose-blocks.css?inline';

/** Return the style sheets that texts need beside the main one: those of the blocks that they have. */
export function proseSheets(...texts: string[]): string[] {
  return sheets.flatMap(({ css, block }) => (texts.some((html) => block.test(html)) ? [css] : []));
}

const sheets = [
  { css: blocks, block: /<(?:pre|code|kbd|samp|table|blockquote|figcaption|hr|sup)\b|class="(?:contains-task-list|footnotes)/ },
  { css: diagrams, block: /<code class="language-(?:mermaid|dot|graphviz)"/ },
];

import code from '../styles/code.css?inline';
import blocks from '../styles/prose-blocks.css?inline';

/** Return the style sheets that texts need beside the main one: those of the blocks that they have. */
export function proseSheets(...texts: string[]): string[] {
  return sheets.flatMap(({ css, block }) => (texts.some((html) => block.test(html)) ? [css] : []));
}

/** A block of code in a language, unless it is drawn, or with words after the language. */
const listing =
  /<pre><code [^>]*\bclass="(?:[^"]* )?language-(?!(?:mermaid|dot)"|csv" data-meta="[^"]*\bchart\b|(?:te?xt|plain(?:text)?)">)/;

const sheets = [
  { css: blocks, block: /<(?:pre|code|kbd|samp|table|blockquote|figcaption|hr|sup)\b|class="(?:contains-task-list|footnotes)/ },
  { css: code, block: listing },
];

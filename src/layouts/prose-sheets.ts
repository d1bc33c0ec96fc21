import blocks from '../styles/prose-blocks.css?inline';

/** Return the style sheets that texts need beside the main one: that of `prose-blocks.css` if one of them has such a block. */
export function proseSheets(...texts: string[]): string[] {
  return texts.some((html) => styledBlocks.test(html)) ? [blocks] : [];
}

const styledBlocks = /<(?:pre|code|kbd|samp|table|blockquote|figcaption|hr|sup)\b|class="(?:contains-task-list|footnotes)/;

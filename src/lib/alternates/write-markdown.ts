import type { Heading, Link, Paragraph, PhrasingContent, RootContent, Table, TableRow } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Handle } from 'mdast-util-to-markdown';

/** Write nodes as GitHub-flavoured Markdown that ends in a newline. Text is escaped, so that it reads as text wherever it is rendered. */
export function writeMarkdown(children: RootContent[]): string {
  return toMarkdown(
    { type: 'root', children },
    {
      ...{ bullet: '-', rule: '-', listItemIndent: 'one', resourceLink: true },
      // Every cell counts as three characters wide: no padding, and delimiters of three, which all parsers know.
      extensions: [gfmToMarkdown({ stringLength: () => 3 }), { handlers: { subscript } }],
    },
  );
}

/** A node of the Markdown processor that mdast does not have. */
export interface Subscript {
  type: 'subscript';
  children: PhrasingContent[];
}

export function heading(depth: Heading['depth'], text: string): Heading {
  return { type: 'heading', depth, children: oneLine(text) };
}

export function paragraph(text: string): Paragraph {
  return { type: 'paragraph', children: oneLine(text) };
}

export function link(text: string, url: string): Link {
  return { type: 'link', url, children: oneLine(text) as Link['children'] };
}

/** Make a table of text, the first row its head. */
export function table(rows: readonly (readonly string[])[]): Table {
  const row = (cells: readonly string[]): TableRow => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: oneLine(cell) })),
  });
  return { type: 'table', children: rows.map(row) };
}

function oneLine(text: string): PhrasingContent[] {
  return [{ type: 'text', value: text.replace(/\s+/g, ' ').trim() }];
}

const subscript: Handle = (node: Subscript, _, state, info) =>
  `~${state.containerPhrasing({ type: 'emphasis', children: node.children }, { ...info, before: '~', after: '~' })}~`;

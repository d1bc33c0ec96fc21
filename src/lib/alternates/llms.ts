import type { ListItem } from 'mdast';
import { heading, link, paragraph, writeMarkdown } from './write-markdown.ts';

/** Write an `llms.txt` (https://llmstxt.org): whose site it is, and where each part of it can be read as text or data. */
export function llmsTxt({ name, description, about, sections }: LlmsOptions): string {
  const lists = sections
    .filter(({ links }) => links.length > 0)
    .flatMap((section) => [
      heading(2, section.heading),
      { type: 'list' as const, ordered: false, spread: false, children: section.links.map(entry) },
    ]);
  return writeMarkdown([...headNodes({ name, description }), paragraph(about), ...lists]);
}

/** Write the text of a whole site into one file, with a rule between its documents. */
export function llmsFullTxt(site: Pick<LlmsOptions, 'name' | 'description'>, documents: readonly LlmsDocument[]): string {
  return [writeMarkdown(headNodes(site)), ...documents.map(({ url, markdown }) => `<${url}>\n\n${markdown}`)].join('\n---\n\n');
}

export interface LlmsOptions {
  name: string;
  description: string;
  about: string;
  sections: readonly { heading: string; links: readonly LlmsLink[] }[];
}

export interface LlmsLink {
  title: string;
  /** Absolute address. */
  url: string;
  about?: string | undefined;
}

export interface LlmsDocument {
  /** Absolute address of the page. */
  url: string;
  /** Ends in a newline. */
  markdown: string;
}

function headNodes({ name, description }: Pick<LlmsOptions, 'name' | 'description'>) {
  return [heading(1, name), { type: 'blockquote' as const, children: [paragraph(description)] }];
}

function entry({ title, url, about }: LlmsLink): ListItem {
  // Readers that follow the format to the letter end a link at the first bracket or parenthesis, escaped or not.
  const safe = link(title.replace(/\[/g, '(').replace(/\]/g, ')'), url.replaceAll('(', '%28').replaceAll(')', '%29'));
  const [notes] = about ? paragraph(`: ${about}`).children : [];
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: notes ? [safe, notes] : [safe] }] };
}

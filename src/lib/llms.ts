import { escapeMarkdown } from './twin-markdown.ts';

/** Write an `llms.txt` (https://llmstxt.org): whose site it is, and where each part of it stands as plain text or data. */
export function llmsTxt({ name, description, about, sections }: LlmsOptions): string {
  const lists = sections
    .filter(({ links }) => links.length > 0)
    .map(({ heading, links }) => `## ${oneLine(heading)}\n\n${links.map(entry).join('\n')}`);
  return `${[llmsHead({ name, description }), oneLine(about), ...lists].join('\n\n')}\n`;
}

/** Say whose site it is, in Markdown. */
export function llmsHead({ name, description }: Pick<LlmsOptions, 'name' | 'description'>): string {
  return `# ${oneLine(name)}\n\n> ${oneLine(description)}`;
}

/** Write the whole text of a site into one file, a rule between its documents, in pieces; `head` is its `llmsHead`. */
export async function* llmsFullTxt(head: string, documents: AsyncIterable<LlmsDocument> | Iterable<LlmsDocument>): AsyncGenerator<string> {
  yield head;
  for await (const { url, markdown } of documents) yield `\n\n---\n\n<${url}>\n\n${markdown.trim()}`;
  yield '\n';
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
  url: string;
  markdown: string;
}

function entry({ title, url, about }: LlmsLink): string {
  // Brackets would end the link for readers that take the format to the letter.
  const words = oneLine(title.replace(/\[/g, '(').replace(/\]/g, ')'));
  return `- [${words}](${url.replace(/[()\s]/g, encodeURIComponent)})${about ? `: ${oneLine(about)}` : ''}`;
}

/** Text as one line of Markdown in which no sign is one: whoever renders the file gets words, never markup. */
function oneLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').trim());
}

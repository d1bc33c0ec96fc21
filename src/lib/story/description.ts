import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { mdxToHast } from 'satteri';
import { excerpt } from './excerpt.ts';
import type { LinkTargets } from '../markdown/links.ts';
import { withoutWikiLinks } from '../markdown/wiki-links.ts';

/** The body of a document: as HTML, or for MDX, which only its components can render, as its author wrote it. */
export interface Body {
  body: string;
  html: string | undefined;
  targets: LinkTargets;
}

/** Describe a document in the first sentences of the first of its texts, HTML or a body, that has any; null where none has. */
export function firstSentences(texts: readonly (string | Body)[], locale: string): string | null {
  for (const text of texts) {
    const description = excerpt(nodesOf(text), locale);
    if (description !== null) return description;
  }
  return null;
}

function nodesOf(text: string | Body): Nodes {
  if (typeof text === 'string') return fromHtml(text, { fragment: true });
  const { html, body, targets } = text;
  return html === undefined ? mdxToHast(withoutWikiLinks(body, (address) => targets[address]?.title)) : nodesOf(html);
}

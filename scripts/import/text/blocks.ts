import { markdownToHtml } from 'satteri';
import { linkDestination } from './figures.ts';

/** Two characters of a private-use plane, which documents do not contain. */
const [opening, closing] = ['\u{F0004}', '\u{F0005}'];
const block = new RegExp(`^([ \\t]*)${opening}([^${closing}]*)${closing}[ \\t]*$|${opening}([^${closing}]*)${closing}`, 'gmu');

/** Mark Markdown that replaces a tag, for `placeBlocks`. */
export function markBlock(markdown: string): string {
  return markdown === '' ? '' : `${opening}${markdown}${closing}`;
}

/** Set marked Markdown into the text around it: as a block of its own, within a line or an attribute, or as HTML in a text that is HTML. */
export function placeBlocks(text: string, isHtml: boolean): string {
  const inAttributes = text.replace(
    new RegExp(`(=["'])${opening}!\\[[^\\]]*\\]\\(<?([^)>\\s]*)[^${closing}]*${closing}(?=["'])`, 'gu'),
    (_, before: string, url: string) => before + linkDestination(url),
  );
  return inAttributes.replace(
    block,
    (_, indent: string | undefined, alone: string | undefined, inline: string | undefined, offset: number) => {
      const markdown = alone ?? inline ?? '';
      if (isHtml) return markdownToHtml(markdown, { features: { frontmatter: false, smartPunctuation: false } }).html;
      const isInline = isOneParagraph(markdown) && !isInElement(inAttributes, offset);
      if (alone === undefined && (isInline || isInTable(inAttributes, offset)))
        return spaced(markdown.replace(/\s*\n\s*/g, ' '), inAttributes, offset);
      const margin = indent !== undefined && isInsideList(inAttributes, offset) ? indent : '';
      return `\n\n${markdown.replace(/^(?=.)/gm, margin)}\n\n`;
    },
  );
}

/** Check whether the line at an offset belongs to a list item above it. */
export function isInsideList(text: string, offset: number): boolean {
  const linesBefore = text.slice(0, offset).split('\n').slice(0, -1).reverse();
  const opener = linesBefore.find((line) => line.trim() !== '' && !/^\s/.test(line)) ?? '';
  return /^(?:[-*+]|\d+[.)])\s/.test(opener) || linesBefore.slice(0, 3).some((line) => /^\s*(?:[-*+]|\d+[.)])\s/.test(line));
}

/** Separate words from those before and after them in the line. */
function spaced(markdown: string, text: string, offset: number): string {
  const end = text.indexOf(closing, offset) + closing.length;
  const [before, after] = [/[\p{L}\p{N}.,:;!?]$/u.test(text.slice(0, offset)), /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))];
  return `${before ? ' ' : ''}${markdown}${after ? ' ' : ''}`;
}

function isOneParagraph(markdown: string): boolean {
  return !/\n\s*\n/.test(markdown) && !/^(?:#|>|- )/.test(markdown);
}

/** Check whether a tag of HTML precedes the offset, after which Markdown needs a blank line. */
function isInElement(text: string, offset: number): boolean {
  return /<[a-z][^<>]*>[ \t]*$/i.test(text.slice(text.lastIndexOf('\n', offset) + 1, offset));
}

function isInTable(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf('\n', offset) + 1).startsWith('|');
}

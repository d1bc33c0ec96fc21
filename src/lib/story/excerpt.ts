import type { Nodes } from 'hast';
import { memoize } from '../../i18n/memoize.ts';

/** The most characters of an excerpt, as search engines show them. */
const longest = 160;

/**
 * Take the first whole sentences of a text, at most 160 characters: from its paragraphs alone, up to the next heading, list, table or
 * block of code. A longer first sentence is cut between words. Null where no paragraph has words.
 */
export function excerpt(text: Nodes, locale: string): string | null {
  const runs = paragraphRuns(text);
  for (const paragraphs of runs) {
    const sentences = paragraphs.flatMap((paragraph) => wholeSentences(paragraph, locale));
    const fitting = leading(sentences);
    if (fitting.length > 0) return fitting.join(' ');
    if (sentences[0]) return shorten(sentences[0], longest);
  }
  // Without any sentence, words are better than nothing.
  const words = runs.flat().find((paragraph) => !paragraph.includes(unknown));
  return words === undefined ? null : shorten(words, longest);
}

/** Shorten a line to at most `limit` characters, cut between words. */
export function shorten(line: string, limit: number): string {
  return line.length <= limit ? line : `${line.slice(0, limit).replace(/[\s,.;:–-]*\s\S*$/, '')}…`;
}

/** Read the words of a node on one line, without references to footnotes. */
export function wordsOf(node: Nodes): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

/** Take sentences from the beginning for as long as they fit. */
function leading(sentences: readonly string[]): string[] {
  let length = -1;
  const end = sentences.findIndex((sentence) => (length += sentence.length + 1) > longest);
  return sentences.slice(0, end === -1 ? undefined : end);
}

/** Split a paragraph into sentences, without what follows the last full stop. */
function wholeSentences(paragraph: string, locale: string): string[] {
  const sentences: string[] = [];
  let start = '';
  for (const { segment } of segmenter(locale).segment(paragraph)) {
    start += segment;
    if (abbreviation.test(start)) continue;
    sentences.push(start.trim());
    start = '';
  }
  const end = sentences.findIndex((sentence) => !sentenceEnd.test(sentence) || sentence.includes(unknown));
  return sentences.slice(0, end === -1 ? undefined : end);
}

const segmenter = memoize((locale: string) => new Intl.Segmenter(locale, { granularity: 'sentence' }));

/** In place of what an expression or a component of MDX writes. */
const unknown = '\ufffc';

const sentenceEnd = /[.!?…。！？]["'”’“»›)\]]*$/;
/** Initials, and words that are shortened in the middle of a sentence. */
const abbreviation = /(?:^|[\s(.\u00a0])(?:\p{L}|dr|mrs?|ms|mme|prof|sra?|st|vs|no|nr|bzw|ca|approx)\.\s*$/iu;

/** List the words of paragraphs. A heading, list, table or block of code ends a group. */
function paragraphRuns(text: Nodes): string[][] {
  const runs: string[][] = [[]];
  const read = (node: Nodes): void => {
    if (node.type === 'root' || (node.type === 'element' && containers.has(node.tagName))) node.children.forEach(read);
    else if (node.type === 'element' && node.tagName === 'p') {
      const words = wordsOf(node);
      if (/\p{L}/u.test(words)) runs.at(-1)?.push(words);
    } else if (node.type !== 'text' && node.type !== 'comment' && runs.at(-1)?.length !== 0) runs.push([]);
  };
  read(text);
  return runs.filter(({ length }) => length > 0);
}

const containers = new Set(['article', 'center', 'div', 'main', 'section']);

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (/^mdx/.test(node.type) && !('children' in node && node.children.length > 0)) return unknown;
  if (!('children' in node)) return '';
  if (node.type === 'element' && node.tagName === 'br') return ' ';
  if (node.type === 'element' && 'dataFootnoteRef' in node.properties) return '';
  return node.children.map(textOf).join('');
}

import { parseMetrics } from '../../../src/metrics/parse/parse-metrics.ts';
import { fieldForHeading, isTechnologyHeading, type SectionField } from './section-headings.ts';
import { protectCode } from '../text/protect-code.ts';

/** Parts of a text that have a field of their own here, and what is left of it. */
export interface SplitText {
  /** In the order of the text; the heading is not in the text any more. */
  sections: { field: SectionField; heading: string; level: number; text: string }[];
  /** Text before the first heading. */
  intro: string;
  rest: string;
  /** A first heading that repeats the title, which was taken out. */
  title: string | null;
}

/** Cut a Markdown text at those of its topmost headings that name one of our fields. */
export function splitSections(markdown: string, title: string | undefined): SplitText {
  const { text, restore } = protectCode(markdown);
  const headings = findHeadings(text);
  const [first] = headings;
  const repeats =
    first !== undefined && text.slice(0, first.start).trim() === '' && title !== undefined && sameWords(restore(first.words), title);
  const below = repeats || (first?.level === 1 && headings.filter(({ level }) => level === 1).length === 1) ? headings.slice(1) : headings;
  const level = Math.min(...below.map((heading) => heading.level));
  const tops = below.filter((heading) => heading.level === level);
  const start = repeats ? first.end : 0;
  const whole: SplitText = { sections: [], intro: '', rest: restore(text.slice(start)).trim(), title: repeats ? restore(first.words) : null };
  const pieces = tops.map((heading, index) => {
    const end = tops[index + 1]?.start ?? text.length;
    return {
      field: fieldForHeading(restore(heading.words)),
      heading: restore(heading.words),
      text: text.slice(heading.end, end),
      all: text.slice(heading.start, end),
    };
  });
  const isSection = (piece: (typeof pieces)[number]): boolean => piece.field !== null && trimmed(piece.text) !== '';
  if (!pieces.some(isSection)) return whole;
  const definitions = definitionsIn(text);
  const complete = (piece: string): string => restore(withDefinitions(trimmed(piece), definitions));
  return {
    sections: pieces.flatMap((piece) =>
      isSection(piece) && piece.field ? [{ field: piece.field, heading: piece.heading, level, text: complete(piece.text) }] : [],
    ),
    intro: complete(text.slice(start, tops[0]?.start ?? text.length)),
    rest: complete(pieces.flatMap((piece) => (isSection(piece) ? [] : [piece.all.trim()])).join('\n\n')),
    title: whole.title,
  };
}

/** Lift the bold-led bullets that hold a figure (`- **60% less waste:** since March`) as sentences, without Markdown's signs. */
export function extractBoldMetrics(markdown: string): string[] {
  return bullets(markdown)
    .filter((bullet) => /^(?:\*\*|__)\S/.test(bullet))
    .map(plainWords)
    .filter((sentence) => parseMetrics(sentence).some(({ kind }) => kind !== 'statement'));
}

/** FieldValue the names of technologies out of a section that lists them; empty where the text has no such section. */
export function extractTechnologies(markdown: string): string[] {
  const { text, restore } = protectCode(markdown);
  const headings = findHeadings(text);
  const at = headings.findIndex(({ words }) => isTechnologyHeading(restore(words)));
  const heading = headings[at];
  if (!heading) return [];
  const section = restore(text.slice(heading.end, headings[at + 1]?.start ?? text.length));
  const listed = bullets(section);
  const lines = listed.length > 0 ? listed : section.split('\n');
  const names = lines.flatMap((line) =>
    plainWords(line)
      .replace(/^[^:]{2,40}:\s+/, '')
      .replace(/\s+[–—-]\s+.*$/, '')
      .split(/\s*[,;·|•]\s*|\s+and\s+/),
  );
  return [...new Set(names.map((name) => name.replace(/\s*\([^)]*\)\s*$/, '').trim()))].filter(
    (name) => name !== '' && name.length <= 40 && name.split(' ').length <= 4 && !/[.!?]$/.test(name),
  );
}

interface Heading {
  level: number;
  words: string;
  start: number;
  end: number;
}

function findHeadings(text: string): Heading[] {
  const pattern = /^ {0,3}(#{1,6})[ \t]+([^\n]*?)(?:[ \t]+#+)?[ \t]*$|^(?! {0,3}(?:[-*+>|]|\d+[.)]) ?)([^\n]+)\n {0,3}(=+|-{3,})[ \t]*$/gm;
  return [...text.matchAll(pattern)].map((found) => ({
    level: found[1]?.length ?? (found[4]?.startsWith('=') ? 1 : 2),
    words: (found[2] ?? found[3] ?? '').trim(),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** Rules and breaks at the edges only parted what is apart now. */
function trimmed(text: string): string {
  const rule = /^(?:-{3,}|\*{3,}|_{3,}|<br\s*\/?>)?\s*$/;
  const lines = text.split('\n');
  while (lines.length > 0 && rule.test(lines[0] ?? '')) lines.shift();
  while (lines.length > 0 && rule.test(lines.at(-1) ?? '')) lines.pop();
  return lines.join('\n');
}

interface Definition {
  label: string;
  line: string;
}

function definitionsIn(text: string): Definition[] {
  return [...text.matchAll(/^ {0,3}\[([^\]\n]+)\]:[ \t]*\S.*(?:\n {4}.*)*$/gm)].map(([line, label = '']) => ({
    label: label.toLowerCase(),
    line,
  }));
}

/** A section is rendered alone, so the addresses and notes it refers to go with it. */
function withDefinitions(piece: string, definitions: readonly Definition[]): string {
  const needed = definitions.filter(({ label, line }) => !piece.includes(line) && piece.toLowerCase().includes(`[${label}]`));
  return needed.length === 0 ? piece : `${piece}\n\n${needed.map(({ line }) => line).join('\n')}`;
}

function bullets(markdown: string): string[] {
  return [
    ...markdown.matchAll(/^\s{0,3}(?:[-*+]|\d{1,3}[.)])[ \t]+([^\n]+(?:\n(?!\s*(?:[-*+]|\d{1,3}[.)])\s|\s*\n|#)[ \t]+[^\n]+)*)/gm),
  ].map(([, words = '']) => words.replace(/\s+/g, ' ').trim());
}

function plainWords(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function sameWords(a: string, b: string): boolean {
  const fold = (text: string): string =>
    plainWords(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return fold(a) === fold(b);
}

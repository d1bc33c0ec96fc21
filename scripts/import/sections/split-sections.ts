import { sectionRole } from '../../../src/lib/section-roles.ts';
import type { SectionField } from '../../../src/schemas/sections.ts';
import { protectCode } from '../text/protect-code.ts';
import { findHeadings } from './headings.ts';
import { toPlainWords } from './lists.ts';

/** A Markdown text, split into the sections that belong to a field and the rest. */
interface SplitText {
  /** In the order of the text, without their headings. */
  sections: { field: SectionField; heading: string; level: number; text: string }[];
  /** The text before the first heading. */
  intro: string;
  rest: string;
  /** A first heading that repeats the title; it is in neither part. */
  title: string | null;
}

/** Split a Markdown text at those of its topmost headings that name one of our fields. */
export function splitSections(markdown: string, title: string | undefined): SplitText {
  const { text, restore } = protectCode(markdown);
  const headings = findHeadings(text);
  const [first] = headings;
  const repeatsTitle =
    first !== undefined && text.slice(0, first.start).trim() === '' && title !== undefined && sameWords(restore(first.words), title);
  const isOnlyTopHeading = first?.level === 1 && headings.filter(({ level }) => level === 1).length === 1;
  const candidates = repeatsTitle || isOnlyTopHeading ? headings.slice(1) : headings;
  const level = Math.min(...candidates.map((heading) => heading.level));
  const topmost = candidates.filter((heading) => heading.level === level);
  const start = repeatsTitle ? first.end : 0;
  const removedTitle = repeatsTitle ? restore(first.words) : null;
  const pieces = topmost.map((heading, index): Piece => {
    const end = topmost[index + 1]?.start ?? text.length;
    const body = text.slice(heading.end, end);
    const field = trimRules(body) === '' ? null : sectionRole(restore(heading.words));
    return { field, heading: restore(heading.words), body, whole: text.slice(heading.start, end) };
  });
  if (pieces.every(({ field }) => field === null))
    return { sections: [], intro: '', rest: restore(text.slice(start)).trim(), title: removedTitle };
  const definitions = findDefinitions(text);
  const complete = (piece: string): string => restore(addDefinitions(trimRules(piece), definitions));
  return {
    sections: pieces.flatMap(({ field, heading, body }) => (field === null ? [] : [{ field, heading, level, text: complete(body) }])),
    intro: complete(text.slice(start, topmost[0]?.start ?? text.length)),
    rest: complete(pieces.flatMap(({ field, whole }) => (field === null ? [whole.trim()] : [])).join('\n\n')),
    title: removedTitle,
  };
}

interface Piece {
  /** The field the section belongs to; null if it stays in the text. */
  field: SectionField | null;
  heading: string;
  body: string;
  /** With its heading. */
  whole: string;
}

/** Remove blank lines, rules and line breaks at both ends, which only separated the section from its neighbours. */
function trimRules(text: string): string {
  const rule = /^(?:-{3,}|\*{3,}|_{3,}|<br\s*\/?>)?\s*$/;
  const lines = text.split('\n');
  while (lines.length > 0 && rule.test(lines[0] ?? '')) lines.shift();
  while (lines.length > 0 && rule.test(lines.at(-1) ?? '')) lines.pop();
  return lines.join('\n');
}

/** A link reference or footnote definition, `[label]: …`. */
interface Definition {
  label: string;
  text: string;
}

function findDefinitions(text: string): Definition[] {
  return [...text.matchAll(/^ {0,3}\[([^\]\n]+)\]:[ \t]*\S.*(?:\n {4}.*)*$/gm)].map(([definition, label = '']) => ({
    label: label.toLowerCase(),
    text: definition,
  }));
}

/** Each section is rendered alone, so it needs its own copy of the definitions it refers to. */
function addDefinitions(piece: string, definitions: readonly Definition[]): string {
  const needed = definitions.filter(({ label, text }) => !piece.includes(text) && piece.toLowerCase().includes(`[${label}]`));
  return needed.length === 0 ? piece : `${piece}\n\n${needed.map(({ text }) => text).join('\n')}`;
}

function sameWords(a: string, b: string): boolean {
  const normalize = (text: string): string =>
    toPlainWords(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return normalize(a) === normalize(b);
}

import type { SectionField } from '../../schemas/sections.ts';
import { sectionRole } from './section-roles.ts';

/** What the body of a document says under its headings. */
export interface Story {
  /** The sections that its headings announce. */
  roles: ReadonlySet<SectionField>;
  /** The Markdown under its headings of results. */
  results: string;
}

/** A heading of a body, with its offsets there. */
export interface StoryHeading {
  text: string;
  level: number;
  start: number;
  end: number;
}

/** Split a body at its headings. */
export function storyOf(body: string, written: readonly StoryHeading[]): Story {
  const headings = written.map(({ text, ...heading }) => ({ ...heading, role: sectionRole(text) }));
  const results = headings.flatMap(({ role, level, end }, index) => {
    if (role !== 'results_metrics') return [];
    const next = headings.slice(index + 1).find((other) => other.level <= level);
    return [body.slice(end, next?.start)];
  });
  return { roles: new Set(headings.flatMap(({ role }) => role ?? [])), results: results.join('\n\n') };
}

/** Whether a body can have headings; most have none and need no tree. */
export function mayHaveHeadings(body: string): boolean {
  return body.length <= 2_000_000 && /^ {0,3}(?:#|=+[ \t]*$|-+[ \t]*$)/m.test(body);
}

/** Read a body without a parser of Markdown, if its headings are plain to see; null where a line may be HTML, nested or part of a heading, and in MDX. */
export function readPlainStory(body: string, { mdx }: { mdx: boolean }): Story | null {
  if (!mayHaveHeadings(body)) return storyOf(body, []);
  const prose = body.replace(fenced, (code) => code.replace(/[^\n]/g, ' '));
  const lines = [...prose.matchAll(/^(#{1,6})(?:[ \t].*)?$/gm)];
  if (mdx || unclear.test(prose) || lines.some(([line]) => inlineSyntax.test(line))) return null;
  const headings = lines.map(({ 0: text, 1: marks = '', index }) => ({
    text,
    level: marks.length,
    start: index,
    end: index + text.length,
  }));
  return storyOf(body, headings);
}

/** Code between fences that are not indented. */
const fenced = /^(`{3,})[^`\n]*$[^]*?(?:^ {0,3}\1`*[ \t]*$|(?![^]))|^(~{3,}).*$[^]*?(?:^ {0,3}\2~*[ \t]*$|(?![^]))/gm;

/** Lone carriage returns, other fences, HTML, underlined and indented headings. */
const unclear = /\r|^ {0,3}(?:```|~~~|<)|^ {1,3}#|\S[ \t]*\n {0,3}(?:=+|-+)[ \t]*$/m;

/** What makes the text of a heading differ from its line. */
const inlineSyntax = /[\\<[`]|&[#\w]+;|[\p{L}\p{N}][*_~]+[\p{L}\p{N}]/u;

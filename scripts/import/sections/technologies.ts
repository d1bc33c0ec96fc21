import { protectCode } from '../text/protect-code.ts';
import { headingKey } from '../../../src/lib/story/section-roles.ts';
import { toPlainWords } from '../text/plain-text.ts';
import type { Draft } from '../draft.ts';

/** Fill the technologies, if the front matter has none, from a list in the text. */
export function inferTechnologies({ fields, body, log }: Draft): void {
  const technologies = fields['technologies'] === undefined ? findTechnologies(body) : [];
  if (technologies.length === 0) return;
  fields['technologies'] = technologies.slice(0, 30);
  log.add('unsure', 'technologies', 'read from the text');
}

/** Get the names in a section that lists technologies; empty if the text has none. */
function findTechnologies(markdown: string): string[] {
  const { text, restore } = protectCode(markdown);
  const headings = findHeadings(text);
  const index = headings.findIndex(({ words }) => technologyHeadings.has(headingKey(restore(words))));
  const heading = headings[index];
  if (!heading) return [];
  const section = restore(text.slice(heading.end, headings[index + 1]?.start ?? text.length));
  const bullets = findBullets(section).map(splitNames);
  const names = (bullets.length > 0 ? bullets : leadingLists(section)).flat();
  return [...new Set(names)].filter(isName);
}

/** Headings of a list of technologies, in the form of `headingKey`. */
const technologyHeadings = new Set(
  `tech stack; technologies; technologies used; technology; tools; tools used; stack; built with; technical stack; technology stack;
   tech; tools and technologies; technologies and tools; tech used; skills; software used`.split(/;\s+/),
);

/** Get the names of the lines that contain nothing else, up to the first other line after them. */
function leadingLists(section: string): string[][] {
  const lines = section
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(splitNames);
  const isList = (names: readonly string[]): boolean => names.every(isName);
  const lists = lines.slice(Math.max(0, lines.findIndex(isList)));
  const end = lists.findIndex((names) => !isList(names));
  return end === -1 ? lists : lists.slice(0, end);
}

function splitNames(line: string): string[] {
  return toPlainWords(line)
    .replace(/^[^:]{2,40}:\s+/, '')
    .replace(/\s+[–—-]\s+.*$/, '')
    .split(/\s*[,;·|•](?![^()]*\))\s*|\s+and\s+/)
    .map((name) => name.replace(/\s*\([^)]*\)\s*$/, '').trim())
    .filter((name) => name !== '');
}

function isName(name: string): boolean {
  return name.length <= 40 && name.split(' ').length <= 4 && !/[.!?_]$/.test(name);
}

function findBullets(markdown: string): string[] {
  return [
    ...markdown.matchAll(/^\s{0,3}(?:[-*+]|\d{1,3}[.)])[ \t]+([^\n]+(?:\n(?!\s*(?:[-*+]|\d{1,3}[.)])\s|\s*\n|#)[ \t]+[^\n]+)*)/gm),
  ].map(([, words = '']) => words.replace(/\s+/g, ' ').trim());
}

interface Heading {
  level: number;
  words: string;
  /** Offsets of the heading in the text. */
  start: number;
  end: number;
}

/** Find the headings of Markdown, with number signs or underlines. Expects protected code. */
function findHeadings(text: string): Heading[] {
  const pattern = /^ {0,3}(#{1,6})[ \t]+([^\n]*?)(?:[ \t]+#+)?[ \t]*$|^(?! {0,3}(?:[-*+>|]|\d+[.)]) ?)([^\n]+)\n {0,3}(=+|-{3,})[ \t]*$/gm;
  return [...text.matchAll(pattern)].map((match) => ({
    level: match[1]?.length ?? (match[4]?.startsWith('=') ? 1 : 2),
    words: (match[2] ?? match[3] ?? '').trim(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

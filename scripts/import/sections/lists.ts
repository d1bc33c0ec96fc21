import { protectCode } from '../text/protect-code.ts';
import { findHeadings } from './headings.ts';
import { isTechnologyHeading } from './section-headings.ts';

/** Get the names in a section that lists technologies; empty if the text has none. */
export function findTechnologies(markdown: string): string[] {
  const { text, restore } = protectCode(markdown);
  const headings = findHeadings(text);
  const index = headings.findIndex(({ words }) => isTechnologyHeading(restore(words)));
  const heading = headings[index];
  if (!heading) return [];
  const section = restore(text.slice(heading.end, headings[index + 1]?.start ?? text.length));
  const bullets = findBullets(section).map(splitNames);
  const names = (bullets.length > 0 ? bullets : leadingLists(section)).flat();
  return [...new Set(names)].filter(isName);
}

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

/** Remove links, pictures and emphasis from Markdown. */
export function toPlainWords(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function findBullets(markdown: string): string[] {
  return [
    ...markdown.matchAll(/^\s{0,3}(?:[-*+]|\d{1,3}[.)])[ \t]+([^\n]+(?:\n(?!\s*(?:[-*+]|\d{1,3}[.)])\s|\s*\n|#)[ \t]+[^\n]+)*)/gm),
  ].map(([, words = '']) => words.replace(/\s+/g, ' ').trim());
}

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
  const bullets = findBullets(section);
  const names = (bullets.length > 0 ? bullets : section.split('\n')).flatMap((line) =>
    toPlainWords(line)
      .replace(/^[^:]{2,40}:\s+/, '')
      .replace(/\s+[–—-]\s+.*$/, '')
      .split(/\s*[,;·|•](?![^()]*\))\s*|\s+and\s+/),
  );
  return [...new Set(names.map((name) => name.replace(/\s*\([^)]*\)\s*$/, '').trim()))].filter(
    (name) => name !== '' && name.length <= 40 && name.split(' ').length <= 4 && !/[.!?]$/.test(name),
  );
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

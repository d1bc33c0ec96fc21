import { fromHtml } from 'hast-util-from-html';
import type { SectionField } from '../../schemas/sections.ts';
import { wordsOf } from './excerpt.ts';
import { sectionRole } from './section-roles.ts';
import { technologySlug, uniqueSlug } from '../technologies.ts';

/** Read the topmost headings of a text in HTML, and give each one without an id an id to link to. */
export function outline(html: string): { html: string; parts: OutlinePart[] } {
  const top = Math.min(...[...html.matchAll(headings)].map(([, level]) => Number(level)));
  const taken = new Set<string>();
  const parts: OutlinePart[] = [];
  const linked = html.replace(headings, (whole: string, level: string, attributes: string, content: string) => {
    const heading = wordsOf(fromHtml(content, { fragment: true }));
    if (Number(level) !== top || heading === '') return whole;
    const own = /\sid="([^"]+)"/.exec(attributes)?.[1];
    const id = own ?? uniqueSlug(`story-${technologySlug(heading)}`, taken);
    parts.push({ id, heading, role: sectionRole(heading) });
    return own === undefined ? `<h${level} id="${id}"${attributes}>${content}</h${level}>` : whole;
  });
  return { html: linked, parts };
}

/** A part of a text, and the section that its heading announces. */
interface OutlinePart {
  id: string;
  heading: string;
  role: SectionField | null;
}

/** The hidden heading above footnotes is none of the author's. */
const headings = /<h([1-6])((?:\s(?![^>]*\bsr-only\b)[^>]*)?)>([\s\S]*?)<\/h\1>/g;

import { graphemeCount } from '../../../src/schemas/scalar.ts';
import type { Draft } from '../draft.ts';
import { asText } from '../front-matter/values.ts';
import { toSingleLine } from '../text/plain-text.ts';
import { splitSections } from './split-sections.ts';

/** Move the sections of the text to their fields, and the text before them to the business context or the summary. */
export function extractSections(draft: Draft): void {
  const { fields, log } = draft;
  extractTitle(draft);
  const { sections, intro, rest, title } = splitSections(draft.body, asText(fields['title']));
  if (title !== null) log.add('dropped', 'text', `the heading ${title}, which repeats the title`);
  for (const [index, { field, heading, level, text }] of sections.entries()) {
    const previous = asText(fields[field]);
    // The second section of one field keeps its heading.
    const isRepeated = sections.slice(0, index).some((section) => section.field === field);
    const headed = isRepeated ? `${'#'.repeat(level)} ${heading}\n\n${text}` : text;
    fields[field] = previous === undefined ? text : `${previous}\n\n${headed}`;
    log.add('mapped', `the section ${heading}`, field);
  }
  const hasIntro = sections.length > 0 && /\p{L}{2}/u.test(intro);
  const introField = hasIntro ? ['business_context', 'executive_summary'].find((field) => fields[field] === undefined) : undefined;
  if (introField !== undefined) {
    fields[introField] = intro;
    log.add('unsure', introField, 'the text before the first heading');
  }
  draft.body = introField === undefined ? [intro, rest].filter(Boolean).join('\n\n') : rest;
}

function extractTitle({ fields, body, log }: Draft): void {
  const heading = /^\s*#[ \t]+([^\n]+?)[ \t]*#*[ \t]*(?=\n|$)/.exec(body)?.[1];
  if (fields['title'] !== undefined || heading === undefined || graphemeCount(toSingleLine(heading)) > 120) return;
  fields['title'] = toSingleLine(heading.replace(/[*_`]/g, ''));
  log.add('mapped', 'the first heading', 'title');
}

import { graphemeCount } from '../../../src/schemas/scalar.ts';
import type { Draft } from '../draft.ts';
import { asText } from '../front-matter/values.ts';
import { toPlainWords, toSingleLine } from '../text/plain-text.ts';

/** Remove first headings that repeat the title or say `Case study`; without a title, a first heading of level 1 becomes it. */
export function takeTitleHeading(draft: Draft): void {
  const { fields, body, log } = draft;
  const [heading = '', marks = '', words = ''] = /^\s*(#{1,6})[ \t]+([^\n]+?)[ \t]*#*[ \t]*(?:\n|$)/.exec(body) ?? [];
  const title = asText(fields['title']);
  if (heading === '') return;
  if (title === undefined ? marks !== '#' || graphemeCount(toSingleLine(words)) > 120 : !isSame(words, title)) return;
  if (title === undefined) {
    fields['title'] = toSingleLine(words.replace(/[*_`]/g, ''));
    log.add('mapped', 'the first heading', 'title');
  } else log.add('dropped', 'text', `the heading ${words}, which repeats the title`);
  draft.body = body.slice(heading.length).trim();
  takeTitleHeading(draft);
}

function isSame(a: string, b: string): boolean {
  const normalize = (text: string): string =>
    toPlainWords(text)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .replace(/\bcase stud(?:y|ies)\b/g, '')
      .trim();
  return normalize(a) === normalize(b) || normalize(a) === '';
}

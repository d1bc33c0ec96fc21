import type { Draft } from '../draft.ts';
import { findTechnologies } from './technologies.ts';

/** Fill the title, if front matter and text have none, from `fallbackTitle`, and the technologies from a list in the text. */
export function inferFields({ fields, body, log }: Draft, fallbackTitle: string): void {
  if (fields['title'] === undefined) {
    fields['title'] = fallbackTitle;
    log.add('unsure', 'title', "made from the file's name");
  }
  const technologies = fields['technologies'] === undefined ? findTechnologies(body) : [];
  if (technologies.length === 0) return;
  fields['technologies'] = technologies.slice(0, 30);
  log.add('unsure', 'technologies', 'read from the text');
}

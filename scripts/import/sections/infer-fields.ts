import type { Draft } from '../draft.ts';
import { asText } from '../front-matter/values.ts';
import { findTechnologies } from './lists.ts';

/** Fill the fields that front matter leaves empty from the text: technologies; the title from `fallbackTitle`. */
export function inferFields({ fields, body, log }: Draft, fallbackTitle: string): void {
  const textOf = (field: string): string => asText(fields[field]) ?? '';
  const infer = (field: string, value: unknown, source: string): void => {
    if (fields[field] !== undefined || value === undefined) return;
    fields[field] = value;
    log.add('unsure', field, source);
  };
  infer('title', fallbackTitle, "made from the file's name");
  const sections = [body, textOf('implementation_details'), textOf('solution_architecture'), textOf('business_context')];
  const technologies = sections.map(findTechnologies).find((names) => names.length > 0);
  infer('technologies', technologies?.slice(0, 30), 'read from the text');
}

import { graphemeCount } from '../../../src/schemas/scalar.ts';
import type { Draft } from '../draft.ts';
import { asText } from '../front-matter/values.ts';
import { firstSentence, toSingleLine } from '../text/plain-text.ts';
import { boldLedMetrics, findTechnologies } from './lists.ts';

/** Fill the fields that front matter leaves empty from the text: metrics, technologies and a tagline; the title from `fallbackTitle`. */
export function inferFields({ fields, body, log }: Draft, fallbackTitle: string): void {
  const textOf = (field: string): string => asText(fields[field]) ?? '';
  const infer = (field: string, value: unknown, source: string): void => {
    if (fields[field] !== undefined || value === undefined) return;
    fields[field] = value;
    log.add('unsure', field, source);
  };
  infer('title', fallbackTitle, "made from the file's name");
  const metrics = fields['metrics'] === undefined ? boldLedMetrics(textOf('results_metrics')) : [];
  if (metrics.length > 0) {
    fields['metrics'] = metrics;
    log.add('mapped', `${metrics.length} bold-led points of the results`, 'metrics');
  }
  const sections = [body, textOf('implementation_details'), textOf('solution_architecture'), textOf('business_context')];
  const technologies = sections.map(findTechnologies).find((names) => names.length > 0);
  infer('technologies', technologies?.slice(0, 30), 'read from the text');
  const texts = [textOf('executive_summary'), textOf('business_context'), body, textOf('technical_challenges')];
  const [sentence] = texts.flatMap((text) => firstSentence(firstParagraph(text) ?? '') ?? []);
  infer('tagline', sentence, 'the first sentence of the text');
}

/** Get the first paragraph of prose as plain text; null if it is shorter than 20 characters. */
function firstParagraph(markdown: string): string | null {
  const paragraph = markdown
    .split(/\n\s*\n/)
    .map((block) => block.trim())
    .find((block) => /^[\p{L}\p{N}"'*_“(]/u.test(block) && !/^(?:\d+[.)]|[-*+])\s/.test(block) && !/[{<|]/.test(block));
  const plain = (paragraph ?? '').replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]{1,2}(?=\S)|(?<=\S)[*_`]{1,2}/g, '');
  const text = toSingleLine(plain);
  return graphemeCount(text) >= 20 ? text : null;
}

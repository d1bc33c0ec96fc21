import { graphemeCount } from '../../../src/schemas/scalar.ts';
import { asText } from '../front-matter/values.ts';
import { firstSentence } from '../fields/map-fields.ts';
import type { ConversionLog } from '../conversion-log.ts';
import { extractBoldMetrics, splitSections, extractTechnologies } from './split-sections.ts';
import { line } from '../fields/field-reader.ts';

/** A document between reading and writing. */
export interface Draft {
  fields: Record<string, unknown>;
  extra: Record<string, unknown>;
  body: string;
  conversionLog: ConversionLog;
}

/** Sections of the text become fields; the text before them is their beginning. */
export function extractSections(draft: Draft): void {
  const { fields, conversionLog } = draft;
  const heading = /^\s*#[ \t]+([^\n]+?)[ \t]*#*[ \t]*(?=\n|$)/.exec(draft.body)?.[1];
  if (fields['title'] === undefined && heading !== undefined && graphemeCount(line(heading)) <= 120) {
    fields['title'] = line(heading.replace(/[*_`]/g, ''));
    conversionLog.note('mapped', 'the first heading', 'title');
  }
  const { sections, intro, rest, title } = splitSections(draft.body, asText(fields['title']));
  if (title !== null) conversionLog.note('dropped', 'text', `the heading ${title}, which repeats the title`);
  for (const [index, { field, heading, level, text }] of sections.entries()) {
    const held = asText(fields[field]);
    const again = sections.slice(0, index).some((one) => one.field === field);
    fields[field] = held === undefined ? text : `${held}\n\n${again ? `${'#'.repeat(level)} ${heading}\n\n` : ''}${text}`;
    conversionLog.note('mapped', `the section ${heading}`, field);
  }
  const opening =
    sections.length === 0 || !/\p{L}{2}/u.test(intro)
      ? null
      : fields['business_context'] === undefined
        ? 'business_context'
        : fields['executive_summary'] === undefined
          ? 'executive_summary'
          : null;
  if (opening !== null) {
    fields[opening] = intro;
    conversionLog.note('unsure', opening, 'the text before the first heading was taken for it');
  }
  draft.body = opening === null ? [intro, rest].filter(Boolean).join('\n\n') : rest;
}

/** What front matter leaves open may be said by the text: a tagline, metrics, technologies. */
export function inferFields({ fields, body, conversionLog }: Draft, name: string): void {
  const { note } = conversionLog;
  if (fields['title'] === undefined) {
    fields['title'] = name;
    note('unsure', 'title', "made of the file's name");
  }
  const results = asText(fields['results_metrics']);
  const lifted = results === undefined || fields['metrics'] !== undefined ? [] : extractBoldMetrics(results);
  if (lifted.length > 0) {
    fields['metrics'] = lifted;
    note('mapped', `${lifted.length} bold-led points of the results`, 'metrics');
  }
  const everything = [
    body,
    ...['implementation_details', 'solution_architecture', 'business_context'].map((key) => asText(fields[key]) ?? ''),
  ];
  if (fields['technologies'] === undefined) {
    const named = everything
      .map(extractTechnologies)
      .find((names) => names.length > 0)
      ?.slice(0, 30);
    if (named) {
      fields['technologies'] = named;
      note('unsure', 'technologies', 'read out of the text');
    }
  }
  if (fields['tagline'] === undefined) {
    const texts = [fields['executive_summary'], fields['business_context'], body, fields['technical_challenges']].map(
      (text) => asText(text) ?? '',
    );
    const sentence = texts.flatMap((text) => firstSentence(firstParagraph(text) ?? '') ?? [])[0] ?? null;
    if (sentence !== null) {
      fields['tagline'] = sentence;
      note('unsure', 'tagline', 'the first sentence of the text');
    }
  }
}

function firstParagraph(text: string): string | null {
  const paragraph = text
    .split(/\n\s*\n/)
    .find((one) => /^[\p{L}\p{N}"'*_“(]/u.test(one.trim()) && !/^(?:\d+[.)]|[-*+])\s/.test(one.trim()) && !/[{<|]/.test(one));
  const words =
    paragraph === undefined
      ? ''
      : line(paragraph.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*_`]{1,2}(?=\S)|(?<=\S)[*_`]{1,2}/g, ''));
  return graphemeCount(words) >= 20 ? words : null;
}

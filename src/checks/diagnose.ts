import { placeOf } from '../documents/collections.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { maxReadableBytes } from '../documents/front-matter.ts';
import { textAt, valueAt } from '../documents/values.ts';
import { mayHaveHeadings, noStory } from '../lib/story-parts.ts';
import { checkFields, openDocument } from './fields.ts';
import { locateAll } from './locate.ts';
import { readBack, type Reading } from './readings.ts';
import { checkPlainText, textFields } from './text-fields.ts';

export type { Reading };

/** What the check finds in one document, and what it understands of its outcomes. */
export interface Diagnosis {
  /** As `npm run check` reports them, sorted by position. */
  diagnostics: Diagnostic[];
  outcomes: Reading[];
}

export interface DiagnoseOptions {
  /** Calendar date of the check, `YYYY-MM-DD`. */
  today: string;
  /** Language of the site, BCP 47; English by default. */
  locale?: string | undefined;
}

/**
 * Check one document of projects, pages or selections without files or other documents, in Node and in browsers. `path` starts at the
 * project's root; a file that is no such document has no diagnostics. Never throws. It leaves out what `leftOut` names.
 */
export function diagnose(text: string, path: string, { today, locale }: DiagnoseOptions): Diagnosis {
  const place = placeOf(path);
  const bytes = new TextEncoder().encode(text);
  const opened = place && openDocument(path, place.relative, () => (bytes.length > maxReadableBytes ? null : bytes));
  if (!opened) return { diagnostics: [], outcomes: [] };
  const { name, document, diagnostics } = opened;
  if (!document?.data) return { diagnostics: locateAll(diagnostics, path, document), outcomes: [] };
  const story = mayHaveHeadings(document.body) ? null : noStory;
  const { errors, advice } = checkFields(document, { ...place, name, today, locale, story: () => story });
  const texts = textFields(document).filter(({ markdown }) => !markdown);
  const inTexts = texts.flatMap(({ path: field, text: words }) => checkPlainText(field, words, document));
  const lang = name.lang ?? textAt(document.data, ['lang']) ?? locale ?? 'en';
  const metrics = place.collection === 'projects' ? valueAt(document.data, ['metrics']) : undefined;
  return {
    diagnostics: locateAll([...diagnostics, ...errors, ...inTexts, ...advice], path, document),
    outcomes: readBack(metrics, { lang, locale: locale ?? 'en' }),
  };
}

import { metricsSchema } from '../schemas/metric.ts';
import { entriesOf, type OutcomeEntry } from '../lib/content/outcome-entries.ts';
import type { Value } from '../lib/content/values.ts';
import { describeOutcome } from '../metrics/format/format-outcome.ts';
import { readOutcomes } from '../metrics/read-outcomes.ts';

/** What one outcome was understood as. */
export interface Reading {
  /** Its index in the form's flat list of outcomes. */
  index: number;
  /** “Page loads: from 3.5 s to 0.8 s”; null when nothing was understood. */
  words: string | null;
}

/**
 * Read back the outcomes of `metrics` as written. `lang`, the document's language, decides how its numbers are read, `locale` the language
 * of the words.
 */
export function readBack(metrics: unknown, { lang, locale }: ReadingOptions): Reading[] {
  return entriesOf(metrics as Value | undefined).map((entry, index) => ({ index, words: wordsOf(entry, lang, locale) }));
}

export interface ReadingOptions {
  lang: string;
  locale: string;
}

function wordsOf({ category, value }: OutcomeEntry, lang: string, locale: string): string | null {
  const parsed = metricsSchema.safeParse(category === '' ? value : { [category]: value });
  if (!parsed.success) return null;
  const understood = readOutcomes(parsed.data, undefined, lang).flatMap((outcome) => describeOutcome(outcome, locale) ?? []);
  return understood.join('; ') || null;
}

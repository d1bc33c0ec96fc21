import { metricsSchema } from '../../schemas/metric.ts';
import { entriesOf, type OutcomeEntry } from '../../lib/content/outcome-entries.ts';
import type { Value } from '../../lib/content/values.ts';
import { describeOutcome } from '../../metrics/format/format-outcome.ts';
import type { Outcome } from '../../metrics/model/types.ts';
import { readOutcomes } from '../../metrics/read-outcomes.ts';

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
  return readEach(metrics, lang).map((outcomes, index) => ({ index, words: wordsOf(outcomes, locale) }));
}

/** Read each outcome of `metrics` as written, in the order of the form; one that cannot be read is none. */
export function readEach(metrics: unknown, lang: string): Outcome[][] {
  return entriesOf(metrics as Value | undefined).map((entry) => outcomesOf(entry, lang));
}

export interface ReadingOptions {
  lang: string;
  locale: string;
}

function outcomesOf({ category, value }: OutcomeEntry, lang: string): Outcome[] {
  const parsed = metricsSchema.safeParse(category === '' ? value : { [category]: value });
  return parsed.success ? readOutcomes(parsed.data, undefined, lang) : [];
}

function wordsOf(outcomes: readonly Outcome[], locale: string): string | null {
  return outcomes.flatMap((outcome) => describeOutcome(outcome, locale) ?? []).join('; ') || null;
}

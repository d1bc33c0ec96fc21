import type { Document } from '../../documents/document.ts';
import { formatOutcome } from '../../metrics/format/format-outcome.ts';
import { readOutcomes } from '../../metrics/read-outcomes.ts';
import { isStructured, metricsSchema } from '../../schemas/metric.ts';
import { valueAt } from '../../documents/values.ts';
import { SourceScalar } from '../../schemas/scalar.ts';
import type { Reading } from '../api.ts';

/** Say what each outcome in the front matter was understood as, in the words of a locale. */
export function readingsOf({ data }: Pick<Document, 'data'>, locale: string): Reading[] {
  return outcomesIn(valueAt(data, ['metrics'])).map((written, index) => ({ index, words: wordsOf(written, locale) }));
}

function wordsOf(written: { category: string | null; value: unknown }, locale: string): string | null {
  const { category, value } = written;
  const { data } = metricsSchema.safeParse(category === null ? value : { [category]: value });
  if (data === undefined) return null;
  const read = readOutcomes(data, undefined, locale).map((outcome) => formatOutcome(outcome, locale).accessible);
  return read.join('; ') || null;
}

/** List outcomes as the form does: flat, each with its category. */
function outcomesIn(written: unknown): { category: string | null; value: unknown }[] {
  if (written === undefined || written === null) return [];
  const isMap = typeof written === 'object' && !Array.isArray(written) && !(written instanceof SourceScalar) && !isStructured(written);
  const groups = isMap ? Object.entries(written) : [[null, written] as const];
  return groups.flatMap(([category, value]) => [value].flat().map((one: unknown) => ({ category, value: one })));
}

import { changeFactor, isAvailability } from '../model/evaluate.ts';
import type { Outcome } from '../model/types.ts';
import { formatFigure, formatNumber } from './format-figure.ts';
import { formatOutcome } from './format-outcome.ts';

/**
 * Return the outcomes that a reader can apply to a number of their own, each with an example: its old state, 100 for a bare percentage, or
 * the stated percentage for an availability. Other outcomes are left out.
 */
export function readerExamples(outcomes: readonly Outcome[], locale: string): ReaderExample[] {
  return outcomes.flatMap((outcome): ReaderExample[] => {
    const label = formatOutcome(outcome, locale).label || outcome.text;
    if (isAvailability(outcome)) return [{ label, example: formatNumber(outcome.value ?? 0, locale), unit: '%', factor: null }];
    const factor = changeFactor(outcome);
    if (factor === null) return [];
    const before = outcome.before?.value == null ? null : outcome.before;
    return [{ label, example: formatNumber(before?.value ?? 100, locale), unit: before ? formatFigure(before, locale).unit : '', factor }];
  });
}

export interface ReaderExample {
  label: string;
  /** The number the input begins with, formatted in the locale. */
  example: string;
  /** The unit with the space before it; empty if unknown. */
  unit: string;
  /** The factor from the reader's number to the result; null for an availability, whose result is its downtime. */
  factor: number | null;
}

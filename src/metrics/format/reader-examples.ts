import { kept } from '../../i18n/memoize.ts';
import { formatNumber, formatFigure } from './format-figure.ts';
import { formatOutcome } from './format-outcome.ts';
import { isAvailability, changeFactor } from '../model/evaluate.ts';
import type { Outcome } from '../model/types.ts';
import { answer } from './your-numbers.ts';

/**
 * Give the outcomes a reader can apply to a figure of their own, each with the figure to begin with: its own baseline, a round
 * hundred for a bare percentage, the stated percentage for an availability. Everything else is left out.
 */
export function readerExamples(outcomes: readonly Outcome[], locale: string): ReaderExample[] {
  return outcomes.flatMap((outcome): ReaderExample[] => {
    const label = formatOutcome(outcome, locale).label || outcome.text;
    if (isAvailability(outcome)) return [{ label, example: formatNumber(outcome.value ?? 0, locale), unit: '%', factor: null }];
    const factor = changeFactor(outcome);
    if (factor === null) return [];
    const { before } = outcome;
    const known = before && before.value !== null ? before : null;
    return [{ label, example: formatNumber(known?.value ?? 100, locale), unit: known ? formatFigure(known, locale).unit : '', factor }];
  });
}

/** What the reader is answered at first; few examples are told from one another. */
export const exampleAnswer = kept(answer);

export interface ReaderExample {
  label: string;
  /** The figure the input begins with, written in the locale. */
  example: string;
  /** Unit with the space that belongs before it; empty where none is known. */
  unit: string;
  /** What turns the reader's figure into the result; null for an availability, whose result is its downtime. */
  factor: number | null;
}

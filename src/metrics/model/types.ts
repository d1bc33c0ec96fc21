import type { Unit } from '../../schemas/units.ts';

export type { Unit };
export type Kind = 'change' | 'multiple' | 'transition' | 'level' | 'statement';
export type Bound = 'exact' | 'at_least' | 'at_most' | 'approx';
export type Direction = 'up' | 'down';
export type Better = 'lower' | 'higher';

/** A quantity as the author stated it: expanded (21k is 21000), never converted. */
export interface Quantity {
  value: number | null;
  /** The upper end where the author gave a range. */
  upper: number | null;
  unit: Unit | null;
  /** ISO 4217 for money, else null. */
  currency: string | null;
  bound: Bound;
}

/** One outcome as stated; what follows from it (relative change, agreement) is derived by `judge.ts`, never stored. */
export interface Metric extends Quantity {
  kind: Kind;
  /** The author's own words, whole. */
  text: string;
  /** The whole that a count or a score is told of: 10 for "9 of 10". */
  outOf?: number | null;
  /** The way the subject's quantity moved; null for level and statement. */
  direction: Direction | null;
  /** The old state of a transition. */
  before: Quantity | null;
  /** The own result of a transition. */
  after: Quantity | null;
  /** The shortest phrase in the author's words that names what is measured. */
  subject: string | null;
  /** Whether the move is an improvement; null where it cannot be said. */
  good: boolean | null;
}

/** A metric with what the author says around it in the structured form, and where it was written. */
export interface Outcome extends Metric {
  /** The key it was written under (`performance`), null in a list or a single string. */
  category: string | null;
  label: string | null;
  period: string | null;
  method: string | null;
  source: string | null;
  context: string | null;
  headline: boolean;
  /** The author's own word on which way is the good one; null where the words of the metric say it. */
  better?: Better | null;
}

import type { Period, Unit } from '../../schemas/units.ts';

export type { Period, Unit };
export type Kind = 'change' | 'multiple' | 'transition' | 'level' | 'statement';
export type Bound = 'exact' | 'at_least' | 'at_most' | 'approx';
export type Direction = 'up' | 'down';
export type Better = 'lower' | 'higher';

/** A quantity as the author stated it: expanded (21k is 21000) but never converted. `makeQuantity` makes one. */
export interface Quantity {
  value: number | null;
  /** The upper end of a range; null for a single value. */
  upper: number | null;
  unit: Unit | null;
  /** The physical or technical unit of a `count` that has one, as the author writes it: km, kWh/m², tickets; of money the unit that it buys (€0.42/kWh); of a duration both its units: `h 20 min`. */
  symbol: string | null;
  /** ISO 4217 code for money, else null. */
  currency: string | null;
  bound: Bound;
  /** The author's words for the bound, before the number: "within", "at most", "bis zu"; `<` or `>` for these signs; null if it was another sign (+, ~) or there is none. */
  boundText: string | null;
  /** The period of a rate: an hour in "120 drawings an hour". */
  per: Period | null;
}

/** One outcome as stated. What follows from it (relative change, agreement) is computed in `evaluate.ts`, never stored. */
export interface Metric extends Quantity {
  kind: Kind;
  /** The author's words, unabridged. */
  text: string;
  /** The whole of a share or a score: 10 in "9 of 10". */
  outOf?: number | null;
  /** Where the quantity of the subject moved; null for a level and a statement. */
  direction: Direction | null;
  /** The old state of a transition; null for other kinds. */
  before: Quantity | null;
  /** The new state of a transition; null for other kinds. */
  after: Quantity | null;
  /** What is measured, as a phrase of the text. */
  subject: string | null;
  /** Whether the change is an improvement; null if unknown. */
  good: boolean | null;
}

/** A metric with the details of the structured form. */
export interface Outcome extends Metric {
  /** The key under `metrics` (`performance`); null for a list or a single string. */
  category: string | null;
  label: string | null;
  period: string | null;
  method: string | null;
  source: string | null;
  context: string | null;
  headline: boolean;
  /** The better direction if the author states it; otherwise the words of the metric decide. */
  better?: Better | null;
}

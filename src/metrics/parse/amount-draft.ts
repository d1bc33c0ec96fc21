import type { Direction, Unit } from '../model/types.ts';
import type { Token } from './tokens.ts';

/** One number with its affixes, still being read: the suffix readers fill it in. */
export interface SingleAmount {
  /** Expanded by the magnitude: 21k is 21000. */
  value: number;
  /** What the number was multiplied by, else 1. */
  magnitude: number;
  unit: Unit | null;
  /** The physical unit of a count, as in `Quantity`. */
  symbol: string | null;
  currency: string | null;
  /** At least: `20+`. */
  plus: boolean;
  factor: boolean;
  adjective: boolean;
  /** The whole of a share: Y in "X of Y". */
  outOf: number | null;
  spelledOut: boolean;
  sign: Direction | null;
  start: number;
  end: number;
  /** Index of the next token. */
  next: number;
}

/** Take the next tokens into an amount. */
export function advance(tokens: readonly Token[], amount: SingleAmount, by: number): void {
  amount.next += by;
  amount.end = tokens[amount.next - 1]?.end ?? amount.end;
}

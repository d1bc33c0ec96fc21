import type { Quantity } from './types.ts';

/** Make a quantity of the fields given; each of the others says nothing. */
export function makeQuantity(fields: Partial<Quantity> = {}): Quantity {
  return { value: null, upper: null, unit: null, symbol: null, currency: null, bound: 'exact', boundText: null, per: null, ...fields };
}

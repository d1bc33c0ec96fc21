import type { Bound, Quantity } from './types.ts';

/** Make a quantity of the fields given; each of the others says nothing. */
export function makeQuantity(fields: Partial<Quantity> = {}): Quantity {
  return { value: null, upper: null, unit: null, symbol: null, currency: null, bound: 'exact', boundText: null, per: null, ...fields };
}

/** The bound of what is left when more is taken away: "at least 40% less" leaves 60 % at most. */
export const oppositeBound = { exact: 'exact', approx: 'approx', at_least: 'at_most', at_most: 'at_least' } as const satisfies Record<
  Bound,
  Bound
>;

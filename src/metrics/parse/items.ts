import { makeQuantity } from '../model/quantity.ts';
import type { Direction, Quantity, Unit } from '../model/types.ts';
import type { Token } from './tokens.ts';

/** Part of a text whose numbers have been read: a word, a symbol, an amount, or a unit of time without a number (`weeks`). */
export type Item = WordItem | SymbolItem | AmountItem | UnitItem;

/** Offsets in the text, the end excluded. */
interface Span {
  start: number;
  end: number;
}

interface WordItem extends Span {
  type: 'word';
  text: string;
  lower: string;
}

interface SymbolItem extends Span {
  type: 'symbol';
  text: string;
  /** Has whitespace on both sides. */
  spaced: boolean;
}

export interface AmountItem extends Span, Quantity {
  type: 'amount';
  value: number;
  /** Direction of a plus, minus or arrow that belongs to the number. */
  sign: Direction | null;
  /** The word of the bound where it may also be a preposition: `over 6 months`, `within 2 weeks`. */
  boundWord: string | null;
  /** A factor (`5x`), not an amount of its unit. */
  factor: boolean;
  /** An adjective that gives the size of a client, a team or a thing: `400-person`, `12-month`. */
  adjective: boolean;
  /** Written in words, not digits. */
  spelledOut: boolean;
  /** The whole of a share: 10 in "9 of 10". */
  outOf: number | null;
  /** What the number was multiplied by: 1000 for 21k. */
  magnitude: number;
  /** Direction of a factor word: down for `halved`. */
  factorDirection: Direction | null;
  /** Index of the token after it. */
  next: number;
}

export interface UnitItem extends Span {
  type: 'unit';
  unit: Unit;
}

export const isWord = (item: Item | undefined): item is WordItem => item?.type === 'word';
export const isSymbol = (item: Item | undefined, ...texts: string[]): item is SymbolItem =>
  item?.type === 'symbol' && (texts.length === 0 || texts.includes(item.text));
export const isAmount = (item: Item | undefined): item is AmountItem => item?.type === 'amount';

/** Return the lower-case word of an item, or an empty string for any other item. */
export const wordOf = (item: Item | undefined): string => (item?.type === 'word' ? item.lower : '');

/** Make an amount of a value and the fields given; each of the others says nothing. */
export function makeAmount(value: number, fields: Pick<AmountItem, 'start' | 'end' | 'next'> & Partial<AmountItem>): AmountItem {
  return {
    ...makeQuantity(),
    type: 'amount',
    value,
    sign: null,
    boundWord: null,
    factor: false,
    adjective: false,
    spelledOut: false,
    outOf: null,
    magnitude: 1,
    factorDirection: null,
    ...fields,
  };
}

/** Take the next tokens into an amount. */
export function advance(tokens: readonly Token[], amount: AmountItem, by: number): void {
  amount.next += by;
  amount.end = tokens[amount.next - 1]?.end ?? amount.end;
}

/** Return the quantity of an amount, without what the sentence adds to it. */
export function quantityOf({ value, upper, unit, symbol, currency, bound, boundText, per }: AmountItem): Quantity {
  return { value, upper, unit, symbol, currency, bound, boundText, per };
}

/** Return the wholes of the shares among some amounts: 5 in "from 2 of 5 to 4 of 5". */
export function wholesOf(items: readonly Item[], amounts: readonly number[]): Set<number> {
  return new Set(amounts.map((index) => items[index]).flatMap((item) => (isAmount(item) ? (item.outOf ?? []) : [])));
}

/** Two states of one quantity: the range of items that states them, the end excluded, and the indexes of its amounts. */
export interface Transition {
  from: number;
  to: number;
  amounts: number[];
  before: Quantity | null;
  after: Quantity | null;
  direction: Direction | null;
}

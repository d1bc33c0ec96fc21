import type { Quantity, Unit } from '../model/types.ts';

/** What a sentence is made of once its numbers are read: words, signs, amounts, and units of time without a number (`weeks`). */
export type Item = WordItem | SignItem | AmountItem | VagueItem;

interface Span {
  start: number;
  end: number;
}

export interface WordItem extends Span {
  type: 'word';
  text: string;
  lower: string;
}

export interface SignItem extends Span {
  type: 'sign';
  text: string;
  /** White space before and after it. */
  open: boolean;
}

export interface AmountItem extends Span, Quantity {
  type: 'amount';
  value: number;
  /** A plus or minus, or an arrow, that belongs to the number. */
  sign: 'up' | 'down' | null;
  /** The bound's own word where it might be a preposition as well: `over 6 months`, `within 2 weeks`. */
  lead: string | null;
  /** A factor (`5x`); otherwise an amount of its unit. */
  factor: boolean;
  /** Sizes a client, a team or a thing as an adjective: `400-person`, `12-month`. */
  adjective: boolean;
  /** Told by words, not digits. */
  spelled: boolean;
  /** The whole a share is told of: 9 of 10. */
  outOf: number | null;
  /** What the number was multiplied by: 1000 for 21k. */
  magnitude: number;
  /** Direction that the word of a factor tells: `halved`. */
  told: 'up' | 'down' | null;
}

export interface VagueItem extends Span {
  type: 'vague';
  unit: Unit;
}

export const isWord = (item: Item | undefined): item is WordItem => item?.type === 'word';
export const isSign = (item: Item | undefined, ...texts: string[]): item is SignItem =>
  item?.type === 'sign' && (texts.length === 0 || texts.includes(item.text));
export const isAmount = (item: Item | undefined): item is AmountItem => item?.type === 'amount';
/** The lower-case word of an item, empty for anything else. */
export const wordOf = (item: Item | undefined): string => (item?.type === 'word' ? item.lower : '');

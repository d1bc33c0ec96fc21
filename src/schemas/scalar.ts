import { z } from 'zod';

/**
 * A plain YAML scalar that the core schema reads as a number or a boolean, with the source as the author typed it.
 * The document reader emits it so that a text field can show `3.10` or `yes` unchanged while a number field still sees a number.
 */
export class TypedScalar {
  readonly value: number | boolean;
  readonly source: string;
  constructor(value: number | boolean, source: string) {
    this.value = value;
    this.source = source;
  }
}

/** Text of `min` to `max` grapheme clusters; a scalar of another type is taken as typed. */
export const text = (max = Infinity) =>
  z.preprocess(
    (value) => (value instanceof TypedScalar ? value.source : value),
    z.string().refine((value) => graphemeCount(value) <= max, { error: `at most ${max} characters` }),
  );

/** A finite number, never made from text. */
export const number = () => z.preprocess((value) => (value instanceof TypedScalar ? value.value : value), z.number());

/** `true` or `false`, never made from text. */
export const flag = () => z.preprocess((value) => (value instanceof TypedScalar ? value.value : value), z.boolean());

/** Count what a reader sees as characters: grapheme clusters. */
export function graphemeCount(value: string): number {
  let count = 0;
  for (const _ of new Intl.Segmenter().segment(value)) count++;
  return count;
}

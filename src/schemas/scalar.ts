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

/** Take a scalar of another type as the text its author typed; leave everything else alone. */
export const asTyped = (value: unknown): unknown => (value instanceof TypedScalar ? value.source : value);

/** Run a rule that spans the keys of a map even where one of them is faulty, so that one reading reports all problems. */
export const onMaps = {
  when: ({ value }: { value: unknown }) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof TypedScalar),
};

/** One line of text, 1 to `max` grapheme clusters; a scalar of another type is taken as typed. */
export const text = (max = Infinity) =>
  z
    .preprocess(
      asTyped,
      z
        .string({ error: 'must be text' })
        .trim()
        .min(1, { error: 'must not be empty' })
        .refine((value) => !exceeds(value, max), {
          error: ({ input }) => `is ${graphemeCount(String(input))} characters long, ${max} at most`,
        }),
    )
    .meta(scalarInput);

/** Markdown of any length, kept with its line breaks; a scalar of another type is taken as typed. */
export const markdown = () =>
  z
    .preprocess(asTyped, z.string({ error: 'must be Markdown text' }).min(1, { error: 'must not be empty' }))
    .meta({ ...scalarInput, contentMediaType: 'text/markdown' });

/** A finite number from `min` to `max`, never made from text. */
export const number = (min = -Infinity, max = Infinity) =>
  z
    .preprocess(
      (value) => (value instanceof TypedScalar ? value.value : value),
      z.number({ error: 'must be a number' }).refine((value) => value >= min && value <= max, { error: `must be from ${min} to ${max}` }),
    )
    .meta({ type: 'number', ...(Number.isFinite(min) && { minimum: min }), ...(Number.isFinite(max) && { maximum: max }) });

/** `true` or `false`, never made from text. */
export const flag = () =>
  z
    .preprocess((value) => (value instanceof TypedScalar ? value.value : value), z.boolean({ error: 'must be true or false' }))
    .meta({ type: 'boolean' });

/** A list of `item`, empty where absent; never made from a string. */
export const list = <T extends z.ZodType>(item: T) => z.array(item, { error: 'must be a list' });

/** Count what a reader sees as characters: grapheme clusters. */
export function graphemeCount(value: string): number {
  // Only text that can hold clusters pays for the segmenter; a line of megabytes must not take seconds.
  if (/^[\x20-\x7E\n]*$/.test(value)) return value.length;
  let count = 0;
  for (const _ of segmenter.segment(value)) count++;
  return count;
}

/** Marks a map for which its author may also write text alone; read when the JSON Schema is made. */
export const orText = { orText: true };

/** Marks a field whose absence the checker warns of. */
export const advised = { advised: true };

const segmenter = new Intl.Segmenter();
const scalarInput = { type: ['string', 'number', 'boolean'] } as unknown as { type: 'string' };

function exceeds(value: string, max: number): boolean {
  return value.length > max && graphemeCount(value) > max;
}

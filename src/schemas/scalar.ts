import { z } from 'zod';
import { inputShape, inputShapes, scalarShape } from './json-shape.ts';

/**
 * A plain YAML scalar that the core schema reads as a number or a boolean, with its source text. It lets a text field show `3.10` or
 * `True` unchanged while a number field still gets a number.
 */
export class SourceScalar {
  readonly value: number | boolean;
  readonly source: string;
  constructor(value: number | boolean, source: string) {
    this.value = value;
    this.source = source;
  }
}

/** Return the source text of a `SourceScalar`; any other value unchanged. */
export const sourceText = (value: unknown): unknown => (value instanceof SourceScalar ? value.source : value);

/** Run a rule that spans several keys of a map even when one of them is invalid, so that all issues are reported at once. */
export const onMaps = {
  when: ({ value }: { value: unknown }) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof SourceScalar),
};

/** Say what a value of another type must be; other issues have their own messages. */
export const mustBe = (what: string) => ({
  error: ({ code }: z.core.$ZodRawIssue) => (code === 'invalid_type' ? `must be ${what}` : undefined),
});

/** A map, or a text that stands for one. */
export const textOr = <S extends z.ZodType>(map: S, toMap: (text: unknown) => object) =>
  z
    .preprocess((value) => (typeof sourceText(value) === 'string' ? toMap(value) : value), map)
    .meta(inputShapes(scalarShape, inputShape(map)));

/** Refuse the values for which a check returns a message. */
export const refusedBy =
  <T>(check: (value: T) => string | null) =>
  (value: T, ctx: z.RefinementCtx<T>): void => {
    const message = check(value);
    if (message !== null) ctx.addIssue({ code: 'custom', message });
  };

/** One line of text, 1 to `max` grapheme clusters; numbers and booleans become their source text, breaks and tabs become spaces. */
export const text = (max = Infinity) =>
  z
    .preprocess(
      sourceText,
      z
        .string({ error: 'must be text' })
        .trim()
        .overwrite((value) => value.replace(/ *[\t-\r\u{85}\u{2028}\u{2029}][ \t-\r\u{85}\u{2028}\u{2029}]*/gu, ' '))
        .min(1, { error: 'must not be empty' })
        .refine((value) => !exceeds(value, max), {
          error: ({ input }) => `is ${graphemeCount(String(input))} characters long; the limit is ${max}`,
        }),
    )
    .meta(scalarShape);

/** Markdown of any length, untrimmed; numbers and booleans become their source text. */
export const markdown = () =>
  z
    .preprocess(sourceText, z.string({ error: 'must be Markdown text' }).min(1, { error: 'must not be empty' }))
    .meta({ ...scalarShape, contentMediaType: 'text/markdown' });

/** A finite number from `min` to `max`, never converted from text. */
export const number = (min = -Infinity, max = Infinity) =>
  z
    .preprocess(
      (value) => (value instanceof SourceScalar ? value.value : value),
      z
        .number({ error: 'must be a number' })
        .refine((value) => value >= min && value <= max, { error: `must be between ${min} and ${max}` }),
    )
    .meta({ type: 'number', ...(Number.isFinite(min) && { minimum: min }), ...(Number.isFinite(max) && { maximum: max }) });

/** `true` or `false`, never converted from text. */
export const flag = () =>
  z
    .preprocess((value) => (value instanceof SourceScalar ? value.value : value), z.boolean({ error: 'must be true or false' }))
    .meta({ type: 'boolean' });

/** A list of `item`, never converted from text. */
export const list = <T extends z.ZodType>(item: T) => z.array(item, { error: 'must be a list' });

/** A list of texts that are unique, ignoring case. */
export const uniqueList = <T extends z.ZodType<string>>(item: T) =>
  list(item).superRefine(
    (entries, ctx) => {
      const first = new Map<string, number>();
      for (const [index, entry] of entries.entries()) {
        if (typeof entry !== 'string') continue;
        const key = entry.normalize('NFC').toLowerCase();
        const earlier = first.get(key);
        if (earlier === undefined) first.set(key, index);
        else ctx.addIssue({ code: 'custom', path: [index], message: `repeats entry ${earlier}; keep one of the two` });
      }
    },
    { when: ({ value }) => Array.isArray(value) },
  );

/** Count grapheme clusters: the characters a reader sees. */
export function graphemeCount(value: string): number {
  // The segmenter needs seconds for megabytes; plain ASCII has no clusters.
  if (/^[\x20-\x7E\n]*$/.test(value)) return value.length;
  let count = 0;
  for (const _ of segmenter.segment(value)) count++;
  return count;
}

/** Tell whether a text has more than `max` grapheme clusters. */
export function exceeds(value: string, max: number): boolean {
  return value.length > max && graphemeCount(value) > max;
}

/** Marks a field in the JSON Schema whose absence the check warns about. */
export const advised = { advised: true };

const segmenter = new Intl.Segmenter();

import { z } from 'zod';
import { asTyped, flag, number, onMaps, orText, text } from './scalar.ts';

const fields = {
  image: z
    .preprocess(asTyped, z.string({ error: 'must be the path of a picture' }))
    .meta({ type: 'string' })
    .describe('Path of the picture: beside the document, /assets/images/…, in public/, or https://…'),
  alt: z
    .preprocess(asTyped, z.string({ error: 'must be text' }).trim())
    .optional()
    .meta({ type: 'string' })
    .describe('What the picture shows, for those who do not see it'),
  decorative: flag().optional().describe('true for a picture that says nothing; instead of alt'),
  width: number(1, 20_000).optional().describe('Width in pixels, of a picture on another site'),
  height: number(1, 20_000).optional().describe('Height in pixels, of a picture on another site'),
};

const form = {
  error: ({ code }: { code?: string }) => (code === 'invalid_type' ? 'must be {image, alt} or {image, decorative: true}' : undefined),
};

const isDescribed = ({ alt, decorative }: Alternative): boolean => alt !== undefined || decorative === true;
const undescribed = { ...onMaps, path: ['alt'], error: 'is missing: say what the picture shows, or that it is `decorative: true`' };
const isConsistent = ({ alt, decorative }: Alternative): boolean => !alt || decorative !== true;
const inconsistent = {
  ...onMaps,
  path: ['decorative'],
  error: 'contradicts `alt`: a decorative picture says nothing; keep one of the two',
};

/**
 * A picture with its text alternative, or with the author's word that it is decorative. The output's `alt` is empty for a
 * decorative picture, and for nothing else.
 */
export const illustration = z
  .strictObject({ ...fields, caption: text().optional().describe('A line below the picture') }, form)
  .refine(isDescribed, undescribed)
  .refine(isConsistent, inconsistent)
  .transform(unify);

/** The picture on cards and at the head of the page; a bare path is decorative. */
export const thumbnail = z
  .preprocess(
    (value) => (typeof asTyped(value) === 'string' ? { image: value, decorative: true } : value),
    z.strictObject(fields, form).refine(isDescribed, undescribed).refine(isConsistent, inconsistent),
  )
  .transform(unify)
  .meta(orText);

export type Illustration = z.output<typeof illustration>;

interface Alternative {
  alt?: string | undefined;
  decorative?: boolean | undefined;
}

/** Say by the text alternative alone whether a picture is decorative. */
function unify<P extends Alternative>({ decorative: _, alt, ...picture }: P) {
  return { ...picture, alt: alt ?? '' };
}

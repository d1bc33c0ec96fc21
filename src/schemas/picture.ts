import { z } from 'zod';
import { inputShape, inputShapes, scalarShape } from './json-shape.ts';
import { flag, number, onMaps, sourceText, text } from './scalar.ts';

const fields = {
  image: z
    .preprocess(sourceText, z.string({ error: 'must be the path of a picture' }))
    .meta({ type: 'string' })
    .describe('Path of the picture: beside the document, /assets/images/…, in public/, or https://…'),
  alt: z
    .preprocess(sourceText, z.string({ error: 'must be text' }).trim())
    .optional()
    .meta({ type: 'string' })
    .describe('Alternative text: what the picture shows'),
  decorative: flag().optional().describe('`true` for a picture that carries no information; replaces `alt`'),
  width: number(1, 20_000).optional().describe('Width in pixels, for a picture on another site'),
  height: number(1, 20_000).optional().describe('Height in pixels, for a picture on another site'),
};

const form = {
  error: ({ code }: { code?: string }) => (code === 'invalid_type' ? 'must be {image, alt} or {image, decorative: true}' : undefined),
};

const isDescribed = ({ alt, decorative }: AlternativeText): boolean => alt !== undefined || decorative === true;
const undescribed = { ...onMaps, path: ['alt'], error: 'is missing: describe what the picture shows, or write `decorative: true`' };
const isConsistent = ({ alt, decorative }: AlternativeText): boolean => !alt || decorative !== true;
const inconsistent = {
  ...onMaps,
  path: ['decorative'],
  error: 'contradicts `alt`: a decorative picture has no alternative text; keep one of the two',
};

/**
 * A picture with alternative text, or marked as decorative. In the output, `alt` is empty for a decorative picture and for nothing
 * else.
 */
export const illustration = z
  .strictObject({ ...fields, caption: text().optional().describe('Caption below the picture') }, form)
  .refine(isDescribed, undescribed)
  .refine(isConsistent, inconsistent)
  .transform(withAlt);

const thumbnailMap = z.strictObject(fields, form).refine(isDescribed, undescribed).refine(isConsistent, inconsistent);

/** The picture on cards and at the top of the page; a bare path is decorative. */
export const thumbnail = z
  .preprocess((value) => (typeof sourceText(value) === 'string' ? { image: value, decorative: true } : value), thumbnailMap)
  .transform(withAlt)
  .meta(inputShapes(scalarShape, inputShape(thumbnailMap)));

export type Illustration = z.output<typeof illustration>;

interface AlternativeText {
  alt?: string | undefined;
  decorative?: boolean | undefined;
}

/** Express whether a picture is decorative by its alternative text alone. */
function withAlt<P extends AlternativeText>({ decorative: _, alt, ...picture }: P) {
  return { ...picture, alt: alt ?? '' };
}

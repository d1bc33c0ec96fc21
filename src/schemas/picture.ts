import { z } from 'zod';
import { asTyped, flag, number, onMaps, orText, text } from './scalar.ts';

/**
 * A picture with its text alternative, or with the author's word that it is decorative. The output's `alt` is empty for a
 * decorative picture, and for nothing else.
 */
export const illustration = z.pipe(illustrationInput(), unify());

/** The picture on cards and at the head of the page; a bare path is decorative. */
export const thumbnail = z
  .pipe(
    z.preprocess((value) => (typeof asTyped(value) === 'string' ? { image: value, decorative: true } : value), illustrationInput()),
    unify(),
  )
  .meta(orText);

export type Illustration = z.output<typeof illustration>;

function illustrationInput() {
  return z
    .strictObject(
      {
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
        caption: text(300).optional().describe('A line below the picture'),
        width: pixels().optional().describe('Width in pixels, of a picture on another site'),
        height: pixels().optional().describe('Height in pixels, of a picture on another site'),
      },
      { error: ({ code }) => (code === 'invalid_type' ? 'must be {image, alt} or {image, decorative: true}' : undefined) },
    )
    .refine(({ alt, decorative }) => alt !== undefined || decorative === true, {
      ...onMaps,
      path: ['alt'],
      error: 'is missing: say what the picture shows, or that it is `decorative: true`',
    })
    .refine(({ alt, decorative }) => !alt || decorative !== true, {
      ...onMaps,
      path: ['decorative'],
      error: 'contradicts `alt`: a decorative picture says nothing; keep one of the two',
    });
}

function unify() {
  return z.transform(({ decorative: _, alt, ...picture }: z.output<ReturnType<typeof illustrationInput>>) => ({
    ...picture,
    alt: alt ?? '',
  }));
}

function pixels() {
  return number(1, 20_000);
}

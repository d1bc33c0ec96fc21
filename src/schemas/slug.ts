import { z } from 'zod';
import { sourceText } from './scalar.ts';

/** Lower-case letters, digits and single hyphens: the last part of a page's address. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The slug of another case study. */
export const slug = () =>
  z
    .preprocess(
      sourceText,
      z
        .string({ error: 'must be the slug of a case study' })
        .trim()
        .regex(slugPattern, { error: 'must be the slug of a case study, like `shop-relaunch`, without folders and extension' }),
    )
    .meta({ type: 'string', pattern: slugPattern.source });

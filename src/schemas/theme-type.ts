import { z } from 'zod';

/** The pairs of typefaces to choose from; `src/lib/theme/type-pairs.ts` has their fonts. */
const typePairs = ['report', 'studio', 'almanac', 'works', 'plain'] as const;
export type TypePair = (typeof typePairs)[number];

const mark = "must be 'plate', 'initials' or the path of an SVG from the root of the project, like src/assets/logo.svg";

/** The fields of `theme` for its typefaces and for the mark of the site. */
export const typeFields = {
  type: z.enum(typePairs).default('report').describe('Typefaces of titles, figures and text; docs/theme.md names them'),
  mark: z
    .union([z.enum(['plate', 'initials']), z.string().regex(/^[^/\\].*\.svg$/i, { error: mark })], { error: mark })
    .optional()
    .describe(
      'Icon of the site: the plate of your results, your initials, or the path of your SVG, which the header shows too; without it, `public/favicon.svg`',
    ),
};

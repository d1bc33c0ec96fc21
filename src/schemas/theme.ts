import { z } from 'zod';
import { culori } from './culori.ts';
import { refusedBy } from './scalar.ts';

/** The pairs of typefaces to choose from; `src/lib/theme/type-pairs.ts` has their fonts. */
const typePairs = ['report', 'studio', 'almanac', 'works', 'plain'] as const;
export type TypePair = (typeof typePairs)[number];

const mark = "must be 'plate', 'initials' or the path of an SVG from the root of the project, like src/assets/logo.svg";

/** Colours, proportions, typefaces and mark of the site; `src/lib/theme/theme.ts` resolves them. */
export const themeSchema = z
  .strictObject({
    accent: z
      .string()
      .trim()
      .superRefine(refusedBy(checkColor))
      .optional()
      .describe('Colour of links, focus and drawings, as CSS writes colours; the build makes it dark or light enough to read'),
    paper: z.enum(['warm', 'white', 'cool', 'cream', 'grey']).default('warm').describe('Background, with the greys that suit it'),
    scale: z.enum(['small', 'regular', 'large']).default('regular').describe('Size of headings, figures and text'),
    density: z.enum(['compact', 'regular', 'airy']).default('regular').describe('Space between sections, rows and lines'),
    ratio: z.enum(['16:10', '3:2', '4:3', '1:1']).default('3:2').describe('Width to height of the pictures in lists of case studies'),
    type: z.enum(typePairs).default('report').describe('Typefaces of titles, figures and text; docs/theme.md names them'),
    mark: z
      .union([z.enum(['plate', 'initials']), z.string().regex(/^[^/\\].*\.svg$/i, { error: mark })], { error: mark })
      .optional()
      .describe(
        'Icon of the site: the plate of your results, your initials, or the path of your SVG, which the header shows too; without it, `public/favicon.svg`',
      ),
  })
  .prefault({})
  .describe('Look of the site, see docs/theme.md');

/** Return why a text is not an opaque colour, with the fix; null when it is one. */
function checkColor(text: string): string | null {
  const color = culori.parse(text);
  if (!color) return `\`${text}\` is not a CSS colour; write it like '#e2574c', 'oklch(62% 0.19 28)' or 'teal'`;
  return (color.alpha ?? 1) < 1 ? `\`${text}\` is translucent; write the colour without its alpha, like '#e2574c'` : null;
}

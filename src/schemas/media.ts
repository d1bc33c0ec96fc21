import { z } from 'zod';
import { flag, mustBe, number, onMaps, sourceText, text, textOr } from './scalar.ts';
import { sectionFields } from './sections.ts';

const image = path('picture').describe('Path of the picture: beside the document, /assets/images/…, in public/, or https://…');

const fields = {
  alt: z
    .preprocess(sourceText, z.string({ error: 'must be text' }).trim())
    .optional()
    .meta({ type: 'string' })
    .describe('Alternative text: what the picture shows'),
  decorative: flag().optional().describe('`true` for a picture that carries no information; replaces `alt`'),
  caption: text().optional().describe('Caption below the picture'),
  width: number(1, 20_000).optional().describe('Width in pixels, for a picture on another site'),
  height: number(1, 20_000).optional().describe('Height in pixels, for a picture on another site'),
};

const isDescribed = ({ alt, decorative, compare }: AlternativeText): boolean =>
  alt !== undefined || decorative === true || compare !== undefined;
const undescribed = { ...onMaps, path: ['alt'], error: 'is missing: describe what the picture shows, or write `decorative: true`' };
const isConsistent = ({ alt, decorative }: AlternativeText): boolean => !alt || decorative !== true;
const inconsistent = {
  ...onMaps,
  path: ['decorative'],
  error: 'contradicts `alt`: a decorative picture has no alternative text; keep one of the two',
};

const compared = (state: string) =>
  z
    .strictObject(
      {
        image,
        alt: z
          .preprocess(
            sourceText,
            z.string({ error: 'is missing: describe what the picture shows' }).trim().min(1, 'is empty: describe what the picture shows'),
          )
          .meta({ type: 'string' })
          .describe('Alternative text: what the picture shows'),
      },
      mustBe('{image, alt}'),
    )
    .describe(`The state ${state}`);

/**
 * A picture or a film with alternative text, or marked as decorative, or two pictures to compare. In the output, `alt` is empty for a decorative one and for nothing
 * else.
 */
export const media = z
  .strictObject(
    {
      image: image.optional(),
      video: path('film')
        .optional()
        .describe('Path of a film instead of `image`: an MP4 or WebM beside the document, in /assets/… or in public/'),
      poster: path('picture')
        .optional()
        .describe('Path of the picture shown before the film plays; by default the picture of the name of the film'),
      captions: path('captions file')
        .optional()
        .describe('Path of the captions of the film, WebVTT; by default the .vtt file of the name of the film'),
      compare: z
        .strictObject(
          { before: compared('before'), after: compared('after') },
          { error: 'must be {before: {image, alt}, after: {image, alt}}' },
        )
        .optional()
        .describe('Two pictures of one size that readers slide between, instead of `image`: the states before and after the work'),
      ...fields,
      after: z.enum(sectionFields).optional().describe('Section that the picture follows; without it, the picture is in the gallery'),
    },
    mustBe('{image, alt} or {image, decorative: true}'),
  )
  .superRefine(checkKind, onMaps)
  .refine(isDescribed, undescribed)
  .refine(isConsistent, inconsistent)
  .transform(withAlt);

const thumbnailMap = z
  .strictObject({ image, ...fields }, mustBe('a path, {image, alt} or {image, decorative: true}'))
  .refine(isDescribed, undescribed)
  .refine(isConsistent, inconsistent)
  .transform(withAlt);

/** The picture on cards and at the top of the page; a bare path is decorative. */
export const thumbnail = textOr(thumbnailMap, (image) => ({ image, decorative: true }));

interface MediaFields extends Record<'image' | 'video' | 'poster' | 'captions' | 'alt', string> {
  compare: object | undefined;
}

interface AlternativeText {
  alt?: string | undefined;
  decorative?: boolean | undefined;
  /** Its pictures have texts of their own. */
  compare?: object | undefined;
}

function path(kind: string) {
  return z.preprocess(sourceText, z.string({ error: `must be the path of a ${kind}` })).meta({ type: 'string' });
}

/** A picture has `image`; a film has `video`, and may have `poster` and `captions`; a comparison has `compare`. */
function checkKind({ image, video, compare, alt, ...rest }: Partial<MediaFields>, ctx: z.RefinementCtx): void {
  const report = (key: string, message: string): void => ctx.addIssue({ code: 'custom', path: [key], message });
  if (compare !== undefined) {
    if (image !== undefined || video !== undefined) report('compare', 'is beside `image` or `video`: keep one of them');
    if (alt) report('alt', 'belongs to one picture: write it in `before` and in `after`');
  } else if (image === undefined && video === undefined)
    report('image', 'is missing: write the path of a picture, or `video` with that of a film');
  if (image !== undefined && video !== undefined)
    report('video', 'is beside `image`: an entry is a picture or a film; keep one of the two');
  for (const key of ['poster', 'captions'] as const) {
    if (rest[key] !== undefined && video === undefined) report(key, 'belongs to a film, and there is no `video`');
  }
}

/** Express whether a picture is decorative by its alternative text alone. */
function withAlt<P extends AlternativeText>({ decorative: _, alt, ...rest }: P) {
  return { ...rest, alt: alt ?? '' };
}

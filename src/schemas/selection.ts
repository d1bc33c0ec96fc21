import { z } from 'zod';
import { moment } from './calendar-date.ts';
import { language } from './language.ts';
import { advised, flag, text, uniqueList } from './scalar.ts';
import { slug } from './slug.ts';

/** The front matter of a selection: some case studies for one reader, on a page that only its address leads to. */
export const selectionSchema = z
  .strictObject({
    title: text(120).describe('Heading of the page, at most 120 characters'),
    for: text(120).optional().meta(advised).describe('For whom the selection is; the page says so'),
    projects: uniqueList(slug()).describe('Slugs of the case studies, in order; unlisted ones too'),
    publish_at: moment().optional().describe('The page is hidden before this date, or date-time with an offset'),
    expires: moment().optional().describe('Last day of the page, or date-time with an offset; the next build leaves it out'),
    draft: flag().optional().describe('`true` hides the page'),
    lang: language().optional().describe('Language of the page, as a BCP 47 tag; translated case studies are shown in it'),
  })
  .meta({ title: 'Selection' });

export type SelectionData = z.output<typeof selectionSchema>;

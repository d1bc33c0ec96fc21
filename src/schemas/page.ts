import { z } from 'zod';
import { formerPath, formerPaths } from './address.ts';
import { calendarDate, moment } from './calendar-date.ts';
import { language } from './language.ts';
import { advised, flag, text } from './scalar.ts';

/** The front matter of a page such as about or contact; only its title is required. */
export const pageSchema = z.strictObject({
  title: text(120).describe('Heading and title of the page, at most 120 characters'),
  label: text(40).optional().describe('Short title for menus, at most 40 characters'),
  description: text(200)
    .optional()
    .meta(advised)
    .describe('Meta description, at most 200 characters; defaults to the first sentences of the text'),
  updated: calendarDate().optional().describe('Date of the last change'),
  publish_at: moment().optional().describe('The page is hidden before this date, or date-time with an offset'),
  draft: flag().optional().describe('`true` hides the page'),
  aliases: formerPaths().describe('Old paths that redirect to the page'),
  redirect_from: formerPaths().describe('Same as `aliases`'),
  permalink: formerPath().optional().describe('The old path of the page, which redirects to the new one'),
  lang: language().optional().describe('Language of the text, as a BCP 47 tag'),
});

export type PageData = z.output<typeof pageSchema>;

import { z } from 'zod';
import { formerPath, formerPaths } from './address.ts';
import { calendarDate, moment } from './calendar-date.ts';
import { language } from './language.ts';
import { flag, text } from './scalar.ts';

/** What an author may write at the head of a page such as about or contact. */
export const pageSchema = z.strictObject({
  title: text(120).describe('Heading of the page and title of its tab, at most 120 characters'),
  description: text(200).describe('Meta description, at most 200 characters'),
  updated: calendarDate().optional().describe('Day of the last change'),
  publish_at: moment().optional().describe('Hidden before this date, or date-time with offset'),
  draft: flag().optional().describe('true hides the page'),
  aliases: formerPaths().describe('Old addresses; each redirects to the page'),
  redirect_from: formerPaths().describe('The same as aliases'),
  permalink: formerPath().optional().describe('The old address of the page; redirects to the new one'),
  lang: language().optional().describe('Language of the text, as BCP 47'),
});

export type PageData = z.output<typeof pageSchema>;

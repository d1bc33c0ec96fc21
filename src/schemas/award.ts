import { z } from 'zod';
import { address } from './address.ts';
import { mustBe, text, textOr } from './scalar.ts';

const awardMap = z.strictObject(
  {
    title: text().describe('Name of the award'),
    by: text().optional().describe('Who gave it'),
    year: text().optional().describe('Year of the award'),
    url: address().optional().describe('Address of a page about it'),
  },
  mustBe('a title, or {title, by, year, url}'),
);

/** An award for the work: a title, or a map; a title is parsed to `{title}`. */
export const award = textOr(awardMap, (title) => ({ title }));

import { z } from 'zod';
import { address } from './address.ts';
import { inputShape, inputShapes, scalarShape } from './json-shape.ts';
import { sourceText, text } from './scalar.ts';

const awardMap = z.strictObject(
  {
    title: text().describe('Name of the award'),
    by: text().optional().describe('Who gave it'),
    year: text().optional().describe('Year of the award'),
    url: address().optional().describe('Address of a page about it'),
  },
  { error: ({ code }) => (code === 'invalid_type' ? 'must be a title, or {title, by, year, url}' : undefined) },
);

/** An award for the work: a title, or a map; a title is parsed to `{title}`. */
export const award = z
  .preprocess((value) => (typeof sourceText(value) === 'string' ? { title: value } : value), awardMap)
  .meta(inputShapes(scalarShape, inputShape(awardMap)));

import { z } from 'zod';
import { address } from './address.ts';
import { inputShape, inputShapes, scalarShape } from './json-shape.ts';
import { sourceText, text } from './scalar.ts';

const creditMap = z.strictObject(
  {
    name: text().describe('Name of the person or firm'),
    role: text().optional().describe('What they did'),
    url: address().optional().describe('Address of their website or profile'),
  },
  { error: ({ code }) => (code === 'invalid_type' ? 'must be a name, or {name, role, url}' : undefined) },
);

/** Somebody who took part: a name, or a map; a name is parsed to `{name}`. */
export const credit = z
  .preprocess((value) => (typeof sourceText(value) === 'string' ? { name: value } : value), creditMap)
  .meta(inputShapes(scalarShape, inputShape(creditMap)));

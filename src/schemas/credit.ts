import { z } from 'zod';
import { address } from './address.ts';
import { mustBe, text, textOr } from './scalar.ts';

const creditMap = z.strictObject(
  {
    name: text().describe('Name of the person or firm'),
    role: text().optional().describe('What they did'),
    url: address().optional().describe('Address of their website or profile'),
  },
  mustBe('a name, or {name, role, url}'),
);

/** Somebody who took part: a name, or a map; a name is parsed to `{name}`. */
export const credit = textOr(creditMap, (name) => ({ name }));

import { z } from 'zod';
import { address } from './address.ts';
import { asTyped, flag, list, onMaps, orText, text } from './scalar.ts';

/** Whom the work was for: a name, or a map that can also keep the name to itself. */
export const client = z
  .preprocess(
    (value) => (typeof asTyped(value) === 'string' ? { name: value } : value),
    z
      .strictObject(
        {
          name: text().describe("The client's name; never published where `confidential` is true"),
          alias: text().optional().describe('What the client is called instead, like "A European retailer"'),
          confidential: flag().default(false).describe('true publishes the alias and never the name'),
          also: list(text()).default([]).describe('Further spellings of the name to keep out of the site'),
          industry: text().optional().describe("The client's trade"),
          size: text().optional().describe('How large the client is, like "400 staff"'),
          url: address().optional().describe("The client's site"),
        },
        {
          error: ({ code }) =>
            code === 'invalid_type' ? 'must be a name, or {name, alias, confidential, also, industry, size, url}' : undefined,
        },
      )
      .refine((value) => value.confidential !== true || value.alias !== undefined, {
        ...onMaps,
        path: ['alias'],
        error: 'is missing: a confidential client is published under its alias alone',
      }),
  )
  .meta(orText);

export type Client = z.output<typeof client>;

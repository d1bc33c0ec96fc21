import { z } from 'zod';
import { address } from './address.ts';
import { flag, list, mustBe, onMaps, text, textOr } from './scalar.ts';

const clientMap = z
  .strictObject(
    {
      name: text().describe("The client's name; never published when `confidential` is true"),
      alias: text().optional().describe('The name readers see instead, like "A European retailer"'),
      confidential: flag().default(false).describe('`true` publishes the alias and never the name'),
      also: list(text()).default([]).describe('Other spellings of the name to keep off the site'),
      industry: text().optional().describe("The client's industry"),
      size: text().optional().describe('Size of the client, like "400 staff"'),
      url: address().optional().describe("Address of the client's website"),
    },
    mustBe('a name, or {name, alias, confidential, also, industry, size, url}'),
  )
  .refine((value) => value.confidential !== true || value.alias !== undefined, {
    ...onMaps,
    path: ['alias'],
    error: 'is missing: a confidential client is published under its alias',
  });

/** The client: a name, or a map that can keep the name confidential. */
export const client = textOr(clientMap, (name) => ({ name }));

export type Client = z.output<typeof client>;

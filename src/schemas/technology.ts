import { z } from 'zod';
import { address } from './address.ts';
import { list, markdown, text, uniqueList } from './scalar.ts';

/** An entry in the glossary of technologies. */
export const technologySchema = z.strictObject({
  name: text().describe('Name as the site spells it'),
  aliases: list(text()).default([]).describe('Other spellings, like VueJS for Vue.js'),
  description: markdown().optional().describe('What the technology is for, in a sentence or two'),
  url: address().optional().describe('Address of its official site'),
});

/** The technologies of a case study: at most 30, unique ignoring case. */
export const technologies = uniqueList(text()).max(30, { error: 'must name at most 30 technologies' });

export type TechnologyData = z.output<typeof technologySchema>;

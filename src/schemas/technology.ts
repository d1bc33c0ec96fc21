import { z } from 'zod';
import { address } from './address.ts';
import { list, markdown, text } from './scalar.ts';

/** An entry in the glossary of technologies. */
export const technologySchema = z.strictObject({
  name: text().describe('Name as the site spells it'),
  aliases: list(text()).default([]).describe('Other spellings, like VueJS for Vue.js'),
  description: markdown().optional().describe('What the technology is for, in a sentence or two'),
  url: address().optional().describe('Address of its official site'),
});

/** The technologies of a case study: at most 30, unique ignoring case. */
export const technologies = list(text())
  .max(30, { error: 'must name at most 30 technologies' })
  .superRefine(
    (names, ctx) => {
      const first = new Map<string, number>();
      for (const [index, name] of names.entries()) {
        if (typeof name !== 'string') continue;
        const key = name.normalize('NFC').toLowerCase();
        const earlier = first.get(key);
        if (earlier === undefined) first.set(key, index);
        else ctx.addIssue({ code: 'custom', path: [index], message: `repeats entry ${earlier}; keep one of the two` });
      }
    },
    { when: ({ value }) => Array.isArray(value) },
  );

export type TechnologyData = z.output<typeof technologySchema>;

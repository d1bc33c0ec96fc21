import { z } from 'zod';
import { markdown, text } from './scalar.ts';

/** What somebody said about the work. */
export const testimonial = z.strictObject(
  {
    quote: markdown().describe('The words said'),
    author: text().describe('Who said them'),
    role: text().optional().describe('What the author does there'),
    company: text().optional().describe("The author's company"),
  },
  { error: ({ code }) => (code === 'invalid_type' ? 'must be {quote, author, role, company}' : undefined) },
);

export type Testimonial = z.output<typeof testimonial>;

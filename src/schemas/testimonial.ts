import { z } from 'zod';
import { advised, markdown, text } from './scalar.ts';

/** A quotation about the work. */
export const testimonial = z.strictObject(
  {
    quote: markdown().describe('The quotation'),
    author: text().optional().meta(advised).describe('Name of the person quoted'),
    role: text().optional().describe('Their role in the company'),
    company: text().optional().describe('Their company'),
  },
  { error: ({ code }) => (code === 'invalid_type' ? 'must be {quote, author, role, company}' : undefined) },
);

export type Testimonial = z.output<typeof testimonial>;

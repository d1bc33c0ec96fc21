import { z } from 'zod';
import { advised, markdown, mustBe, text } from './scalar.ts';

/** A quotation about the work. */
export const testimonial = z.strictObject(
  {
    quote: markdown().describe('The quotation'),
    author: text().optional().meta(advised).describe('Name of the person quoted'),
    role: text().optional().describe('Their role in the company'),
    company: text().optional().describe('Their company'),
  },
  mustBe('{quote, author, role, company}'),
);

export type Testimonial = z.output<typeof testimonial>;

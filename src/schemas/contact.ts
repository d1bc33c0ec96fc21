import { z } from 'zod';
import { webAddress } from './address.ts';
import { ownerText } from './owner-text.ts';

const formAddress = "must be the https: address that receives the form, like 'https://formspree.io/f/abcdwxyz', or 'netlify'";

/** How readers reach the owner. */
export const contact = z
  .strictObject({
    question: question().describe('Question above the contact link; defaults to “Questions about this work?”'),
    action: action().describe('Words of the contact link; defaults to “Write to” and the author, or to “Book a call”'),
    email: z.email().optional().describe('Email address that readers see; defaults to `author.email`'),
    form: z
      .union([z.literal('netlify'), httpsAddress(formAddress)], { error: formAddress })
      .optional()
      .describe('Where the form of the contact page sends a message: the https address of a form service or of your own, or `netlify`'),
    booking: httpsAddress().optional().describe('Address where readers book a call with you; the contact link then leads there'),
  })
  .prefault({})
  .describe('How readers reach you; the question and the action are in the language of the site');

/** The invitation in another language of the site. */
export const contactWords = z.strictObject({ question: question(), action: action() });

/** A picture of the owner. */
export const portrait = z
  .strictObject({
    image: z
      .string()
      .regex(/^(?!\w+:)/, { error: 'must be the path of a picture in src/assets/images/, like /assets/images/portrait.jpg' })
      .describe('Path of the picture, like `/assets/images/portrait.jpg`, which is `src/assets/images/portrait.jpg`'),
    alt: ownerText(200, { empty: 'is empty; say who or what the picture shows' }).describe('Alternative text'),
  })
  .optional()
  .describe('Picture of you or of your team, beside the paragraph about you and on the about page');

function question() {
  return ownerText(120).optional();
}

function action() {
  return ownerText(60).optional();
}

function httpsAddress(error = 'must be an https: address') {
  return webAddress(error, /^https$/);
}

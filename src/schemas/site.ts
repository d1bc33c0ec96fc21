import { z } from 'zod';
import { isLanguageTag, languageOf, languages } from './language.ts';

/** What an owner writes in `src/site.config.ts`; strict, so that a misspelt option is an error. */
export const siteSchema = z.strictObject({
  name: z.string().min(1).max(60).describe('Name of the practice or person, in the header and in feeds'),
  url: z
    .string({ error: ({ input }) => (input === undefined ? `is missing; ${exampleUrl}` : `must be text; ${exampleUrl}`) })
    .superRefine((url, ctx) => {
      const fault = originFault(url);
      if (fault) ctx.addIssue({ code: 'custom', message: fault });
    })
    .transform((url) => (URL.canParse(url) ? new URL(url).origin : url))
    .meta({ format: 'uri', description: 'Origin the site is published at, without a path' }),
  base: z
    .string()
    .regex(/^\/(?:[^/?#\s]+\/?)*$/, { error: 'a path that begins with a slash, like /portfolio' })
    .default('/')
    .describe('Path below the origin the site is served from'),
  trailingSlash: z.enum(['always', 'never']).default('always').describe('Whether page addresses end in a slash'),
  locale: z
    .string()
    .refine(isLanguageTag, { error: 'a BCP 47 language tag, like en-GB', abort: true })
    .refine((tag) => languageOf(tag) !== null, { error: ({ input }) => unspoken(String(input)) })
    .transform((tag) => new Intl.Locale(tag).toString())
    .prefault('en-GB')
    .describe('Language of the site, and region that its dates and numbers are written for'),
  promise: z.string().min(1).max(120).describe('One sentence on the home page: what you do for whom, in twelve words or fewer'),
  description: z.string().min(1).max(200).describe('Meta description of the home page and of the feeds'),
  about: z.string().min(1).max(600).describe('A short paragraph about you on the home page'),
  author: z
    .strictObject({
      name: z.string().min(1).describe('Name the work is signed with'),
      kind: z.enum(['person', 'organization']).default('organization').describe('Whether the author is one person or a firm'),
      email: z.email().describe('Address the contact links write to'),
      profiles: z
        .array(z.url({ protocol: /^https?$/ }))
        .default([])
        .describe('Your pages elsewhere, linked with rel=me'),
    })
    .describe('Who the work is signed by'),
  projectsPerPage: z.int().min(1).max(200).default(24).describe('Case studies on one page of the list'),
  feedLength: z.int().min(1).max(500).default(30).describe('Newest case studies carried in a feed'),
  aiCrawlers: z
    .enum(['all', 'answers', 'none'])
    .default('all')
    .describe('Which crawlers of language models robots.txt lets in: all, those that answer a question for a person, or none'),
  security: z
    .strictObject({
      contact: z
        .url({ protocol: /^(?:https|mailto)$/, error: 'a https: or mailto: address' })
        .describe('Where a weakness of the site can be reported'),
      policy: z
        .url({ protocol: /^https$/ })
        .optional()
        .describe('How you deal with such reports'),
    })
    .optional()
    .describe('What security.txt says; the mail address of the author where absent'),
  markdown: z
    .strictObject({
      html: z
        .enum(['harmless', 'trusted'])
        .default('harmless')
        .describe('What raw HTML in Markdown keeps: harmless tags alone, or every tag; trust no strangers with that'),
      frames: z
        .array(z.url({ protocol: /^https$/, error: 'a https: address' }).transform((address) => new URL(address).origin))
        .default([])
        .describe('Origins that an `<iframe>` of trusted HTML may show'),
    })
    .prefault({})
    .refine(({ html, frames }) => html === 'trusted' || frames.length === 0, {
      path: ['frames'],
      error: "asks for html: 'trusted', without which no frame is kept",
    })
    .describe('What Markdown may bring into a page'),
  cardFonts: z
    .array(z.string().regex(/\.(?:ttf|otf|woff)$/i, { error: 'a .ttf, .otf or .woff file, by its path from the root of the project' }))
    .default([])
    .describe(
      'Further faces for social cards, by their paths (.ttf, .otf, .woff), for titles in scripts other than Latin, Greek and Cyrillic',
    ),
  pdf: z
    .strictObject({
      publish: z
        .boolean()
        .default(false)
        .describe('Publish each case study and the portfolio as PDF, linked from the pages; the build then needs a Chromium'),
      paper: z.enum(['A4', 'Letter']).default('A4').describe('Size of the sheet'),
    })
    .prefault({})
    .describe('Case studies on paper'),
  source: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where the source of the site can be read'),
});

export type SiteInput = z.input<typeof siteSchema>;
export type Site = z.output<typeof siteSchema>;

/** Parse the owner's options; throws one error that names every faulty field with its remedy. */
export function defineSite(input: SiteInput): Site {
  const parsed = siteSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new Error(`src/site.config.ts\n${z.prettifyError(parsed.error)}`);
}

const exampleUrl = "give the address the site is published at, like url: 'https://example.com'";

/** Say why an address is no origin to publish at, with the remedy; null when it is one. */
function originFault(address: string): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return `\`${address}\` is no full address; ${exampleUrl}`;
  const { origin, pathname, search, hash, username, password } = new URL(address);
  if (username || password) return `carries a name or password; write '${origin}'`;
  if (search || hash) return `\`${address}\` has a query or fragment; write '${origin}'`;
  return pathname === '/' ? null : `\`${address}\` has a path; write url: '${origin}' and base: '${pathname.replace(/\/$/, '')}'`;
}

/** English words around a text in another language would be worse than none. */
function unspoken(tag: string): string {
  const known = new Intl.ListFormat('en-GB').format(languages);
  return `there are no words for \`${tag}\`, but for ${known}; translate src/i18n/strings/en.ts, as README.md says under Languages`;
}

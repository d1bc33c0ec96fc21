import { z } from 'zod';
import { isLanguageTag, languageOf, languages } from '../i18n/languages.ts';
import { setWords } from '../i18n/strings.ts';
import { httpsOrigin, webAddress } from './address.ts';
import { contact, portrait } from './contact.ts';
import { editor } from './editor.ts';
import { navigationFields } from './navigation.ts';
import { formatErrors, parseOptions } from './option-errors.ts';
import { ownerText } from './owner-text.ts';
import { refusedBy } from './scalar.ts';
import { social } from './social.ts';
import { themeSchema } from './theme.ts';
import { translations, wordErrors, words, wordsByLanguage } from './words.ts';

/** The owner's options in `src/site.config.ts`; strict, so that a misspelt option is an error. */
export const siteSchema = z.strictObject({
  name: ownerText(60).describe('Name of the person or firm, shown in the header and in feeds'),
  url: z
    .string({ error: ({ input }) => (input === undefined ? `is missing; ${exampleUrl}` : `must be text; ${exampleUrl}`) })
    .superRefine(refusedBy(checkOrigin))
    .transform((url) => (URL.canParse(url) ? new URL(url).origin : url))
    .meta({ format: 'uri', description: 'Origin of the published site, without a path' }),
  base: z
    .string()
    .regex(/^\/(?:(?!\.{1,2}(?:\/|$))[\w.~+@-]+(?:\/(?!\.{1,2}(?:\/|$))[\w.~+@-]+)*\/?)?$/, {
      error: 'must be a path that starts with a slash and has only a–z, digits, hyphens and the like, as in /portfolio; write ü as ue',
    })
    .default('/')
    .describe('Path that the site is served from'),
  trailingSlash: z.enum(['always', 'never']).default('always').describe('Whether addresses of pages end in a slash'),
  locale: z
    .string()
    .refine(isLanguageTag, { error: 'must be a BCP 47 language tag, like en-GB', abort: true })
    .refine((tag) => languageOf(tag) !== null, { error: ({ input }) => missingLanguage(String(input)) })
    .transform((tag) => new Intl.Locale(tag).toString())
    .prefault('en-GB')
    .describe('Language of the site, and region for its dates and numbers'),
  promise: ownerText(120).describe('Sentence at the top of the home page: what you do and for whom, in twelve words or fewer'),
  description: ownerText(200).describe('Meta description of the home page, and description of the feeds'),
  about: ownerText(600).describe('Short paragraph about you on the home page'),
  author: z
    .strictObject({
      name: ownerText().describe('Name of the author'),
      kind: z.enum(['person', 'organization']).default('organization').describe('Whether the author is a person (“I”) or a firm (“we”)'),
      email: z.email().describe('Email address in structured data; readers see `contact.email`'),
    })
    .describe('Author of the work'),
  workIntro: ownerText(200).optional().describe('Sentence above the list of case studies; defaults to one that only describes the list'),
  contact,
  social,
  portrait,
  ...navigationFields,
  words,
  translations,
  projectsPerPage: z.int().min(1).max(200).default(24).describe('Case studies per page of the list'),
  feedLength: z.int().min(1).max(500).default(30).describe('Number of newest case studies in a feed'),
  impactScore: z.boolean().default(false).describe('Whether the facts of a case study show its `business_impact_score`, your own rating'),
  aiCrawlers: z
    .enum(['all', 'answers', 'none'])
    .default('all')
    .describe('AI crawlers that robots.txt admits: all, only those that answer a user’s question, or none'),
  security: z
    .strictObject({
      contact: z
        .url({ protocol: /^(?:https|mailto)$/, error: 'must be an https: or mailto: address' })
        .describe('Where to report vulnerabilities of the site'),
      policy: z
        .url({ protocol: /^https$/ })
        .optional()
        .describe('Your policy for such reports'),
    })
    .optional()
    .describe('Content of security.txt; defaults to `contact.email`'),
  markdown: z
    .strictObject({
      html: z
        .enum(['harmless', 'trusted'])
        .default('harmless')
        .describe('Raw HTML kept in Markdown: only harmless tags, or every tag; use `trusted` only for your own documents'),
      frames: z.array(httpsOrigin()).default([]).describe('Origins that an `<iframe>` of trusted HTML may embed'),
    })
    .prefault({})
    .refine(({ html, frames }) => html === 'trusted' || frames.length === 0, {
      path: ['frames'],
      error: "needs html: 'trusted', without which frames are removed",
    })
    .describe('HTML allowed in Markdown'),
  cardFonts: z
    .array(
      z.string().regex(/\.(?:ttf|otf|woff)$/i, { error: 'must be a .ttf, .otf or .woff file, by its path from the root of the project' }),
    )
    .default([])
    .describe('Paths of more fonts for social images (.ttf, .otf, .woff), for scripts other than Latin, Greek and Cyrillic'),
  theme: themeSchema,
  pdf: z
    .strictObject({
      publish: z
        .boolean()
        .default(false)
        .describe('Publish each case study and the portfolio as PDF, linked from the pages; the build then needs Chromium'),
      paper: z.enum(['A4', 'Letter']).default('A4').describe('Paper size'),
    })
    .prefault({})
    .describe('Case studies as PDF'),
  editor,
  source: webAddress('must be a full address, like https://github.com/ann/site')
    .optional()
    .describe('Address of the source code of the site'),
});

export type SiteInput = z.input<typeof siteSchema>;
export type Site = z.output<typeof siteSchema>;

/** Parse the owner's options, and use their words; throws one error that lists every invalid option with its fix. */
export function defineSite(input: SiteInput): Site {
  const { data, errors } = parseOptions(siteSchema, input);
  const options = { ...(data ?? input), locale: data?.locale ?? input.locale ?? 'en' };
  const wrong = [
    ...errors,
    ...(isLanguageTag(options.locale) ? wordErrors({ ...options, voice: input.author?.kind ?? 'organization' }) : []),
  ];
  if (!data || wrong.length > 0) throw new Error(`src/site.config.ts\n${formatErrors(wrong)}`);
  setWords(wordsByLanguage(data));
  return data;
}

const exampleUrl = "write the address of the published site, like url: 'https://example.com'";

/** Return why an address is not a valid origin, with the fix; null when it is one. */
function checkOrigin(address: string): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return `\`${address}\` is not a full address; ${exampleUrl}`;
  const { origin, pathname, search, hash, username, password } = new URL(address);
  if (username || password) return `contains a user name or password; write '${origin}'`;
  if (search || hash) return `\`${address}\` has a query or fragment; write '${origin}'`;
  return pathname === '/' ? null : `\`${address}\` has a path; write url: '${origin}' and base: '${pathname.replace(/\/$/, '')}'`;
}

/** A page with its interface in another language than its text would be worse than none. */
function missingLanguage(tag: string): string {
  const known = new Intl.ListFormat('en-GB').format(languages);
  return `\`${tag}\` has no texts; the site has ${known}. Translate src/i18n/strings/en.ts, see README.md, Languages`;
}

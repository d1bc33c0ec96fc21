import { z } from 'zod';
import { checkAddress, publishesPassword } from './address.ts';
import { ownerText, tooLong } from './owner-text.ts';
import { refusedBy } from './scalar.ts';

/** Names that a menu may use for the pages and files that the template makes; every other name is a document in `src/content/pages`. */
export const siteLinks = [
  ...(['home', 'work', 'results', 'index', 'technologies', 'industries', 'clients', 'years'] as const),
  ...(['about', 'contact', 'accessibility', 'feeds', 'pdf', 'source'] as const),
] as const;

/** Parts of the home page below its first sentence. */
export const homeParts = ['plate', 'figures', 'work', 'quote', 'about', 'contact'] as const;

const name = z.string().min(1);
const label = ownerText(60);
const note = z.string().superRefine(refusedBy((text) => tooLong(text, 300)));

const menuEntry = z.union(
  [
    name,
    z
      .strictObject({
        label: label.describe('Words of the link'),
        page: name.optional().describe('Name of the page'),
        url: z
          .string()
          .superRefine(refusedBy(checkMenuUrl))
          .optional()
          .meta({ format: 'uri-reference', description: 'Address: https, http, mailto, or a path of the site, like /talks' }),
      })
      .refine(({ page, url }) => (page === undefined) !== (url === undefined), { error: 'needs either `page` or `url`' }),
  ],
  { error: 'must be the name of a page, like `about`, { label, page } or { label, url }' },
);

const menu = z.array(menuEntry);

const homePart = z.union([z.enum(homeParts), z.strictObject({ page: name.describe('Name of a document in `src/content/pages`') })], {
  error: `must be one of ${homeParts.map((part) => `\`${part}\``).join(', ')}, or { page } with the name of an own page`,
});

/** The options of menus and of the home page. */
export const navigationFields = {
  navigation: menu
    .optional()
    .describe(
      'Links of the header in order: names of pages, `{ label, page }` or `{ label, url }`; by default `work`, `results`, `about`, `contact`',
    ),
  home: z
    .array(homePart)
    .superRefine((parts, ctx) => {
      const names = parts.map((part) => (typeof part === 'string' ? part : part.page));
      for (const [index, one] of names.entries())
        if (names.indexOf(one) < index) ctx.addIssue({ code: 'custom', path: [index], message: `names \`${one}\` twice` });
    })
    .default([...homeParts])
    .describe('Parts of the home page in order, by default all; `{ page }` shows the text of an own page'),
  footer: z
    .strictObject({
      links: menu.optional().describe('Links of the footer, like `navigation`; by default every page of the site, yours included'),
      note: z
        .union([z.literal(false), note], { error: 'must be text, or `false` for none' })
        .optional()
        .describe('Sentence instead of the colophon; `false` for none'),
    })
    .prefault({})
    .describe('Foot of every page'),
};

export type Menu = z.output<typeof menu>;
export type HomePart = z.output<typeof homePart>;
export type SiteLink = (typeof siteLinks)[number];

function checkMenuUrl(url: string): string | null {
  if (!/^\/(?!\/)/.test(url)) return checkAddress(url) ?? publishesPassword(url);
  if (/[\\\s\p{Cc}]/u.test(url)) return 'must not contain spaces or backslashes';
  return url
    .split(/[?#]/, 1)[0]
    ?.split('/')
    .some((segment) => /^(?:\.|%2e){1,2}$/i.test(segment))
    ? 'must not contain `.` or `..` segments'
    : null;
}

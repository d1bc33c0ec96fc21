import sanitize from 'sanitize-html';
import { stringsFor, type Strings } from '../i18n/strings.ts';

/** Take out of HTML whatever could run, load or restyle, and give its headings, links, tables, pictures and boxes the site's form. */
export function cleanHtml(html: string, { headingBase, address, locale, trusted }: CleaningOptions): string {
  const { input, ...others } = transforms(headingBase, address, stringsFor(locale));
  return sanitize(html, {
    ...policy,
    ...(trusted ? { ...trusting, transformTags: others } : { transformTags: { ...others, ...(input && { input }) } }),
  });
}

export interface CleaningOptions {
  headingBase: number;
  address: (path: string) => string;
  locale: string;
  /** Keep every tag and attribute. */
  trusted: boolean;
}

/** Whether a tag of raw HTML stays where its author is not trusted; in lower case. */
export function isHarmless(tag: string): boolean {
  return policy.allowedTags.includes(tag);
}

/** Make a function that gives the headings of one text, one by one, levels without a gap. */
export function nesting(headingBase: number): (written: number) => number {
  // The levels open above the current heading, as written; their number is the nesting.
  const open: number[] = [];
  return (written) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= written) open.pop();
    open.push(written);
    return Math.min(6, headingBase + open.length - 1);
  };
}

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

const policy = {
  allowedTags: [
    ...headings,
    ...[
      'p',
      'a',
      'em',
      'strong',
      'del',
      'ins',
      's',
      'b',
      'i',
      'u',
      'small',
      'mark',
      'abbr',
      'cite',
      'q',
      'dfn',
      'time',
      'sub',
      'sup',
      'kbd',
      'samp',
      'var',
    ],
    ...[
      'code',
      'pre',
      'blockquote',
      'ul',
      'ol',
      'li',
      'dl',
      'dt',
      'dd',
      'hr',
      'br',
      'wbr',
      'img',
      'figure',
      'figcaption',
      'details',
      'summary',
    ],
    ...[
      'table',
      'thead',
      'tbody',
      'tfoot',
      'tr',
      'th',
      'td',
      'caption',
      'colgroup',
      'col',
      'section',
      'div',
      'span',
      'input',
      'bdi',
      'bdo',
      'ruby',
      'rt',
      'rp',
    ],
  ],
  allowedAttributes: {
    '*': ['id', 'class', 'lang', 'dir', 'title', 'aria-label', 'aria-describedby', 'aria-hidden', 'role', 'data-align'],
    a: ['href', 'rel', 'data-footnote-ref', 'data-footnote-backref'],
    img: ['data-picture', 'alt', 'title'],
    ol: ['start', 'reversed', 'type'],
    li: ['value'],
    th: ['scope', 'colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
    time: ['datetime'],
    abbr: ['title'],
    input: ['type', 'checked', 'disabled'],
    details: ['open', 'name'],
    section: ['data-footnotes'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'iframe', 'object', 'embed', 'template'],
} satisfies sanitize.IOptions;

const trusting = {
  allowedTags: false,
  allowedAttributes: false,
  allowVulnerableTags: true,
  parseStyleAttributes: false,
} satisfies sanitize.IOptions;

/** The table alignment that GFM writes as an inline style, which the policy would block, becomes `data-align`. */
const alignment = /text-align:\s*(left|center|right)/;

function transforms(
  headingBase: number,
  address: (path: string) => string,
  words: Strings,
): NonNullable<sanitize.IOptions['transformTags']> {
  const level = nesting(headingBase);
  const heading: sanitize.Transformer = (tagName, attribs) => ({ tagName: `h${level(Number(tagName[1]))}`, attribs });
  const cell: sanitize.Transformer = (tagName, { style, align, ...attribs }) => {
    const aligned = alignment.exec(style ?? '')?.[1] ?? align;
    return { tagName, attribs: aligned ? { ...attribs, 'data-align': aligned } : attribs };
  };
  return {
    ...Object.fromEntries(headings.map((name) => [name, heading])),
    a: (tagName, { href, ...attribs }) => ({
      tagName,
      attribs: href === undefined ? attribs : { ...attribs, href: /^\/(?!\/)/.test(href) ? address(href) : href },
    }),
    td: cell,
    th: (tagName, attribs) => cell(tagName, { scope: 'col', ...attribs }),
    img: (tagName, { src = '', alt = '', title }) => ({ tagName, attribs: { 'data-picture': src, alt, ...(title ? { title } : {}) } }),
    // A task list is a statement, not a form: the box keeps its state and its name.
    input: (tagName, attribs) => ({
      tagName,
      attribs: {
        type: 'checkbox',
        disabled: '',
        ...('checked' in attribs ? { checked: '' } : {}),
        'aria-label': 'checked' in attribs ? words.done : words.open,
      },
    }),
  };
}

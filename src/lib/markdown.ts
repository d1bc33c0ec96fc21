import sanitize from 'sanitize-html';
import { markdownToHtml } from 'satteri';
import { passPlainHtml } from './plain-html.ts';
import { stringsFor, type Strings } from './strings.ts';

/**
 * Render an author's Markdown to HTML that is safe without any policy of the page: no script, no handler, no inline style.
 * Where the author is `trusted`, raw HTML stays as written but for its pictures and the addresses of its links.
 * Pictures become `<img data-picture="…" alt="…">` for the template to replace, headings nest from `headingBase` without a gap,
 * ids carry `idPrefix`.
 */
export function renderMarkdown(
  source: string,
  { headingBase, idPrefix = '', address = (path) => path, locale = 'en', trusted = false }: MarkdownOptions,
): string {
  const words = stringsFor(locale);
  const { html } = markdownToHtml(source, {
    features: {
      frontmatter: false,
      gfm: { footnotes: { label: words.footnotes, backLabel: words.backToNote, clobberPrefix: `${idPrefix}note-` } },
      smartPunctuation: true,
    },
  });
  // The label of the notes is the one id the processor leaves without the prefix.
  const labelled = html.replaceAll('"footnote-label"', `"${idPrefix}footnote-label"`);
  const plain = trusted ? null : passPlainHtml(labelled, { level: nesting(headingBase), address });
  if (plain !== null) return plain.trim();
  const { input, ...others } = transforms(headingBase, address, words);
  return sanitize(labelled, {
    ...policy,
    ...(trusted ? { ...trusting, transformTags: others } : { transformTags: { ...others, ...(input && { input }) } }),
  }).trim();
}

/** Split rendered HTML at its pictures: text stays HTML, pictures become data for the template. */
export function splitPictures(html: string): (string | MarkdownPicture)[] {
  return html.split(/(<img data-picture="[^"]*"[^>]*>)/).flatMap((part): (string | MarkdownPicture)[] => {
    if (!part.startsWith('<img data-picture=')) return part ? [part] : [];
    return [{ picture: attribute(part, 'data-picture') ?? '', alt: attribute(part, 'alt') ?? '', title: attribute(part, 'title') }];
  });
}

export interface MarkdownOptions {
  /** Level the document's topmost heading gets, 2 or 3. */
  headingBase: number;
  /** Put before every id, so that fields rendered on one page don't collide. */
  idPrefix?: string;
  /** Where a path written from the site's root (`/contact/`) stands; the base path is added here. */
  address?: (path: string) => string;
  /** Language of what the renderer adds itself: the names of notes and of boxes. */
  locale?: string;
  /** Keep raw HTML; the content security policy of the page is what is left to stop code. */
  trusted?: boolean;
}

/** Whether a tag of raw HTML stays where its author is not trusted; in lower case. */
export function isHarmless(tag: string): boolean {
  return policy.allowedTags.includes(tag);
}

export interface MarkdownPicture {
  picture: string;
  alt: string;
  title: string | undefined;
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

/** Make a function that gives the headings of one text, one by one, levels without a gap. */
function nesting(headingBase: number): (written: number) => number {
  // The levels open above the current heading, as written; their number is the nesting.
  const open: number[] = [];
  return (written) => {
    while (open.length > 0 && (open.at(-1) ?? 0) >= written) open.pop();
    open.push(written);
    return Math.min(6, headingBase + open.length - 1);
  };
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescapeHtml(value);
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function unescapeHtml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole);
}

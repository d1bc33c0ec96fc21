import sanitize from 'sanitize-html';
import { stringsFor, type Strings } from '../../i18n/strings.ts';

/** Remove from HTML everything that could run, load or restyle, and give headings, links, tables, pictures and boxes the site's form. */
export function cleanHtml(html: string, { headingBase, link, locale, trusted }: CleaningOptions): string {
  const transformTags = transforms(headingBase, link, stringsFor(locale));
  const { input } = transformTags;
  // The form fields of a trusted author stay as written; the boxes of a task list have nothing but their state.
  const task: sanitize.Transformer = (tagName, attribs) =>
    typeof input === 'function' && isTask(attribs) ? input(tagName, attribs) : { tagName, attribs };
  return sanitize(html, { ...policy, transformTags, ...(trusted && { ...trusting, transformTags: { ...transformTags, input: task } }) });
}

function isTask({ type, disabled, checked: _checked, ...others }: sanitize.Attributes): boolean {
  return type === 'checkbox' && disabled !== undefined && Object.keys(others).length === 0;
}

export interface CleaningOptions {
  headingBase: number;
  /** Map the address of a link as written to its attributes. */
  link: (written: string) => sanitize.Attributes;
  locale: string;
  /** Keep every tag and attribute. */
  trusted: boolean;
}

/** Reduce HTML to what a feed reader can show: absolute addresses, signs for the boxes of a task list, no
 * script, style, id or class but the language of code. `base` is the absolute address of its page. */
export function toPortableHtml(html: string, base: string): string {
  const absolute = (name: string, address: string | undefined): sanitize.Attributes => {
    const url = address && toPortableAddress(address, base);
    return url ? { [name]: url } : {};
  };
  const ticked = html.replace(/<input\b[^>]*\stype="checkbox"[^>]*>/g, (box) => (/\schecked\b/.test(box) ? '☑' : '☐'));
  const summarized = ticked.replace(/<summary\b[^>]*>([^]*?)<\/summary>/g, '<p><strong>$1</strong></p>');
  return sanitize(summarized, {
    ...portable,
    transformTags: {
      a: (tagName, { href, ...attribs }) => ({ tagName, attribs: { ...attribs, ...absolute('href', href) } }),
      img: (tagName, { src, ...attribs }) => ({ tagName, attribs: { ...attribs, ...absolute('src', src) } }),
    },
  });
}

/** Make an address absolute; undefined unless it leads to the web or to a mailbox. `base` is the absolute address of its page. */
export function toPortableAddress(address: string, base: string): string | undefined {
  const url = URL.parse(address, base);
  return url && allowedSchemes.includes(url.protocol.slice(0, -1)) ? url.href : undefined;
}

/** Report whether an address is a path from the root of the site, like `/contact/`. */
export function isRootPath(address: string): boolean {
  return /^\/(?!\/)/.test(address);
}

/** Return the alignment that GFM writes as the inline style of a cell, which the page's policy blocks; `data-align` replaces it. */
export function columnAlignment(style: string): string | undefined {
  return /text-align:\s*(left|center|right)/.exec(style)?.[1];
}

/** Report whether an untrusted author's tag, in lower case, stays in the page. */
export function isHarmless(tag: string): boolean {
  return policy.allowedTags.includes(tag);
}

/** Create a function that maps the heading levels of one text, in order, to levels from `headingBase` without a gap. */
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
const inline =
  'a em strong del ins s b i u small mark abbr cite q dfn time sub sup kbd samp var code br wbr img input span bdi bdo ruby rt rp';
const blocks = 'p pre blockquote ul ol li dl dt dd hr figure figcaption details summary section div';
const tables = 'table thead tbody tfoot tr th td caption colgroup col';

const allowedSchemes = ['http', 'https', 'mailto'];

const policy = {
  allowedTags: [...headings, ...`${inline} ${blocks} ${tables}`.split(' ')],
  allowedAttributes: {
    '*': ['id', 'class', 'lang', 'dir', 'title', 'aria-label', 'aria-describedby', 'aria-hidden', 'role', 'data-align'],
    a: ['href', 'hreflang', 'rel', 'data-footnote-ref', 'data-footnote-backref'],
    code: ['data-meta'],
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
  allowedSchemes,
  allowProtocolRelative: false,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'iframe', 'object', 'embed', 'template'],
} satisfies sanitize.IOptions;

const trusting = {
  allowedTags: false,
  allowedAttributes: false,
  allowVulnerableTags: true,
  parseStyleAttributes: false,
} satisfies sanitize.IOptions;

const portable = {
  allowedTags: [...sanitize.defaults.allowedTags, 'img', 'del', 'ins'],
  allowedAttributes: { a: ['href'], img: ['src', 'alt', 'width', 'height'], th: ['scope'], ol: ['start'] },
  allowedClasses: { code: ['language-*'] },
  allowedSchemes,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'template'],
} satisfies sanitize.IOptions;

function transforms(headingBase: number, link: CleaningOptions['link'], words: Strings): NonNullable<sanitize.IOptions['transformTags']> {
  const level = nesting(headingBase);
  const heading: sanitize.Transformer = (tagName, attribs) => ({ tagName: `h${level(Number(tagName[1]))}`, attribs });
  const cell: sanitize.Transformer = (tagName, { style, align, ...attribs }) => {
    const aligned = columnAlignment(style ?? '') ?? align;
    return { tagName, attribs: aligned ? { ...attribs, 'data-align': aligned } : attribs };
  };
  return {
    ...Object.fromEntries(headings.map((name) => [name, heading])),
    a: (tagName, { href, ...attribs }) => ({ tagName, attribs: href === undefined ? attribs : { ...attribs, ...link(href) } }),
    td: cell,
    th: (tagName, attribs) => cell(tagName, { scope: 'col', ...attribs }),
    img: (tagName, { src = '', alt = '', title }) => ({ tagName, attribs: { 'data-picture': src, alt, ...(title ? { title } : {}) } }),
    // A task list states what is done and is not a form: its boxes keep their state and get a name.
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

import { markdownToHtml } from 'satteri';
import { passPlainHtml } from './plain-html.ts';
import { cleanHtml, nesting } from './safe-html.ts';
import { stringsFor } from './strings.ts';

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
  const { kept, quoted } = words.quotes.open === '“' ? asMade : inLanguage;
  const { html } = markdownToHtml(kept(source), {
    features: {
      frontmatter: false,
      gfm: { footnotes: { label: words.footnotes, backLabel: words.backToNote, clobberPrefix: `${idPrefix}note-` } },
      smartPunctuation: true,
    },
  });
  // The label of the notes is the one id the processor leaves without the prefix.
  const labelled = quoted(html, words.quotes).replaceAll('"footnote-label"', `"${idPrefix}footnote-label"`);
  const plain = trusted ? null : passPlainHtml(labelled, { level: nesting(headingBase), address });
  return (plain ?? cleanHtml(labelled, { headingBase, address, locale, trusted })).trim();
}

type Quotes = Record<'open' | 'close', string>;

/** The processor writes straight quotation marks as English has them. */
const asMade = { kept: (source: string) => source, quoted: (html: string) => html };

/**
 * Write them as another language does. Those that the author has written so mean what they do there (in „this“, the second closes):
 * until then others stand for them, which no such language has and which are punctuation to Markdown, too.
 */
const inLanguage = {
  kept: (source: string) => source.replaceAll('“', '〝').replaceAll('”', '〞'),
  quoted: (html: string, { open, close }: Quotes) =>
    html
      .replace(/[“”]/g, (mark) => (mark === '“' ? open : close))
      .replace(/〝|%E3%80%9D/g, (mark) => (mark === '〝' ? '“' : '%E2%80%9C'))
      .replace(/〞|%E3%80%9E/g, (mark) => (mark === '〞' ? '”' : '%E2%80%9D')),
};

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

export interface MarkdownPicture {
  picture: string;
  alt: string;
  title: string | undefined;
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescapeHtml(value);
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function unescapeHtml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => entities[name] ?? whole);
}

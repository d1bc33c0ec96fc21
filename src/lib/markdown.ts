import { markdownToHtml } from 'satteri';
import { cleanHtml } from './sanitize.ts';
import { stringsFor, type Strings } from '../i18n/strings.ts';

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
  const features = {
    frontmatter: false,
    gfm: { footnotes: { label: words.footnotes, backLabel: words.backToNote, clobberPrefix: `${idPrefix}note-` } },
    smartPunctuation: true,
  };
  const html = inQuotes(source, words.quotes, (text) => markdownToHtml(text, { features }).html);
  // The label of the notes is the one id the processor leaves without the prefix.
  const labelled = html.replaceAll('"footnote-label"', `"${idPrefix}footnote-label"`);
  return cleanHtml(labelled, { headingBase, address, locale, trusted }).trim();
}

/**
 * Render Markdown with straight quotation marks written as a language does; the processor writes them as English does. Those that the
 * author has written so mean what they do in that language (in „this“, the second closes): while it is rendered others stand for them,
 * which no such language has and which are punctuation to Markdown, too.
 */
function inQuotes(source: string, { open, close }: Strings['quotes'], render: (source: string) => string): string {
  if (open === '“') return render(source);
  return render(source.replaceAll('“', '〝').replaceAll('”', '〞'))
    .replace(/[“”]/g, (mark) => (mark === '“' ? open : close))
    .replace(/〝|%E3%80%9D/g, (mark) => (mark === '〝' ? '“' : '%E2%80%9C'))
    .replace(/〞|%E3%80%9E/g, (mark) => (mark === '〞' ? '”' : '%E2%80%9D'));
}

/** Split rendered HTML at its pictures: text stays HTML, pictures become data for the template. */
export function splitPictures(html: string): (string | MarkdownPicture)[] {
  return html.split(/(<img data-picture="[^"]*"[^>]*>)/).flatMap((part): (string | MarkdownPicture)[] => {
    if (!part.startsWith('<img data-picture=')) return part ? [part] : [];
    return [{ picture: attribute(part, 'data-picture') ?? '', alt: attribute(part, 'alt') ?? '', title: attribute(part, 'title') }];
  });
}

/** Encode the address of a picture as the Markdown processor does, which is how rendered HTML names it. */
export function renderedAddress(written: string): string {
  try {
    return encodeURI(written).replace(/%25([0-9a-f]{2})/gi, '%$1');
  } catch {
    return written;
  }
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

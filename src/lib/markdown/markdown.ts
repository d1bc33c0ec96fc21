import { markdownToHtml } from 'satteri';
import { codeMeta } from './code-meta.ts';
import { framesToLinks } from './embeds.ts';
import { headingIds } from './heading-ids.ts';
import { createLinks, type Links } from './links.ts';
import { cleanHtml } from './sanitize.ts';
import { wikiLinks } from './wiki-links.ts';
import { stringsFor, type Strings } from '../../i18n/strings.ts';

/**
 * Render an author's Markdown to HTML that is safe even without a policy of the page: no script, no handler, no inline style.
 * From a `trusted` author raw HTML stays as written, except its pictures and the addresses of its links.
 * Pictures become placeholders, `<img data-picture="…" alt="…">`, for which the template puts the files.
 */
export function renderMarkdown(
  source: string,
  { headingBase, idPrefix = '', links = asWritten, locale = 'en', trusted = false }: MarkdownOptions,
): string {
  const words = stringsFor(locale);
  const features = {
    ...markdownFeatures,
    gfm: { footnotes: { label: words.footnotes, backLabel: words.backToNote, clobberPrefix: `${idPrefix}note-` } },
    smartPunctuation: true,
  };
  const mdastPlugins = source.includes('[[') ? [wikiLinks(links.title)] : [];
  const hastPlugins = [headingIds(idPrefix), codeMeta()];
  const html = inQuotes(source, words.quotes, (text) => markdownToHtml(text, { features, mdastPlugins, hastPlugins }).html);
  // The processor gives every id the prefix except that of the heading above the notes.
  const labelled = html.replaceAll('"footnote-label"', `"${idPrefix}footnote-label"`);
  return cleanHtml(trusted ? labelled : framesToLinks(labelled), { headingBase, link: links.attributes, locale, trusted }).trim();
}

/**
 * Render Markdown with straight quotation marks set as the language sets them; the processor only knows the English form.
 * Curly marks that the author typed keep their meaning („this“ ends with an English opening mark). While the processor runs,
 * they are replaced by marks that no such language uses and that Markdown also reads as punctuation.
 */
function inQuotes(source: string, { open, close }: Strings['quotes'], render: (source: string) => string): string {
  if (open === '“') return render(source);
  return render(source.replaceAll('“', '〝').replaceAll('”', '〞'))
    .replace(/[“”]/g, (mark) => (mark === '“' ? open : close))
    .replace(/〝|%E3%80%9D/g, (mark) => (mark === '〝' ? '“' : '%E2%80%9C'))
    .replace(/〞|%E3%80%9E/g, (mark) => (mark === '〞' ? '”' : '%E2%80%9D'));
}

/** What our Markdown knows besides that of GitHub: `H~2~O`, and a term with its explanations on lines that begin with a colon. */
export const markdownFeatures = { frontmatter: false, subscript: true, definitionList: true } as const;

/** Encode the address of a picture as the Markdown processor does, to find the picture that rendered HTML names. */
export function renderedAddress(written: string): string {
  try {
    return encodeURI(written).replace(/%25([0-9a-f]{2})/gi, '%$1');
  } catch {
    return written;
  }
}

export interface MarkdownOptions {
  /** Level of the topmost heading, 2 or 3; the others follow without a gap. */
  headingBase: number;
  /** Prefix of every id, so that fields rendered on one page don't collide. */
  idPrefix?: string;
  /** Where the links lead; by default to the addresses as written. */
  links?: Links;
  /** Language of the quotation marks and of the names that the renderer adds to notes and boxes. */
  locale?: string;
  /** Keep raw HTML; then only the content security policy of the page stops code. */
  trusted?: boolean;
}

const asWritten = createLinks({}, (path) => path);

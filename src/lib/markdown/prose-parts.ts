import { languages } from '../../i18n/languages.ts';
import { templateStrings } from '../../i18n/strings.ts';
import { readEmbed, type Embed } from './embeds.ts';
import { unescapeHtml } from './escape-html.ts';
import { readAttribute } from './tag-attributes.ts';

/**
 * Split rendered HTML at its pictures, cards and code blocks, for which the templates have components; the rest stays HTML. A paragraph of
 * pictures is one part, and so is a lone picture with a title, its caption.
 */
export function splitProse(html: string): ProsePart[] {
  return withFilmsApart(html)
    .split(splitAt)
    .flatMap((part = ''): ProsePart[] => {
      if (part.startsWith('<pre>')) return [readCode(part)];
      if (picturesAlone.test(part)) return arrange(part);
      const { link = '' } = linkAlone.exec(part)?.groups ?? {};
      return readCard(link) ?? splitPictures(part);
    });
}

/** Read which state of a comparison the title of a picture names, in any language of the templates. */
export function comparedState(title: string | null | undefined): 'before' | 'after' | null {
  const word = title?.trim().toLowerCase();
  return comparedStates.find((state) => word !== undefined && stateWords[state].has(word)) ?? null;
}

export type ProsePart = string | ProsePicture | PictureRow | ComparedPictures | ProseEmbed | CodeBlock;

export interface ProsePicture {
  picture: string;
  alt: string;
  title: string | undefined;
}

/** The pictures of a paragraph that has nothing else; their titles are captions. */
export interface PictureRow {
  row: ProsePicture[];
}

/** Two pictures of the same thing, whose titles say which is which. */
export interface ComparedPictures {
  before: ProsePicture;
  after: ProsePicture;
}

/** A link to the work at a service; it stays within the element that it was written in. */
export interface ProseEmbed {
  embed: Embed;
  /** Its words; empty where they are only the address, or a picture. */
  title: string;
  picture: ProsePicture | undefined;
}

export interface CodeBlock {
  code: string;
  language: string | undefined;
  /** What follows the language of its fence. */
  meta: string;
  /** The block as rendered, without a form of its own. */
  html: string;
}

const picture = '<img data-picture="[^"]*"[^>]*>';
const pictures = `${picture}(?:\\s*(?:<br ?/?>\\s*)?${picture})*`;
const link = '<a(?: [^>]*)?>(?:(?!</a>)[^])*</a>';
const code = '<pre><code(?: [^>]*)?>[^<]*</code></pre>';
const splitAt = new RegExp(`(<p>\\s*(?:${pictures}|${link})\\s*</p>|${code})`);
const picturesAlone = new RegExp(`^<p>\\s*${pictures}\\s*</p>$`);
const linkAlone = new RegExp(`^<p>\\s*(?<link>${link})\\s*</p>$`);
const splitAtPictures = new RegExp(`(${picture})`);
const comparedStates = ['before', 'after'] as const;
const stateWords = { before: inAnyLanguage('before'), after: inAnyLanguage('after') };

function inAnyLanguage(state: (typeof comparedStates)[number]): ReadonlySet<string> {
  return new Set(languages.map((language) => templateStrings(language, 'organization').prose[state].toLowerCase()));
}

/** Choose the part that a paragraph of pictures is. */
function arrange(paragraph: string): ProsePart[] {
  const row = (paragraph.match(new RegExp(picture, 'g')) ?? []).map(readPicture);
  const byState = new Map(row.map((one) => [comparedState(one.title), one]));
  const [before, after] = [byState.get('before'), byState.get('after')];
  if (row.length === 2 && before && after) return [{ before, after }];
  return row.length > 1 || row[0]?.title ? [{ row }] : splitPictures(paragraph);
}

/** Read a link to the work at a service; null for any other link. */
function readCard(link: string): ProsePart[] | null {
  const address = readAttribute(/^<a[^>]*>/.exec(link)?.[0] ?? '', 'href') ?? '';
  const embed = readEmbed(address);
  if (!embed) return null;
  const shown = new RegExp(picture).exec(link)?.[0];
  const words = shown ? (readAttribute(shown, 'title') ?? '') : unescapeHtml(link.replace(/<[^>]*>/g, '')).trim();
  const title = /^(?:https?:\/\/|www\.)\S+$/.test(words) ? '' : words;
  return ['<p>', { embed, title, picture: shown === undefined ? undefined : readPicture(shown) }, '</p>'];
}

function readCode(block: string): CodeBlock {
  const [, open = '', content = ''] = /^<pre>(<code(?: [^>]*)?>)([^<]*)/.exec(block) ?? [];
  const language = /(?:^|\s)language-(\S+)/.exec(readAttribute(open, 'class') ?? '')?.[1];
  return { code: unescapeHtml(content), language, meta: readAttribute(open, 'data-meta') ?? '', html: block };
}

function splitPictures(html: string): ProsePart[] {
  return html.split(splitAtPictures).flatMap((part): ProsePart[] => {
    if (part.startsWith('<img data-picture=')) return [readPicture(part)];
    return part ? [part] : [];
  });
}

function readPicture(tag: string): ProsePicture {
  return { picture: readAttribute(tag, 'data-picture') ?? '', alt: readAttribute(tag, 'alt') ?? '', title: readAttribute(tag, 'title') };
}

const filmTag = /(<img data-picture="[^"]+\.(?:mp4|webm)"[^>]*>)/i;

/** Take films out of their paragraphs: a film has a caption, which no paragraph may contain. */
function withFilmsApart(html: string): string {
  if (!filmTag.test(html)) return html;
  return html.replace(/<p>((?:(?!<\/?p>).)*)<\/p>/gs, (paragraph, inner: string) => {
    if (!filmTag.test(inner)) return paragraph;
    const parts = inner.split(filmTag).filter((part) => part.trim() !== '');
    return parts.map((part) => (filmTag.test(part) ? part : `<p>${part.trim()}</p>`)).join('');
  });
}

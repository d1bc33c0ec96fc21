import { sectionRole } from '../../../src/lib/story/section-roles.ts';
import { writeAlert } from './admonitions.ts';
import { markBlock } from './blocks.ts';
import { embedLabel, parseFigure, parseVideoUrl, writeFigure } from './figures.ts';

/** A tag, shortcode or component of another system. */
interface ForeignTag {
  name: string;
  /** Its arguments; positional ones under their position. */
  args: Readonly<Record<string, string>>;
  /** The text that it encloses; undefined if it encloses none. */
  content?: string | undefined;
  /** The level of its heading; 2 unless it is enclosed by others. */
  level?: number;
}

/** Write as marked Markdown what readers saw of a tag: its heading, video, picture, quotation and words. Its content is not repeated. */
export function writeForeignTag({ name, args, content, level = 2 }: ForeignTag): string {
  const quote = (content === undefined ? writeAlert(name, args) : null) ?? writeQuote({ name, args, content });
  if (quote !== null) return markBlock(quote);
  const summary = args['summary'] ?? args['title'] ?? args['0'];
  if (/^(?:details|expand|collapse|spoiler)$/i.test(name) && summary !== undefined) return markBlock(`**${summary}**`);
  const { heading, rest } = takeHeading({ name, args, content });
  const videoUrl = parseVideoUrl(name, rest);
  const figure = videoUrl === null ? parseFigure(rest, name) : null;
  const caption = rest['title'] ?? rest['caption'];
  const parts = [
    heading === undefined ? '' : `${'#'.repeat(level)} ${heading}`,
    videoUrl === null ? '' : `[${caption ?? embedLabel(videoUrl)}](${videoUrl})`,
    figure === null ? '' : writeFigure(figure),
    ...(videoUrl === null && figure === null ? wordsOf(rest) : []),
  ];
  return markBlock(parts.filter(Boolean).join('\n\n'));
}

/** Make words of a name in code: `keyResults` and `key-results` become `Key results`. */
export function wordsOfName(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Get the heading that a name stands for if it names a section, such as `challenge`; undefined for any other name. */
export function headingOfName(name: string): string | undefined {
  const words = wordsOfName(name.replace(/\d+$/, ''));
  return sectionRole(words) === null ? undefined : words;
}

/** A section has its heading as an argument, or as its name; the latter yields to a heading in its content. */
function takeHeading({ name, args, content }: ForeignTag): { heading: string | undefined; rest: Readonly<Record<string, string>> } {
  const { heading, title, text, 0: first, ...others } = args;
  if (heading !== undefined) return { heading, rest: { ...args, heading: '' } };
  if (/(?:heading|headline|title)\d*$/i.test(name)) return { heading: text ?? title ?? first, rest: others };
  const isSection = content !== undefined && !/^(?:fig|image|img|picture|video)/i.test(name);
  if (isSection && title !== undefined) return { heading: title, rest: { ...args, title: '' } };
  const lastPart = name.split(/[/.]/).at(-1) ?? '';
  const hasHeading = /^\s*(?:#|<h\d|[^\n]*(?:heading|title))/i.test(content ?? '#');
  return { heading: hasHeading ? undefined : headingOfName(lastPart), rest: args };
}

function writeQuote({ name, args, content }: ForeignTag): string | null {
  if (!/quote|testimonial/i.test(name)) return null;
  const quote = args['quote'] ?? args['text'] ?? args['content'] ?? (content === undefined ? args['0'] : content.trim());
  if (quote === undefined || quote === '') return null;
  const author = args['attribution'] ?? args['author'] ?? args['cite'] ?? args['name'] ?? args['source'] ?? args['by'];
  return writeQuotation(quote, [author, args['role'], args['company']]);
}

/** Write a quotation with its source: a name, a role, a company. */
export function writeQuotation(quote: string, source: readonly (string | undefined)[]): string {
  const named = source.filter(Boolean).join(', ');
  return `> ${quote.replace(/\n/g, '\n> ')}${named === '' ? '' : `\n>\n> — ${named}`}`;
}

/** Several words in a row are for readers; single words are options, except under these names. */
const textualNames = /^(?:title|text|label|caption|description|value|subtitle|content|summary|alt|by|author|name)$/;
const technicalNames = /class|style|css|size|width|height|position|align|href|url|link|src|icon|id$|color|layout|type|variant/;

function wordsOf(args: Readonly<Record<string, string>>): string[] {
  const texts = Object.entries(args).flatMap(([name, value]) => {
    const isText = textualNames.test(name) ? /\p{L}|\d/u.test(value) : !technicalNames.test(name) && /\p{L}{2}\S*\s+\S*\p{L}/u.test(value);
    return isText && !/^[\w./-]*\/[\w./-]*$/.test(value) ? [{ name, value: value.trim() }] : [];
  });
  // A value with its label is one line.
  const value = texts.find(({ name }) => name === 'value');
  if (value === undefined) return texts.map((text) => text.value);
  return [`**${value.value}** ${texts.flatMap((text) => (text === value ? [] : [text.value])).join(' – ')}`.trim()];
}

import { SourceScalar } from '../../../src/schemas/scalar.ts';
import { asText, isEmpty, isRecord, normalizeKey } from '../front-matter/values.ts';
import { linkDestination, parseVideoUrl, writeFigure } from './figures.ts';
import { headingOfName, wordsOfName, writeQuotation } from './foreign-tag.ts';
import { filmPath, isPicture, isProse, isShort, isTitle, isVideo } from './kinds-of-text.ts';

/** Nested data as Markdown. */
interface WrittenData {
  /** Headings, paragraphs, lists, quotations and pictures, in the order of the data. */
  blocks: string[];
  /** Values that only control a layout, such as colours and classes. */
  omitted: string[];
}

/** Write what readers saw of nested data (`{title, text}`, `{image, alt}`, `{quote, author}`, lists of these) as Markdown in its order. */
export function writeData(key: string, value: unknown, level = 2): WrittenData {
  const written: WrittenData = { blocks: [], omitted: [] };
  const heading = headingOfName(key) ?? (isBareList(value) && !containerNames.test(normalizeKey(key)) ? wordsOfName(key) : undefined);
  write(value, { key, level }, written);
  if (heading !== undefined && written.blocks.length > 0 && !/^(?:#|!\[)/.test(written.blocks[0] ?? ''))
    written.blocks.unshift(`${'#'.repeat(level)} ${heading}`);
  return written;
}

/** Check whether a value contains a picture or more than a few words at any depth. */
export function hasProseOrPicture(key: string, value: unknown): boolean {
  if (isHidden(key)) return false;
  const text = asText(value);
  if (text !== undefined) return isPicture(text) || isVideo(text) || isProse(text);
  if (Array.isArray(value)) {
    const lines = value.map((item) => (isRecord(item) ? statistic(item) : asText(item)) ?? '');
    return value.some((item) => hasProseOrPicture('', item)) || lines.filter((line) => /\S\s+\S/.test(line)).length > 1;
  }
  if (!isRecord(value)) return false;
  const sentences = Object.entries(value).filter(([inner, item]) => !isHidden(inner) && /(?:\S+\s+){3}\S/.test(asText(item) ?? ''));
  return sentences.length > 0 || Object.entries(value).some(([inner, item]) => hasProseOrPicture(inner, item));
}

function isHidden(key: string): boolean {
  return hiddenKeys.test(normalizeKey(key));
}

/** Keys whose values no page shows. */
const hiddenKeys = new RegExp(
  [
    '^seo',
    '^(?:meta|metadata|og|twitter|open_graph|schema|json_ld|sitemap|eleventy|ctas?|buttons?|nav|menu|css|favicon)(?:_|$)',
    '^(?:keywords?|tags?|category|categories|styles?|scripts?|permalink|canonical|robots|layout|class|id|data|placeholder|blurhash|lqip)$',
    '^(?:social|share)_(?:image|img|card|media|title|description)',
    '(?:^|_)(?:preview|cta|class|css|color|url|id|base64|base_six_four)$',
    '_cta_',
  ].join('|'),
);

/** Keys whose short values control the layout. */
const controlKeys =
  /(?:^|_)(?:class|classes|css|style|colou?r|theme|layout|type|kind|variant|align(?:ment)?|position|width|height|size|sizes|order|weight|id|slug|icon|url|href|link|src|target|background|bg|version|base|filename|format|columns?|template|dominant|name|frame|filter|overlay)$/;

const titleKeys = /(?:^|_)(?:title|heading|headline|header|name|label|lead|question)(?:_?\d+)?$/;
const quoteKeys = /(?:^|_)(?:quote|blockquote|testimonial|pullquote)(?:_?\d+)?$/;
const sourceKeys =
  /(?:^|_)(?:attribution|author|cite|citation|figcaption|source|person|by|name|author_name|author_position|role|company|position)(?:_?\d+)?$/;
const textKeys =
  /(?:^|_)(?:text|description|desc|content|body|copy|paragraph|summary|intro|introduction|subtitle|subheading|item|answer|details?)(?:_?\d+)?$/;
const linkKeys = /(?:^|_)(?:url|href|link)$/;

/** Keys that only group other values. */
const containerNames =
  /(?:^|_)(?:sections?|content|contents|blocks?|items?|body|text|texts|copy|data|main|rows?|cols?|columns?|intro|details|paragraphs?|story|images?|pictures?|photos?|slides?|gallery\d*|media|figures?|\d+)$/;

interface Place {
  key: string;
  /** The level of headings. */
  level: number;
}

function write(value: unknown, place: Place, written: WrittenData): void {
  const text = asText(value);
  if (text !== undefined) written.blocks.push(writeText(text.trim()));
  else if (Array.isArray(value)) writeList(value, place, written);
  else if (isRecord(value)) writeMap(value, place, written);
}

function writeText(text: string): string {
  if (isVideo(text)) return `[Video](${linkDestination(text)})`;
  return isPicture(text) ? writeFigure({ src: text }) : text;
}

function writeList(items: readonly unknown[], { key, level }: Place, written: WrittenData): void {
  if (items.every((item) => item instanceof SourceScalar)) {
    written.omitted.push(...leaves(items));
    return;
  }
  const lines = items.map((item) => (isRecord(item) ? statistic(item) : asText(item)?.trim()));
  const isList = lines.every(
    (line) => line !== undefined && line.length <= 400 && !/\n|^<(?:p|li|div|h\d)/.test(line) && !isPicture(line) && !isVideo(line),
  );
  if (isList && !items.every(isEmpty))
    written.blocks.push(
      lines
        .filter(Boolean)
        .map((line) => `- ${line ?? ''}`)
        .join('\n'),
    );
  else for (const item of items) write(item, { key, level }, written);
}

/** Write `{value, label}` or `{title}` as one line; undefined for any other map. */
function statistic(map: Record<string, unknown>): string | undefined {
  const entries = Object.entries(map).filter(([, value]) => !isEmpty(value));
  if (entries.some(([, value]) => asText(value) === undefined)) return undefined;
  const find = (names: RegExp): string | undefined =>
    entries.map(([key, value]) => (names.test(normalizeKey(key)) ? asText(value) : undefined)).find(Boolean);
  const [value, label] = [find(/^(?:value|number|stat|figure)$/), find(/^(?:label|title|text|description|name)$/)];
  const words = entries.filter(([key]) => !/^(?:icon|image|id|slug|class)$/.test(normalizeKey(key)));
  if (words.length === 1 && label !== undefined && !entries.some(([, item]) => isPicture(asText(item) ?? ''))) return label;
  return entries.length === 2 && value !== undefined && label !== undefined ? `**${value}** ${label}` : undefined;
}

function writeMap(map: Record<string, unknown>, { level }: Place, written: WrittenData): void {
  const entries = Object.entries(map)
    .filter(([, value]) => !isEmpty(value))
    .map(([key, value]) => ({ key, name: normalizeKey(key), value, text: asText(value)?.trim() }));
  const used = new Set<Entry>();
  const take = (test: (entry: Entry) => boolean): Entry | undefined => {
    const found = entries.find((entry) => !used.has(entry) && entry.text !== undefined && test(entry));
    if (found) used.add(found);
    return found;
  };
  const quotation = entries.find(({ name, text }) => text !== undefined && quoteKeys.test(name));
  const pictures = entries.filter(({ text }) => text !== undefined && isPicture(text));
  const isCopy = (entry: Entry): boolean => pictures.length > 1 && pictures[0] !== entry && controlKeys.test(entry.name);
  const texts = entries.filter(({ text, name }) => text !== undefined && !isPicture(text) && !controlKeys.test(name));
  const isFilm = entries.some(({ text }) => filmPath.test(text ?? ''));
  let innerLevel = level;
  for (const entry of entries) {
    const { key, name, value, text } = entry;
    if (used.has(entry)) continue;
    used.add(entry);
    const linkText = take((other) => isOwnLabel(other, entry));
    if (linkText !== undefined) written.blocks.push(`[${linkText.text ?? ''}](${linkDestination(text ?? '')})`);
    else if (isHidden(key) || isCopy(entry) || (isFilm && name === 'duration')) written.omitted.push(...leaves(value));
    else if (entry === quotation) {
      const sources: string[] = [];
      for (let source = take(isSource); source; source = take(isSource))
        sources.push((source.text ?? '').replace(/^[\s—–~-]+|[\s,]+$/g, ''));
      written.blocks.push(writeQuotation(text ?? '', sources));
    } else if (text === undefined) {
      const heading = headingOfName(key);
      const inner: WrittenData = { blocks: [], omitted: [] };
      write(value, { key, level: heading === undefined ? innerLevel : Math.min(innerLevel + 1, 4) }, inner);
      const isHeaded = heading !== undefined && inner.blocks.length > 0 && !inner.blocks[0]?.startsWith('#');
      written.blocks.push(...(isHeaded ? [`${'#'.repeat(innerLevel)} ${heading}`] : []), ...inner.blocks);
      written.omitted.push(...inner.omitted);
    } else if (/(?:^|_)(?:number|value|stat|figure)_?\d+$/.test(name)) {
      const number = /\d+$/.exec(name)?.[0] ?? '';
      const label = take((other) => new RegExp(`(?:^|_)(?:text|label|title|description)_?${number}$`).test(other.name));
      written.blocks.push(`- **${text}** ${label?.text ?? ''}`.trim());
    } else if (isPicture(text)) written.blocks.push(writePicture(entry, take, map));
    else if (isSource(entry) && quotation !== undefined && !used.has(quotation)) used.delete(entry);
    else if (linkKeys.test(name) && /^(?:https?:|mailto:)/.test(text) && URL.canParse(text)) {
      const label =
        parseVideoUrl(name, { url: text }) === null
          ? (take((other) => /^(?:text|label)$/.test(other.name))?.text ?? (new URL(text).host || text))
          : 'Video';
      written.blocks.push(`[${label}](${linkDestination(text)})`);
    } else if (titleKeys.test(name) && isTitle(text)) {
      const others = texts.filter((other) => other !== entry);
      const [other] = others;
      const isPair =
        others.length === 1 &&
        other !== undefined &&
        pictures.length === 0 &&
        entries.every((one) => one.text !== undefined) &&
        isShort(other.text ?? '');
      if (isPair) {
        used.add(other);
        written.blocks.push(`**${text.replace(/:$/, '')}:** ${other.text ?? ''}`);
      } else if (innerLevel > level && written.blocks.at(-1)?.startsWith('#')) written.blocks.push(`**${text}**`);
      else {
        written.blocks.push(`${'#'.repeat(innerLevel)} ${text}`);
        innerLevel = Math.min(level + 1, 4);
      }
    } else if ((controlKeys.test(name) && !isProse(text)) || !/\p{L}{2}|\d/u.test(text) || value instanceof SourceScalar)
      written.omitted.push(text);
    else if (/image|icon|logo|picture|alt$/.test(name) && (/^\S+$/.test(text) || name.includes('alt'))) written.omitted.push(text);
    else if (/caption/.test(name)) written.blocks.push(`*${text}*`);
    else if (isShort(text) && !isProse(text) && !textKeys.test(name)) written.blocks.push(`**${wordsOfName(key)}:** ${text}`);
    else written.blocks.push(text);
  }
}

/** Check whether an entry is the label of a link, as `link_text` is that of `link_url`. */
function isOwnLabel({ name, text = '' }: Entry, link: Entry): boolean {
  const prefix = link.name.replace(linkKeys, '');
  const isLink = prefix !== link.name && prefix !== '' && /^https?:\/\/\S+$/.test(link.text ?? '');
  return isLink && text.length <= 80 && ['text', 'label', 'title'].some((part) => name === `${prefix}_${part}`);
}

interface Entry {
  key: string;
  name: string;
  value: unknown;
  text: string | undefined;
}

function isSource({ name, text }: Entry): boolean {
  return text !== undefined && sourceKeys.test(name) && !isPicture(text);
}

/** A picture's words have its key's number, as `image2` and `image_alt2`. */
function writePicture(
  { name, text = '' }: Entry,
  take: (test: (entry: Entry) => boolean) => Entry | undefined,
  map: Record<string, unknown>,
): string {
  const number = /\d*$/.exec(name)?.[0] ?? '';
  const words = (kind: RegExp): string | undefined =>
    take((entry) => kind.test(entry.name) && (/\d*$/.exec(entry.name)?.[0] ?? '') === number && !isPicture(entry.text ?? ''))?.text;
  const alt = words(/alt/);
  const caption = words(/caption/);
  const [width, height] = [asText(map['width']), asText(map['height'])];
  // The page can show a remote picture of known size.
  if (/^https?:/.test(text) && width !== undefined && height !== undefined)
    return `<img src="${text}" alt="${(alt ?? '').replaceAll('"', '&quot;')}" width="${width}" height="${height}">${caption === undefined ? '' : `\n\n*${caption}*`}`;
  return writeFigure({ src: text, alt, caption });
}

/** A list without titles of its own. */
function isBareList(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((item) => asText(item) !== undefined);
  return /^\s*<(?:li|ul|ol)\b/.test(asText(value) ?? '');
}

function leaves(value: unknown): string[] {
  const text = asText(value);
  if (text !== undefined) return [text];
  return typeof value === 'object' && value !== null && !(value instanceof SourceScalar) ? Object.values(value).flatMap(leaves) : [];
}

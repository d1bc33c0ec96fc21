import { posix } from 'node:path';
import { isFilm } from '../../../src/documents/films.ts';
import { graphemeCount } from '../../../src/schemas/scalar.ts';
import { asText, findTextEntry, isEmpty, isRecord, keys } from '../front-matter/values.ts';
import { wordsOfName } from '../text/foreign-tag.ts';
import { toSingleLine } from '../text/plain-text.ts';
import type { FieldValue, ReaderContext } from './field-reader.ts';

/** Read the picture of a case study, with its text alternative from the same map or from a key beside it. */
export function readThumbnail(value: unknown, context: ReaderContext): FieldValue | null {
  const { pictures, key } = context;
  const { path, rest, ...own } = readPicture(Array.isArray(value) ? value[0] : value);
  const image = isFileName(path) && !isFilm(path) ? pictures.find(path, key) : null;
  if (image === null) return null;
  const alt = own.alt ?? besideText(altKeys, context);
  // The caption of a header is that of its own picture.
  const names = captionKeys.filter((name) => name !== 'header.caption' || !key.endsWith('.teaser'));
  const caption = own.caption ?? besideText(names, context);
  const more = Array.isArray(value) && value.length > 1 ? { ...rest, more: value.slice(1) } : rest;
  const words = alt === undefined ? { decorative: true } : { alt };
  const picture = { image, ...words, ...toCaption(caption, alt) };
  return { value: alt === undefined && !('caption' in picture) ? image : picture, rest: more };
}

/** Keys beside a picture's that hold its caption. */
const captionKeys = keys('thumbnail_caption image_caption imagecaption caption hero_caption cover_caption header.caption');

/** Keys beside a picture's that hold its text alternative. */
const altKeys = keys(`
  thumbnail_alt image_alt imagealt alt hero_alt hero_image_alt cover_alt cover_image_alt feature_image_alt featured_image_alt img_alt alt_text
  image_alt_text banner_alt header.alt header.image_description
`);

/** Get the text of a key beside the picture's. */
function besideText(names: readonly string[], { data, use }: ReaderContext): string | undefined {
  const entry = findTextEntry(data, names);
  if (entry) use(entry.key);
  return entry?.text;
}

/** Read a list of pictures. One without words is marked decorative, and the log asks the author for its text alternative. */
export function readPictures(value: unknown, { pictures, key, log }: ReaderContext): FieldValue | null {
  const rest: unknown[] = [];
  const read = [value].flat().flatMap((item, index): Record<string, unknown>[] => {
    const { path, alt, caption, rest: unknown } = readPicture(item);
    const image = isFileName(path) ? pictures.find(path, `${key}[${index}]`) : null;
    if (image === null) {
      rest.push(item);
      return [];
    }
    const words = alt ?? caption;
    if (isFilm(image)) {
      const { poster, ...others } = unknown;
      pictures.addFilm(path ?? '', key, { formats: [], poster: asText(poster), captions: [] });
      if (!isEmpty(others)) rest.push(others);
      if (words === undefined) log.add('unsure', key, `say in \`alt\` what the film ${image} shows`);
      return [{ video: image, alt: words ?? wordsOfName(posix.parse(image).name), ...toCaption(caption, alt) }];
    }
    if (!isEmpty(unknown)) rest.push(unknown);
    if (words === undefined) log.add('unsure', key, 'say in `alt` what its pictures show; those without words are marked decorative');
    return [{ image, ...(words === undefined ? { decorative: true } : { alt: words }), ...toCaption(caption, alt) }];
  });
  return read.length > 0 ? { value: read, rest } : null;
}

interface Picture {
  path: string | undefined;
  alt: string | undefined;
  caption: string | undefined;
  /** Entries of the map that are none of these. */
  rest: Record<string, unknown>;
}

function readPicture(value: unknown): Picture {
  const text = asText(value);
  if (text !== undefined) return { path: text, alt: undefined, caption: undefined, rest: {} };
  const map = isRecord(value) ? value : {};
  const path = findTextEntry(map, keys('image src image_path path url file filename video feature original thumb image_url'));
  const alt = findTextEntry(map, keys('alt image_alt alt_text title description label'));
  const caption = findTextEntry(map, ['caption', 'description', 'title']);
  const used = [path, alt, caption].map((entry) => entry?.key);
  const rest = Object.fromEntries(
    Object.entries(map).filter(([key, inner]) => !used.includes(key) && !isSamePath(asText(inner), path?.text) && !isEmpty(inner)),
  );
  return { path: path?.text, alt: alt?.text, caption: caption?.key === alt?.key ? undefined : caption?.text, rest };
}

function isFileName(path: string | undefined): path is string {
  return path !== undefined && /\.\w{3,4}(?:[?#].*)?$/.test(path);
}

/** The address of a link to the picture is often the picture's own. */
function isSamePath(one: string | undefined, other: string | undefined): boolean {
  return one?.replace(/^\//, '') === other?.replace(/^\//, '');
}

/** A caption that equals the text alternative would be read out twice. */
function toCaption(caption: string | undefined, alt: string | undefined): { caption?: string } {
  const text = toSingleLine(caption ?? '');
  return text !== '' && text !== toSingleLine(alt ?? '') && graphemeCount(text) <= 300 ? { caption: text } : {};
}

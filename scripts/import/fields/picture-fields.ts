import { graphemeCount } from '../../../src/schemas/scalar.ts';
import { altSources } from './field-sources.ts';
import { asText, isEmpty, findValues } from '../front-matter/values.ts';
import { isRecord } from '../front-matter/front-matter.ts';
import { line, type FieldValue, type ReaderContext } from './field-reader.ts';

function pictureParts(value: unknown): {
  path: string | undefined;
  alt: string | undefined;
  caption: string | undefined;
  rest: Record<string, unknown>;
} {
  const text = asText(value);
  if (text !== undefined) return { path: text, alt: undefined, caption: undefined, rest: {} };
  const map = isRecord(value) ? value : {};
  const take = (names: readonly string[]): { key: string; text: string } | undefined =>
    findValues(map, names).flatMap(({ key, value: one }) => (asText(one) === undefined ? [] : [{ key, text: asText(one) ?? '' }]))[0];
  const path = take(['image', 'src', 'image_path', 'path', 'url', 'file', 'filename', 'feature', 'original', 'thumb', 'image_url']);
  const alt = take(['alt', 'image_alt', 'alt_text', 'title', 'description', 'label']);
  const caption = take(['caption', 'description', 'title']);
  const used = [path, alt, caption].map((one) => one?.key);
  const rest = Object.fromEntries(
    Object.entries(map).filter(([key, one]) => !used.includes(key) && asText(one) !== path?.text && !isEmpty(one)),
  );
  return { path: path?.text, alt: alt?.text, caption: caption?.key === alt?.key ? undefined : caption?.text, rest };
}

/** FieldValue the picture of a case study, with the words its author gives it in the same map or beside it. */
export function readThumbnail(value: unknown, { pictures, key, data }: ReaderContext): FieldValue | null {
  const { path, alt, caption, rest } = pictureParts(Array.isArray(value) ? value[0] : value);
  const found = path === undefined || !/\.\w{3,4}(?:[?#].*)?$/.test(path) ? null : pictures.find(path, key);
  if (found === null) return null;
  const words =
    alt ??
    findValues(data, altSources)
      .map(({ value: one }) => asText(one))
      .find((one) => one !== undefined);
  const kept = {
    ...rest,
    ...(caption !== undefined && { caption }),
    ...(Array.isArray(value) && value.length > 1 && { more: value.slice(1) }),
  };
  return { value: words ? { image: found, alt: words } : found, rest: isEmpty(kept) ? undefined : kept };
}

function captioned(caption: string | undefined): { caption?: string } {
  const text = caption === undefined ? '' : line(caption);
  return text !== '' && graphemeCount(text) <= 300 ? { caption: text } : {};
}

/** A picture whose author says nothing of it is taken as decorative, and the author is asked. */
export function readPictures(value: unknown, { pictures, key, note }: ReaderContext): FieldValue | null {
  const rest: unknown[] = [];
  const read = [value].flat().flatMap((item, index) => {
    const { path, alt, caption, rest: more } = pictureParts(item);
    const found = path === undefined || !/\.\w{3,4}(?:[?#].*)?$/.test(path) ? null : pictures.find(path, `${key}[${index}]`);
    if (found === null) rest.push(item);
    if (found === null) return [];
    if (!isEmpty(more)) rest.push(more);
    const words = alt ?? caption;
    if (words === undefined)
      note('missing', `screenshots (${found})`, 'alt: say what the picture shows; it is marked decorative until then');
    return [{ image: found, ...(words === undefined ? { decorative: true } : { alt: words }), ...captioned(caption) }];
  });
  return read.length > 0 ? { value: read, ...(rest.length > 0 && { rest }) } : null;
}

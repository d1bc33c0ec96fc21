/** What a file's first bytes say it is. */
export type Sniffed = Known | { fault: string; fix?: string };

interface Known {
  format: PictureFormat;
  width: number | undefined;
  height: number | undefined;
  /** An SVG that holds code. */
  scripted?: true;
}

/** The most pixels a picture may have: one is decoded whole, at four bytes a pixel. */
export const mostPixels = 100_000_000;

export type PictureFormat = 'jpg' | 'png' | 'webp' | 'avif' | 'gif' | 'svg';

/** Tell a picture's format and size in pixels from its bytes, without decoding it; of anything else say what it is. */
export function sniffPicture(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) return { fault: 'is an empty file' };
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = latin(bytes, 0, 64);
  const known = signatures.find(({ matches }) => matches(head));
  if (known && 'fault' in known) return { fault: known.fault };
  if (known) {
    const size = attempt(() => known.size(data, bytes));
    return size && size[0] > 0 && size[1] > 0
      ? withinLimits({ format: known.format, width: size[0], height: size[1] })
      : { fault: `begins like a ${known.format.toUpperCase()} but is damaged: its size cannot be read` };
  }
  return (
    vector(bytes) ?? { fault: /[\0-\x08\x0E-\x1A]/.test(head) ? 'is no picture of a kind that can be shown' : 'is a text file, no picture' }
  );
}

/** A file of a few kilobytes can say it has more pixels than memory; a drawing has none, but a length all the same. */
function withinLimits(known: Known): Sniffed {
  const { format, width = 0, height = 0 } = known;
  const count = (number: number): string => number.toLocaleString('en-GB');
  const size = `is ${count(width)} × ${count(height)} pixels large`;
  if (format === 'svg') {
    return Math.max(width, height) > longestSide
      ? { fault: `${size}, and ${count(longestSide)} are the most a side may have`, fix: smaller }
      : known;
  }
  return width * height > mostPixels ? { fault: `${size}, and ${count(mostPixels)} in all are the most`, fix: smaller } : known;
}

const longestSide = 100_000;
const smaller = 'save it smaller; no page shows more than 1,600 pixels across';

type Size = [width: number, height: number];
type Signature = { matches: (head: string) => boolean } & (
  { format: PictureFormat; size: (data: DataView, bytes: Uint8Array) => Size | undefined } | { fault: string }
);

const brand =
  (...brands: string[]) =>
  (head: string) =>
    head.slice(4, 8) === 'ftyp' && brands.some((name) => head.slice(8, 32).includes(name));
const prefix = (start: string) => (head: string) => head.startsWith(start);

/** https://en.wikipedia.org/wiki/List_of_file_signatures */
const signatures: readonly Signature[] = [
  { matches: prefix('\xFF\xD8\xFF'), format: 'jpg', size: jpegSize },
  { matches: prefix('\x89PNG\r\n\x1A\n'), format: 'png', size: (data) => [data.getUint32(16), data.getUint32(20)] },
  { matches: (head) => /^GIF8[79]a/.test(head), format: 'gif', size: (data) => [data.getUint16(6, true), data.getUint16(8, true)] },
  { matches: (head) => head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP', format: 'webp', size: webpSize },
  { matches: brand('avif', 'avis'), format: 'avif', size: avifSize },
  { matches: prefix('%PDF'), fault: 'is a PDF, no picture' },
  { matches: prefix('version https://git-lfs'), fault: 'is a Git LFS pointer; the picture itself was not fetched (git lfs pull)' },
  { matches: prefix('/annex/objects/'), fault: 'is a git-annex pointer; the picture itself was not fetched' },
  { matches: brand('heic', 'heix', 'mif1', 'heim'), fault: 'is a HEIC photo, which browsers do not show' },
  { matches: brand('mp4', 'isom', 'qt  ', 'M4V'), fault: 'is a film, no picture' },
  { matches: (head) => /^(?:II\*\0|MM\0\*)/.test(head), fault: 'is a TIFF, which browsers do not show' },
  { matches: prefix('BM'), fault: 'is a BMP; save it as PNG or WebP' },
  { matches: prefix('8BPS'), fault: 'is a Photoshop file, no picture for the web' },
  { matches: prefix('PK\x03\x04'), fault: 'is a ZIP archive, no picture' },
  { matches: (head) => /^\s*(?:<!doctype html|<html)/i.test(head), fault: 'is an HTML page, no picture' },
];

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** A header cut short reads past its end. */
function attempt(read: () => Size | undefined): Size | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Walk the segments to the frame header (ITU T.81, B.2.2); an EXIF orientation past 4 lies on its side. */
function jpegSize(data: DataView, bytes: Uint8Array): Size | undefined {
  let sideways = false;
  for (let at = 2; at < data.byteLength;) {
    if (data.getUint8(at) !== 0xff) return undefined;
    const marker = data.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      const size: Size = [data.getUint16(at + 7), data.getUint16(at + 5)];
      return sideways ? [size[1], size[0]] : size;
    }
    if (marker === 0xe1 && latin(bytes, at + 4, at + 10) === 'Exif\0\0') sideways = (orientation(data, at + 10) ?? 1) > 4;
    at += 2 + data.getUint16(at + 2);
  }
  return undefined;
}

/** Tag 0x0112 of the first TIFF directory. */
function orientation(data: DataView, tiff: number): number | undefined {
  const little = data.getUint16(tiff) === 0x4949;
  const directory = tiff + data.getUint32(tiff + 4, little);
  if (directory + 2 > data.byteLength) return undefined;
  const count = data.getUint16(directory, little);
  for (let index = 0; index < count; index++) {
    const tag = directory + 2 + index * 12;
    if (tag + 10 > data.byteLength) return undefined;
    if (data.getUint16(tag, little) === 0x0112) return data.getUint16(tag + 8, little);
  }
  return undefined;
}

/** RFC 9649: the three forms of the first chunk. */
function webpSize(data: DataView, bytes: Uint8Array): Size | undefined {
  const uint24 = (at: number): number => data.getUint16(at, true) | (data.getUint8(at + 2) << 16);
  const chunk = latin(bytes, 12, 16);
  if (chunk === 'VP8X') return [uint24(24) + 1, uint24(27) + 1];
  if (chunk === 'VP8 ') return [data.getUint16(26, true) & 0x3fff, data.getUint16(28, true) & 0x3fff];
  if (chunk !== 'VP8L') return undefined;
  const bits = data.getUint32(21, true);
  return [(bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1];
}

/** The largest `ispe` property: tiles and thumbnails have smaller ones (ISO/IEC 23008-12, 6.5.3). */
function avifSize(data: DataView, bytes: Uint8Array): Size | undefined {
  const head = latin(bytes, 0, Math.min(bytes.length, 4096));
  let largest: Size | undefined;
  for (let at = head.indexOf('ispe'); at !== -1; at = head.indexOf('ispe', at + 4)) {
    const size: Size = [data.getUint32(at + 8), data.getUint32(at + 12)];
    if (!largest || size[0] * size[1] > largest[0] * largest[1]) largest = size;
  }
  return largest;
}

/** An SVG's own width and height, or those of its view box; one without either has no size. */
function vector(bytes: Uint8Array): Sniffed | null {
  const text = new TextDecoder().decode(bytes);
  const [, prolog = '', root] =
    /^((?:\s|<\?xml[^>]*>|<!DOCTYPE[^[>]*(?:\[[^\]]*\])?\s*>|<!--(?:[^-]|-(?!->))*-->)*)<svg\b([^>]*)>/i.exec(text.slice(0, 16_384)) ?? [];
  if (root === undefined) return null;
  if (compoundEntity.test(prolog)) {
    return { fault: 'is an SVG with entities made of others or of files, which can grow without end', fix: 'save it as plain SVG' };
  }
  const length = (name: string): number | undefined => {
    const written = new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`).exec(root)?.[1];
    return written === undefined ? undefined : Number(written) || undefined;
  };
  const box = /\sviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(root);
  return withinLimits({
    format: 'svg',
    width: length('width') ?? (box ? Number(box[1]) : undefined),
    height: length('height') ?? (box ? Number(box[2]) : undefined),
    ...(code.test(text) ? { scripted: true } : {}),
  });
}

/** Editors declare namespaces as entities; one that names another entity, a parameter or a file is no such thing. */
const compoundEntity = /<!ENTITY\s+(?:%|[^\s"'>]+\s+(?:SYSTEM|PUBLIC|"[^"]*[&%]|'[^']*[&%]))/i;

/** What a browser would run where the file is opened on its own. */
const code = /<(?:[\w-]+:)?(?:script|handler|iframe|embed|object)\b|<[^<>]*\son[a-z]+\s*=|(?:java|vb)script\s*:/i;
